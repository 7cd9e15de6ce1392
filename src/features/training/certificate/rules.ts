/** The certificate as a paper: who, which courses with minutes and dates, and what it does not say. */
import type { Block, Paper } from '../../../platform/papers.ts';
import { sayDay, type Language } from '../../../platform/words.ts';
import { say } from './words.ts';

export interface Finished {
  readonly title: string;
  readonly minutes: number;
  readonly doneAt: number;
}

export interface CertificateFacts {
  readonly language: Language;
  readonly name: string;
  readonly programme: string;
  /** What comes before the match. */
  readonly path: readonly Finished[];
  /** What the person has done besides. */
  readonly more: readonly Finished[];
  readonly now: number;
  readonly zone: string;
}

export function certificatePaper({ language, name, programme, path, more, now, zone }: CertificateFacts): Paper {
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const head = [t('course'), t('minutes'), t('done')];
  const table = (title: string, all: readonly Finished[]): Block => ({
    ...{ kind: 'table', title, head },
    rows: all.map((one) => [
      one.title,
      { value: one.minutes, text: String(one.minutes) },
      sayDay(language, one.doneAt, zone),
    ]),
  });
  const minutes = [...path, ...more].reduce((sum, one) => sum + one.minutes, 0);
  return {
    ...{ language, title: t('title'), subtitle: t('for', { name }) },
    foot: t('foot', { programme, day: sayDay(language, now, zone) }),
    columns: [t('title'), t('course'), t('what'), t('value')],
    sections: [
      {
        title: programme,
        blocks: [
          { kind: 'text', text: t('says', { name, programme }) },
          table(t('courses'), path),
          ...(more.length > 0 ? [table(t('more'), more)] : []),
          { kind: 'text', text: t('sum', { minutes }) },
          { kind: 'small', text: t('about') },
        ],
      },
    ],
  };
}

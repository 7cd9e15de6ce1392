/** The report as a paper: what each section says, and then the coordinators' own words. */
import type { Block, Paper } from '../../../../platform/papers.ts';
import { sayDay, type Language } from '../../../../platform/words.ts';
import { organisationZone as zone } from '../../../../platform/zone.ts';
import type { SectionView } from '../model.ts';
import { say } from '../words.ts';

export interface PaperFacts {
  readonly programme: string;
  readonly sections: readonly Pick<SectionView, 'title' | 'blocks' | 'text' | 'borrowed'>[];
  readonly language: Language;
  /** When the figures were made. */
  readonly at: number;
}

export function reportPaper({ programme, sections, language, at }: PaperFacts): Paper {
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const day = sayDay(language, at, zone);
  return {
    language,
    title: t('paper.title', { programme }),
    subtitle: t('paper.subtitle', { day }),
    foot: t('paper.foot', { programme, day }),
    columns: [t('paper.section'), t('paper.about'), t('paper.what'), t('paper.value')],
    sections: sections.map(({ title, blocks, text, borrowed }) => ({
      title,
      blocks: [
        ...(blocks.length === 0 ? [{ kind: 'small', text: t('nothing') } as const] : blocks),
        ...ownWords(text === '' ? (borrowed ?? '') : text, t('paper.words')),
      ],
    })),
  };
}

/** A blank line parts paragraphs. */
function ownWords(text: string, heading: string): Block[] {
  const paragraphs = text.split(/\n\s*\n/).map((one) => one.trim());
  const written = paragraphs.filter((one) => one !== '').map((one): Block => ({ kind: 'text', text: one }));
  return written.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...written];
}

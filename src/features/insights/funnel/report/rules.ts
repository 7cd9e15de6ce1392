/** The way as a paper: made of the page's told ranges, with all cuts. */
import type { Block, Paper, PaperSection } from '../../../../platform/papers.ts';
import { sayDay, type Language } from '../../../../platform/words.ts';
import { organisationZone as zone } from '../../../../platform/zone.ts';
import { splitFew, steps, type Before, type Cut, type FunnelPage, type Part } from '../model.ts';
import { sayHint, sayPart, sayRange, sentencesOf } from '../naming/rules.ts';
import { say } from '../words.ts';

export interface FunnelFacts {
  readonly page: Omit<FunnelPage, 'by' | 'parts'>;
  readonly cuts: readonly { readonly by: Cut; readonly parts: readonly Part[] }[];
  readonly language: Language;
  readonly now: number;
}

export function funnelPaper({ page, cuts, language, now }: FunnelFacts): Paper {
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const day = sayDay(language, now, zone);
  return {
    language,
    title: t('paper.title', { programme: page.programme.name }),
    subtitle: t('paper.subtitle', { day, people: page.people }),
    foot: t('paper.foot', { day }),
    columns: [t('paper.section'), t('paper.about'), t('paper.what'), t('paper.value')],
    sections: [
      { title: t('way'), blocks: [wayBlock(page, language), { kind: 'small', text: t('way.how') }] },
      ...(page.hints.length === 0
        ? []
        : [
            {
              title: t('hints'),
              blocks: [{ kind: 'list' as const, items: page.hints.map((one) => sayHint(language, one)) }],
            },
          ]),
      ...cuts.map((one) => cutSection(one, language)),
      ...(page.before ? [beforeSection(page.before, language)] : []),
    ],
  };
}

function wayBlock({ totals }: FunnelFacts['page'], language: Language): Block {
  const t = (key: Parameters<typeof say>[1]): string => say(language, key);
  const rows = steps.map((name, at) => {
    const total = totals[at];
    return [t(`step.${name}`), total ? sayRange(language, total) : ''];
  });
  return { kind: 'table', title: t('way'), head: [t('step'), t('people')], rows };
}

/** Counts in one table, comparisons that say something in sentences below it: a grid of "cannot be said" helps nobody. */
function cutSection({ by, parts }: FunnelFacts['cuts'][number], language: Language): PaperSection {
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const shown = steps.map((_, at) => at).filter((at) => parts.some((one) => one.counts[at]));
  if (parts.length === 0 || shown.length === 0)
    return { title: t(`by.${by}`), blocks: [{ kind: 'text', text: t('none') }] };
  const head = [t(`by.${by}`), ...shown.map((at) => t(`step.short.${steps[at] ?? 'reached'}`))];
  const { spoken, few } = splitFew(parts);
  const rows = spoken.map(({ name, counts }) => [
    sayPart(language, by, name),
    ...shown.map((at) => {
      const count = counts[at];
      return count ? sayRange(language, count) : '';
    }),
  ]);
  const said = sentencesOf(by, parts, language);
  const compared: Block[] =
    by === 'source'
      ? []
      : [said.length === 0 ? { kind: 'text', text: t('no-difference') } : { kind: 'list', items: said }];
  const together = few.map(({ name }) => sayPart(language, by, name)).join(', ');
  const fewBlocks: Block[] = few.length === 0 ? [] : [{ kind: 'text', text: t('few', { parts: together }) }];
  const silent: Block[] = shown.length < steps.length ? [{ kind: 'small', text: t('silent') }] : [];
  return {
    title: t(`by.${by}`),
    blocks: [{ kind: 'table', title: t(`by.${by}`), head, rows }, ...fewBlocks, ...compared, ...silent],
  };
}

function beforeSection({ name, lines }: Before, language: Language): PaperSection {
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const share = (value: number | undefined): string => (value === undefined ? t('verdict.too-few') : `${value} %`);
  if (lines.length === 0) return { title: t('before', { name }), blocks: [{ kind: 'text', text: t('before.none') }] };
  const rows = lines.map((one) => [
    t(`step.${one.step}`),
    share(one.now),
    share(one.earlier),
    t(`before.${one.verdict}`),
  ]);
  const head = [t('step'), t('before.now'), t('before.then'), t('before.said')];
  return { title: t('before', { name }), blocks: [{ kind: 'table', title: t('before', { name }), head, rows }] };
}

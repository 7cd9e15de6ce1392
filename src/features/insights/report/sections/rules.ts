/** What the sections about the way, the matching, the meetings, the courses, recognition and cost say: ranges and shares with their intervals. */
import { regionOf, sayDay, type Language } from '../../../../platform/words.ts';
import { organisationZone as zone } from '../../../../platform/zone.ts';
import { largeGaps, type FairnessFigures } from '../../../matching/fairness/model.ts';
import { say as sayMatching } from '../../../matching/words.ts';
import { headcountName } from '../../../surveys/audience/naming/rules.ts';
import { programmeIn, type Programme } from '../../../programmes/model.ts';
import { steps, type FunnelPage } from '../../funnel/model.ts';
import { sayHint, sayRange } from '../../funnel/naming/rules.ts';
import { rangeOf } from '../../funnel/telling/rules.ts';
import { say as sayFunnel } from '../../funnel/words.ts';
import { sayDate } from '../../findings/saying/rules.ts';
import type { LineKey, Quality } from '../../quality/model.ts';
import { toldShare } from '../../quality/telling/rules.ts';
import { sayShare as sayQualityShare } from '../../quality/telling/saying/rules.ts';
import { say as sayQuality } from '../../quality/words.ts';
import { verdictsOf, type SkillResults } from '../../../training/skills/results/model.ts';
import { say as saySkills } from '../../../training/skills/words.ts';
import type { ReportBlock, Told } from '../model.ts';
import type { Teller } from '../rules.ts';
import { say } from '../words.ts';

const text = (one: string): ReportBlock => ({ kind: 'text', text: one });
const heading = (one: string): ReportBlock => ({ kind: 'heading', text: one });
const list = (items: readonly string[]): ReportBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: [...items] }];

export const sayCount = (language: Language, count: number): string => sayRange(language, rangeOf(count));

/** As on the page about how the programme goes: two ways of rounding the same count would tell more than each. */
export function sayShare(language: Language, count: number, of: number): string | undefined {
  const told = toldShare(count, of);
  return told && sayQualityShare(language, told);
}

export function purposeTeller(programme: Programme, support: SupportFacts | undefined): Teller {
  return (language) => {
    const { forWhom, why, howChosen, startsOn, endsOn } = programmeIn(language, programme);
    const day = (date: string): string => sayDay(language, Date.parse(`${date}T12:00Z`), zone);
    const decided = support ? [text(say(language, `purpose.support.${support.choice}`))] : [];
    const score = support?.score === undefined ? [] : [text(say(language, 'purpose.score', { score: support.score }))];
    return {
      blocks: [
        ...[heading(say(language, 'purpose.forWhom')), text(forWhom)],
        ...[heading(say(language, 'purpose.why')), text(why)],
        ...[heading(say(language, 'purpose.howChosen')), text(howChosen)],
        text(say(language, 'purpose.dates', { from: day(startsOn), to: day(endsOn) })),
        ...decided,
        ...score,
      ],
      unsaid: support ? [] : [say(language, 'purpose.no-support')],
    };
  };
}

export interface SupportFacts {
  readonly choice: 'go' | 'go-if' | 'not-yet';
  readonly score?: number;
}

export function reachedTeller({ totals, hints }: Pick<FunnelPage, 'totals' | 'hints'>): Teller {
  return (language) => {
    if ((totals[0]?.from ?? 0) === 0) return { blocks: [], unsaid: [say(language, 'reached.none')] };
    const bars = steps.flatMap((step, at) => {
      const total = totals[at];
      if (!total) return [];
      return [{ label: sayFunnel(language, `step.${step}`), parts: [total.from], text: sayRange(language, total) }];
    });
    const title = sayFunnel(language, 'way');
    const full = Math.max(...totals.map(({ from }) => from), 1);
    return {
      blocks: [
        { kind: 'bars', title, parts: [title], full, bars, alt: say(language, 'reached.alt') },
        ...list(hints.map((one) => sayHint(language, one))),
      ],
      unsaid: [say(language, 'reached.ranges')],
    };
  };
}

export interface MatchingFacts {
  readonly published?: {
    readonly counts: { readonly mentees: number; readonly mentors: number; readonly matched: number };
    readonly proven: boolean;
    readonly why?: string;
  };
  readonly fairness: FairnessFigures;
  /** Changes by hand in what was published. */
  readonly byHand: number;
}

export function matchingTeller({ published, fairness, byHand }: MatchingFacts): Teller {
  return (language) => {
    const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
    if (!published) return { blocks: [], unsaid: [t('matching.none')] };
    const { mentees, mentors, matched } = published.counts;
    const share = sayShare(language, matched, mentees);
    const gaps = fairness.flatMap(({ cut, gap }) => {
      const by = sayMatching(language, `cut.${cut}`);
      return gap ? [t('matching.gap', { by, gap: gap.percent, from: gap.from, to: gap.to })] : [];
    });
    const large = largeGaps(fairness).length > 0;
    const silent = fairness.filter(({ gap }) => !gap).map(({ cut }) => sayMatching(language, `cut.${cut}`));
    return {
      blocks: [
        text(t('matching.counts', { mentees: sayCount(language, mentees), mentors: sayCount(language, mentors) })),
        text(t('matching.matched', { matched: sayCount(language, matched) })),
        ...(share ? [text(t('matching.share', { share }))] : []),
        text(t(published.proven ? 'matching.proven' : 'matching.not-proven')),
        ...(byHand > 0 ? [text(t('matching.by-hand', { count: sayCount(language, byHand) }))] : []),
        ...(gaps.length > 0 ? [heading(t('matching.fairness')), ...list(gaps)] : []),
        ...(gaps.length > 0 ? [text(t(large ? 'matching.large' : 'matching.no-large'))] : []),
        ...(published.why === undefined ? [] : [text(t('matching.why', { why: published.why }))]),
      ],
      unsaid: [
        ...(share ? [] : [t('few.mentees')]),
        ...(silent.length > 0 ? [t('matching.silent', { cuts: silent.join(', ') })] : []),
      ],
    };
  };
}

/** The told values of the page about how the programme goes. */
export function meetingsTeller({
  lines,
  hours,
  pairs,
  isOver,
}: Pick<Quality, 'lines' | 'hours' | 'pairs' | 'isOver'>): Teller {
  return (language) => {
    const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
    if (pairs.kind === 'under-5') return { blocks: [], unsaid: [t('few.pairs')] };
    const nameOf = (key: LineKey): string =>
      sayQuality(language, key === 'dated' && isOver ? 'line.dated.over' : `line.${key}`);
    const told = lines.flatMap(({ key, told: value }) =>
      value ? [t('meetings.line', { what: nameOf(key), share: sayQualityShare(language, value) })] : [],
    );
    const silent = lines.filter((one) => !one.told).map(({ key }) => nameOf(key));
    const hoursSaid = hours && t('meetings.hours', { hours: hours.value ?? (hours.low + hours.high) / 2 });
    return {
      blocks: [
        text(t('meetings.pairs', { pairs: headcountName(language, pairs) })),
        ...list(told),
        ...(hoursSaid === undefined ? [] : [text(hoursSaid)]),
        { kind: 'small', text: t('meetings.how') },
      ],
      unsaid: [
        ...(hoursSaid === undefined ? [t('few.pairs')] : []),
        ...(silent.length > 0 && hoursSaid !== undefined ? [t('meetings.silent', { what: silent.join(', ') })] : []),
      ],
    };
  };
}

export function trainingTeller(
  { invited, done }: { readonly invited: number; readonly done: number },
  skills: SkillResults,
): Teller {
  return (language) => {
    if (invited === 0) return { blocks: [], unsaid: [say(language, 'training.none')] };
    const said = tellSkills(language, skills);
    const share = sayShare(language, done, invited);
    const counts = { invited: sayCount(language, invited), done: sayCount(language, done) };
    return {
      blocks: [
        text(say(language, 'training.counts', counts)),
        ...(share ? [text(say(language, 'training.share', { share }))] : []),
        ...said.blocks,
      ],
      unsaid: [...(share ? [] : [say(language, 'few.trained')]), ...said.unsaid],
    };
  };
}

/** Counts of statements out of figures that were released; what people say of themselves is told as that. */
function tellSkills(language: Language, skills: SkillResults): Told {
  if (skills.state !== 'told') return { blocks: [], unsaid: [saySkills(language, 'report.open')] };
  const sides = skills.sides.map(({ side, lines }) => ({ side, ...verdictsOf(lines) }));
  const told = sides.filter(({ of, untold }) => untold < of);
  return {
    blocks: [
      ...list(
        told.map(({ side, of, untold, ...more }) =>
          saySkills(language, 'report.side', { side, of: of - untold, ...more }),
        ),
      ),
      ...(told.length > 0 ? [{ kind: 'small' as const, text: saySkills(language, 'report.self') }] : []),
    ],
    unsaid: sides.filter((one) => !told.includes(one)).map(({ side }) => saySkills(language, 'report.few', { side })),
  };
}

export function recognitionTeller({ thanks, stories }: { readonly thanks: number; readonly stories: number }): Teller {
  return (language) => ({
    blocks: [
      text(say(language, 'recognition.thanks', { count: sayCount(language, thanks) })),
      text(say(language, 'recognition.stories', { count: sayCount(language, stories) })),
    ],
    unsaid: [say(language, 'recognition.private')],
  });
}

/** Hours of work, and money where somebody entered it. */
export function costTeller({ spent, cost }: Pick<Quality, 'spent' | 'cost'>): Teller {
  return (language): Told => {
    const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
    const hours = spent
      ? [t('cost.meetings', { hours: spent.talks }), t('cost.training', { hours: spent.courses })]
      : [];
    const euro = (one: number): string => one.toLocaleString(regionOf(language), { maximumFractionDigits: 0 });
    const money = cost
      ? [t('cost.money', { amount: euro(cost.amount), day: sayDate(language, cost.on), source: cost.source })]
      : [];
    return {
      blocks: [...list([...hours, ...money]), { kind: 'small', text: t('cost.yours') }],
      unsaid: [...(spent ? [] : [t('cost.few')]), ...(cost ? [] : [t('cost.no-money')])],
    };
  };
}

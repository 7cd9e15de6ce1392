/** What the sections about the way, the matching, the meetings, the courses, recognition and cost say: ranges and shares with their intervals. */
import { sayDay, type Language } from '../../../../platform/words.ts';
import { organisationZone as zone } from '../../../../platform/zone.ts';
import { largeGaps, type FairnessFigures } from '../../../matching/fairness/model.ts';
import { say as sayMatching } from '../../../matching/words.ts';
import { programmeIn, type Programme } from '../../../programmes/model.ts';
import { steps, type FunnelPage } from '../../funnel/model.ts';
import { wilson } from '../../funnel/interval/rules.ts';
import { sayHint, sayRange } from '../../funnel/naming/rules.ts';
import { rangeOf } from '../../funnel/telling/rules.ts';
import { say as sayFunnel } from '../../funnel/words.ts';
import type { ReportBlock, Told } from '../model.ts';
import type { Teller } from '../rules.ts';
import { say } from '../words.ts';

/** Fewer people or pairs than this are told as a range only, without a share. */
export const leastForShare = 10;

const text = (one: string): ReportBlock => ({ kind: 'text', text: one });
const heading = (one: string): ReportBlock => ({ kind: 'heading', text: one });
const list = (items: readonly string[]): ReportBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: [...items] }];

export const sayCount = (language: Language, count: number): string => sayRange(language, rangeOf(count));

/** In fives, so that one person more or less is not to be read from two reports; the interval holds for the exact share. */
export function sayShare(language: Language, count: number, of: number): string | undefined {
  if (of < leastForShare) return undefined;
  const { low, high } = wilson(count, of);
  const share = Math.round((20 * count) / of) * 5;
  const [from, to] = [Math.floor(low * 20) * 5, Math.ceil(high * 20) * 5];
  return say(language, 'share', { share, from, to });
}

export function purposeTeller(programme: Programme, support: SupportFacts | undefined): Teller {
  return (language) => {
    const { forWhom, why, howChosen, startsOn, endsOn } = programmeIn(language, programme);
    const day = (date: string): string => sayDay(language, Date.parse(`${date}T12:00Z`), zone);
    const decided = support ? [text(say(language, 'purpose.support', { choice: support.choice }))] : [];
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

export interface MeetingFacts {
  /** Pairs that both said yes to, whatever came of them. */
  readonly pairs: number;
  readonly met: number;
  /** Active pairs, and those with a date ahead. */
  readonly active: number;
  readonly planned: number;
  /** Of all held meetings. */
  readonly minutes: number;
}

export function meetingsTeller({ pairs, met, active, planned, minutes }: MeetingFacts): Teller {
  return (language) => {
    const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
    if (pairs === 0) return { blocks: [], unsaid: [t('meetings.none')] };
    const [share, ahead] = [sayShare(language, met, pairs), sayShare(language, planned, active)];
    const hours = pairs < leastForShare ? undefined : Math.round((10 * minutes) / 60 / pairs) / 10;
    return {
      blocks: [
        text(t('meetings.pairs', { pairs: sayCount(language, pairs) })),
        ...(share ? [text(t('meetings.met', { share }))] : []),
        ...(hours === undefined ? [] : [text(t('meetings.hours', { hours }))]),
        ...(ahead ? [text(t('meetings.ahead', { share: ahead }))] : []),
        { kind: 'small', text: t('meetings.how') },
      ],
      unsaid: [...(share ? [] : [t('few.pairs')]), ...(share && !ahead ? [t('few.active')] : [])],
    };
  };
}

export function trainingTeller({ invited, done }: { readonly invited: number; readonly done: number }): Teller {
  return (language) => {
    if (invited === 0) return { blocks: [], unsaid: [say(language, 'training.none')] };
    const share = sayShare(language, done, invited);
    const counts = { invited: sayCount(language, invited), done: sayCount(language, done) };
    return {
      blocks: [
        text(say(language, 'training.counts', counts)),
        ...(share ? [text(say(language, 'training.share', { share }))] : []),
      ],
      unsaid: share ? [] : [say(language, 'few.trained')],
    };
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

export interface CostFacts extends Pick<MeetingFacts, 'pairs' | 'minutes'> {
  /** Of all courses that were ended. */
  readonly courseMinutes: number;
  readonly trained: number;
}

/** Working hours of those who took part: two for each hour of a meeting. In tens, since one meeting more is nobody's business. */
export function costTeller({ pairs, minutes, courseMinutes, trained }: CostFacts): Teller {
  return (language): Told => {
    const inTens = (some: number): number => Math.round(some / 600) * 10;
    const lines = [
      ...(pairs < leastForShare ? [] : [say(language, 'cost.meetings', { hours: inTens(2 * minutes) })]),
      ...(trained < leastForShare ? [] : [say(language, 'cost.training', { hours: inTens(courseMinutes) })]),
    ];
    return {
      blocks: [...list(lines), { kind: 'small', text: say(language, 'cost.yours') }],
      unsaid: [say(language, 'cost.money'), ...(lines.length < 2 ? [say(language, 'cost.few')] : [])],
    };
  };
}

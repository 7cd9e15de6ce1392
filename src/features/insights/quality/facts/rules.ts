/** Counts pairs out of pairs and meetings, once through each. */
import { beginOfDay, day, localDate } from '../../../../platform/clock.ts';
import { wasHeld, type Meeting } from '../../../meetings/model.ts';
import type { Pair } from '../../../pairs/model.ts';
import { lastedToTheEnd } from '../../../pairs/rules.ts';
import type { Programme } from '../../../programmes/model.ts';
import type { Facts, PairCounts } from './model.ts';

type Runs = Pick<Programme, 'endsOn' | 'zone' | 'stage' | 'stageAt'>;

/** Near the end nobody needs a next date: so many days before it the last look is taken. */
export const lastLook = 30;

export function lookAtDates({ endsOn, zone }: Pick<Programme, 'endsOn' | 'zone'>, now: number): number {
  return Math.min(now, beginOfDay(endsOn, zone) - lastLook * day);
}

export function countPairs(
  pairs: readonly Pair[],
  { meetings, agreed }: { readonly meetings: readonly Meeting[]; readonly agreed: ReadonlySet<string> },
  programme: Runs,
  now: number,
): Pick<Facts, 'all' | 'months'> {
  const byPair = new Map<string, Meeting[]>();
  for (const one of meetings) {
    const known = byPair.get(one.pairId);
    if (known) known.push(one);
    else byPair.set(one.pairId, [one]);
  }
  const at = lookAtDates(programme, now);
  const all = none();
  const months = new Map<string, PairCounts>();
  for (const pair of pairs) {
    if (pair.activeAt === undefined) continue;
    const own = countOne(pair, byPair.get(pair.id) ?? [], { programme, now, at, agreed });
    const month = localDate(pair.activeAt, programme.zone).slice(0, 7);
    const counts = months.get(month) ?? none();
    months.set(month, counts);
    add(all, own);
    add(counts, own);
  }
  const inOrder = [...months].sort(([a], [b]) => (a < b ? -1 : 1));
  return { all, months: inOrder.map(([month, counts]) => ({ month, ...counts })) };
}

interface When {
  readonly programme: Runs;
  readonly now: number;
  readonly at: number;
  /** Pairs with an agreement. */
  readonly agreed: ReadonlySet<string>;
}

function countOne(pair: Pair, meetings: readonly Meeting[], { programme, now, at, agreed }: When): PairCounts {
  const held = meetings.filter((one) => wasHeld(one, now));
  const isOpen = wasTogether(pair, at);
  return {
    pairs: 1,
    met: held.length > 0 ? 1 : 0,
    completed: lastedToTheEnd(pair, programme, now) ? 1 : 0,
    minutes: held.reduce((sum, { start, end }) => sum + (end - start) / 60_000, 0),
    open: isOpen ? 1 : 0,
    dated: isOpen && meetings.some((one) => wasAhead(one, at)) ? 1 : 0,
    agreed: agreed.has(pair.id) ? 1 : 0,
  };
}

/** Whoever pauses needs no next date. */
function wasTogether({ activeAt, endedAt, state }: Pair, at: number): boolean {
  if (activeAt === undefined || activeAt > at || state === 'paused') return false;
  return endedAt === undefined || endedAt > at;
}

const wasAhead = ({ state, start, plannedAt, logged }: Meeting, at: number): boolean =>
  state === 'planned' && !logged && start > at && (plannedAt ?? 0) <= at;

const none = (): PairCounts => ({ pairs: 0, met: 0, completed: 0, minutes: 0, open: 0, dated: 0, agreed: 0 });

function add(to: PairCounts, one: PairCounts): void {
  for (const key of Object.keys(to) as (keyof PairCounts)[]) to[key] += one[key];
}

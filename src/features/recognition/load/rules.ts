/** How much may be asked of somebody besides mentoring; the numbers stand in the tab too. */
import { day } from '../../../platform/clock.ts';
import { askKinds, type AskKind, type Asked } from './model.ts';

/** So often within so many days; the next one goes to somebody else. */
export const mostAsks = 3;
export const askDays = 90;

const isRecent = ({ at }: Pick<Asked, 'at'>, now: number): boolean => now - at < askDays * day;

export function isFull(
  asks: readonly Pick<Asked, 'at'>[],
  now: number,
  { until, today }: { readonly until: string | undefined; readonly today: string },
): boolean {
  if (until !== undefined && until >= today) return true;
  return asks.filter((one) => isRecent(one, now)).length >= mostAsks;
}

export function countsOf(asks: readonly Asked[], now: number): { kind: AskKind; count: number }[] {
  const recent = asks.filter((one) => isRecent(one, now));
  return askKinds.flatMap((kind) => {
    const count = recent.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
}

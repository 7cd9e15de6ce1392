/** A subscription for each mailbox: made, renewed before it ends, made anew when Graph took it away, ended when it is no longer needed. */
import { isFailure } from '../../../../platform/errors.ts';
import { describeError } from '../../../../platform/log.ts';
import { hashOf, newLongSecret } from '../../../../platform/long-secrets.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Followed, Reason } from '../model.ts';
import { mayAsk, needsRenewal, subscriptionUntil } from '../rules.ts';

/** Where Graph posts to. */
export const noticesPath = '/notifications/outlook';

/** What is known of the mailbox, with a subscription that lasts where one may be had. Without one the hourly question remains. */
export async function withSubscription(deps: Platform, known: Followed, reason: Reason): Promise<Followed> {
  const now = deps.clock.now();
  const { subscription, ...without } = known;
  const isThere = subscription !== undefined && reason !== 'removed' && subscription.until > now;
  try {
    if (!isThere) return await subscribed(deps, without, reason === 'removed' ? undefined : subscription);
    if (reason !== 'renew' && !needsRenewal(known, now)) return known;
    const { until } = await deps.calendar.renew(subscription.id, subscriptionUntil(now));
    return { ...known, subscription: { ...subscription, until } };
  } catch (error) {
    if (isFailure(error) && error.reason === 'subscription-gone') return withSubscription(deps, without, 'removed');
    deps.log.warn({ ...describeError(error) }, 'Outlook will be asked every hour, and does not tell by itself');
    // One that could not be renewed still tells until it ends.
    if (isThere) return known;
    return isFailure(error) && error.reason === 'graph-not-permitted' ? { ...without, noneSince: now } : without;
  }
}

async function subscribed(deps: Platform, known: Followed, former: Followed['subscription']): Promise<Followed> {
  const now = deps.clock.now();
  if (!mayAsk({ ...known, refusedAt: known.noneSince }, now)) return known;
  const { noneSince: _since, ...rest } = known;
  const secret = newLongSecret();
  const { id, until } = await deps.calendar.subscribe({
    ...{ personId: known.personId, address: `${deps.config.baseUrl}${noticesPath}` },
    ...{ secret: `${known.personId}.${secret}`, until: subscriptionUntil(now) },
  });
  if (former) await endSubscription(deps, { ...rest, subscription: former });
  return { ...rest, subscription: { id, until, secretHash: hashOf(secret) } };
}

/** What cannot be ended now ends by itself within a week, and nobody heeds what it tells until then. */
export async function endSubscription(deps: Platform, { subscription }: Followed): Promise<void> {
  if (!subscription) return;
  await deps.calendar.unsubscribe(subscription.id).catch((error: unknown) => {
    deps.log.warn({ ...describeError(error) }, 'a subscription could not be ended');
  });
}

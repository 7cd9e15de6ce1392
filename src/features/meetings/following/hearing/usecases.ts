/** What Graph posts: believed only with the secret of a subscription of ours, and only as a reason to look. What changed is read, not believed. */
import { isLongSecret } from '../../../../platform/long-secrets.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { notice, type Notice, type Reason } from '../model.ts';
import { lookSoon } from '../rules.ts';
import { mailboxes, outlook } from '../store.ts';

/** Asks to look at the mailboxes of which something was told. Gives how many of the notifications were not ours. */
export async function hear(deps: Platform, all: readonly unknown[]): Promise<number> {
  let foreign = 0;
  const wanted = new Map<string, { personId: string; reason: Reason }>();
  for (const one of all) {
    const parsed = notice.safeParse(one);
    const personId = parsed.success ? await senderOf(deps, parsed.data) : undefined;
    if (!parsed.success || personId === undefined) foreign += 1;
    else {
      const reason = reasonOf(parsed.data.lifecycleEvent);
      wanted.set(`${personId} ${reason}`, { personId, reason });
    }
  }
  for (const { personId, reason } of wanted.values())
    await deps.outbox.ask('system', outlook, lookSoon(personId, reason, deps.clock.now()));
  return foreign;
}

/** Whose mailbox it is about, when the secret, the subscription and the tenant are ours. */
async function senderOf(
  deps: Platform,
  { clientState, subscriptionId, tenantId }: Notice,
): Promise<string | undefined> {
  const [personId = '', secret = ''] = clientState.split('.');
  const known = (await mailboxes.find(deps.tables, outlook, personId))?.value.subscription;
  const isSecret = isLongSecret(secret, known?.secretHash);
  const isOurs = known?.id === subscriptionId && tenantId.toLowerCase() === deps.config.tenantId;
  return isSecret && isOurs ? personId : undefined;
}

/** `missed` is a reason to look like any other. */
function reasonOf(lifecycleEvent: string | undefined): Reason {
  if (lifecycleEvent === 'subscriptionRemoved') return 'removed';
  return lifecycleEvent === 'reauthorizationRequired' ? 'renew' : 'changed';
}

/**
 * Change notifications as Graph posts them: soon after a change, in real HTTP, to the address of each subscription to that
 * mailbox. On request the next ones get lost, come twice or come late, as they do on the real service.
 */
import { pause } from '../../platform/clock.ts';
import { etagOf } from './event-entity.ts';
import type { ChangeType } from './mailboxes.ts';
import type { StateStore, StoredEvent, StoredSubscription } from './state.ts';

export const disturbances = ['lost', 'doubled', 'late'] as const;
export type Disturbance = (typeof disturbances)[number];
export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

export interface Notifications {
  changed(event: StoredEvent, change: ChangeType): void;
  /** Every subscription hears it; after `subscriptionRemoved` there is none. Gives how many were told. */
  lifecycle(event: LifecycleEvent, personId?: string): number;
  /** The next so many notifications, of all mailboxes. */
  disturb(how: Disturbance, count: number): void;
  /** Resolves when everything that is due was posted, late ones of more than an hour ago among them. */
  quiet(): Promise<void>;
  /** Proves, before a subscription is made, that whoever listens there wants it. */
  validate(url: string): Promise<boolean>;
  stop(): void;
}

export interface NotificationParts {
  readonly store: StateStore;
  readonly now: () => Date;
  readonly tenantId: string;
  /** Where an address is reached from here. */
  readonly reach?: ((url: string) => string) | undefined;
}

/** Real milliseconds between a change and its notification. */
const soon = 25;
const lateBy = 3_600_000;
const patience = 10_000;
const mostTries = 3;

interface Post {
  readonly url: string;
  readonly body: unknown;
}

export function createNotifications({ store, now, tenantId, reach = (url) => url }: NotificationParts): Notifications {
  const waiting: Disturbance[] = [];
  const late: { readonly due: number; readonly post: Post }[] = [];
  const running = new Set<Promise<void>>();
  const ending = new AbortController();

  function living(): StoredSubscription[] {
    const { state } = store;
    const left = state.subscriptions.filter((one) => Date.parse(one.expirationDateTime) > now().getTime());
    if (left.length < state.subscriptions.length) {
      state.subscriptions = left;
      store.touch();
    }
    return left;
  }

  function post(one: Post): void {
    const run: Promise<void> = deliver({ ...one, url: reach(one.url) }, ending.signal).finally(() =>
      running.delete(run),
    );
    running.add(run);
  }

  function send(one: Post): void {
    const how = waiting.shift();
    if (how === 'lost') return;
    if (how === 'late') return void late.push({ due: now().getTime() + lateBy, post: one });
    post(one);
    if (how === 'doubled') post(one);
  }

  function releaseLate(): void {
    for (const one of late.splice(0)) {
      if (one.due <= now().getTime()) post(one.post);
      else late.push(one);
    }
  }

  return {
    changed(event, change) {
      for (const one of living()) {
        if (one.personId !== event.personId || !one.changeTypes.includes(change)) continue;
        send({ url: one.notificationUrl, body: { value: [noticeOf(one, event, change, tenantId)] } });
      }
    },
    lifecycle(lifecycleEvent, personId) {
      const told = living().filter((one) => personId === undefined || one.personId === personId);
      if (lifecycleEvent === 'subscriptionRemoved') {
        store.state.subscriptions = store.state.subscriptions.filter((one) => !told.includes(one));
        store.touch();
      }
      for (const one of told) {
        const { id: subscriptionId, expirationDateTime: subscriptionExpirationDateTime, clientState } = one;
        const body = { subscriptionId, subscriptionExpirationDateTime, tenantId, clientState, lifecycleEvent };
        if (one.lifecycleNotificationUrl !== null) post({ url: one.lifecycleNotificationUrl, body: { value: [body] } });
      }
      return told.length;
    },
    disturb: (how, count) => void waiting.push(...Array.from({ length: count }, () => how)),
    async quiet() {
      releaseLate();
      while (running.size > 0) await Promise.all(running);
    },
    validate: (url) => validate(reach(url)),
    stop: () => ending.abort(),
  };
}

function noticeOf(one: StoredSubscription, event: StoredEvent, changeType: ChangeType, tenantId: string): unknown {
  const resource = `Users/${event.personId}/Events/${event.id}`;
  return {
    ...{ subscriptionId: one.id, subscriptionExpirationDateTime: one.expirationDateTime, changeType, resource },
    resourceData: {
      '@odata.type': '#Microsoft.Graph.Event',
      '@odata.id': resource,
      '@odata.etag': etagOf(event),
      id: event.id,
    },
    ...{ clientState: one.clientState, tenantId },
  };
}

/** What is not taken with a 2xx is posted again, a few times, and then dropped. */
async function deliver({ url, body }: Post, signal: AbortSignal): Promise<void> {
  for (let turn = 1; turn <= mostTries && !signal.aborted; turn += 1) {
    await pause(soon * 4 ** (turn - 1), signal);
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    }).catch(() => undefined);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.ok) return;
  }
}

async function validate(url: string): Promise<boolean> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${Date.now()}`;
  const address = new URL(url);
  address.searchParams.set('validationToken', token);
  const answer = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(patience), redirect: 'error' })
    .then(async (one) => ({ status: one.status, type: one.headers.get('content-type'), text: await one.text() }))
    .catch(() => undefined);
  return answer?.status === 200 && answer.type?.startsWith('text/plain') === true && answer.text === token;
}

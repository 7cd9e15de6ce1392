/** Azure Storage Queues through one file: messages carry ids only, every call has a deadline. */
import { QueueClient, RestError } from '@azure/storage-queue';
import type { TokenCredential } from '@azure/identity';
import { z } from 'zod';
import { pause } from './clock.ts';
import { traceparent } from './telemetry/steps.ts';

/** Where a task is kept: what a queue message says. */
export const taskAddress = z.strictObject({ table: z.string(), partition: z.string(), id: z.string() });
export type TaskAddress = z.infer<typeof taskAddress>;
/** With it, the trace that put it there: ids of chance. */
const queued = taskAddress.extend({ trace: z.string().max(64).optional() });

/** What goes to many at once has a queue of its own: everything else would wait behind it. */
export const lanes = ['usual', 'campaign'] as const;
export type Lane = (typeof lanes)[number];

export interface Delivery {
  readonly address: TaskAddress;
  /** The trace that this is a part of (a `traceparent`). */
  readonly from?: string | undefined;
  /** Takes the message off the queue; a stale receipt is no error, the task's own row decides. */
  remove(): Promise<void>;
  /** Hides the message for so many seconds from now. */
  postpone(seconds: number): Promise<void>;
}

export interface Queue {
  prepare(): Promise<void>;
  send(address: TaskAddress): Promise<void>;
  /** At most 32 messages, hidden from others for so many seconds. Messages that cannot be read are taken off and given to `unreadable`. */
  receive(most: number, hiddenSeconds: number): Promise<Delivery[]>;
  length(): Promise<number>;
  /** Puts a message that nobody gets to see, and takes it back. Throws where that may not be. */
  tryWriting(): Promise<void>;
}

export interface QueueOptions {
  readonly name: string;
  readonly connection?: string;
  readonly url?: string;
  readonly credential?: TokenCredential;
  unreadable(text: string): void;
}

const deadline = 5_000;
const startTries = 8;
/** Of a message that is only tried: should it stay, it is gone before it is seen for long. */
const hiddenSeconds = 3_600;

export function createQueue(options: QueueOptions): Queue {
  const client = connect(options);
  const abortSignal = (): AbortSignal => AbortSignal.timeout(deadline);

  async function ignoreStale(call: Promise<unknown>): Promise<void> {
    try {
      await call;
    } catch (error) {
      if (!(error instanceof RestError && (error.statusCode === 404 || error.statusCode === 400))) throw error;
    }
  }

  function deliveryOf(message: { messageId: string; popReceipt: string; messageText: string }): Delivery | undefined {
    const parsed = queued.safeParse(parseJson(Buffer.from(message.messageText, 'base64').toString('utf8')));
    const remove = (): Promise<void> =>
      ignoreStale(client.deleteMessage(message.messageId, receipt, { abortSignal: abortSignal() }));
    let receipt = message.popReceipt;
    if (!parsed.success) {
      options.unreadable(message.messageText.slice(0, 200));
      void remove().catch(() => undefined);
      return undefined;
    }
    const { trace: from, ...address } = parsed.data;
    return {
      ...{ address, from, remove },
      postpone: async (seconds) => {
        const text = message.messageText;
        const update = client.updateMessage(message.messageId, receipt, text, seconds, { abortSignal: abortSignal() });
        await ignoreStale(update.then((answer) => (receipt = answer.popReceipt ?? receipt)));
      },
    };
  }

  return {
    prepare: async () => {
      // A process that starts in the middle of trouble must not end by it.
      for (let turn = 1; ; turn += 1)
        try {
          return void (await client.createIfNotExists({ abortSignal: abortSignal() }));
        } catch (error) {
          if (turn === startTries) throw error;
          await pause(200 * turn);
        }
    },
    send: async (address) => {
      const trace = traceparent();
      const message = trace === undefined ? address : { ...address, trace };
      const text = Buffer.from(JSON.stringify(message)).toString('base64');
      await client.sendMessage(text, { abortSignal: abortSignal() });
    },
    receive: async (most, hiddenSeconds) => {
      const answer = await client.receiveMessages({
        numberOfMessages: Math.min(32, most),
        visibilityTimeout: hiddenSeconds,
        abortSignal: abortSignal(),
      });
      return answer.receivedMessageItems.flatMap((message) => deliveryOf(message) ?? []);
    },
    tryWriting: async () => {
      const hidden = { visibilityTimeout: hiddenSeconds, messageTimeToLive: 2 * hiddenSeconds };
      const put = await client.sendMessage('', { ...hidden, abortSignal: abortSignal() });
      await client.deleteMessage(put.messageId, put.popReceipt, { abortSignal: abortSignal() });
    },
    length: async () => (await client.getProperties({ abortSignal: abortSignal() })).approximateMessagesCount ?? 0,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function connect({ name, connection, url, credential }: QueueOptions): QueueClient {
  const retryOptions = { maxTries: 3, tryTimeoutInMs: 2_000, retryDelayInMs: 100, maxRetryDelayInMs: 1_000 };
  if (connection !== undefined) return new QueueClient(connection, name, { retryOptions });
  if (url === undefined || credential === undefined)
    throw new Error('neither a connection nor an account is configured');
  return new QueueClient(`${url}/${name}`, credential, { retryOptions });
}

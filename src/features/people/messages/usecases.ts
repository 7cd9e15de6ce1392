/**
 * The one way a message reaches a person: re-read, in working hours, in their language, recorded. Jobs call it;
 * the same send id is sent again only when the end of its first run was not recorded.
 */
import type { Card } from '../../../platform/cards.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { JobResult } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Undeliverable } from '../../../platform/teams/delivery.ts';
import type { Language } from '../../../platform/words.ts';
import { isCandidate, type Person } from '../model.ts';
import { nextWorkingMoment } from '../rules.ts';
import { findPerson, languageOfPerson, preferencesOfPerson, workingHoursOf } from '../usecases.ts';
import type { Sent } from './model.ts';
import { mayBeSentAgain } from './rules.ts';
import { sentRows, type SentTable } from './store.ts';

export interface Message {
  readonly table: SentTable;
  /** The programme or survey that it is about. */
  readonly partition: string;
  /** Deterministic: programme, step, round, person. */
  readonly sendId: string;
  /** The name of the job that sends it. */
  readonly kind: string;
  /** What the job was given: ids only. */
  readonly data: Readonly<Record<string, string>>;
  readonly personId: string;
  /** An invitation: not for those who said "do not ask again". */
  readonly invitation?: boolean;
  /** `working-hours` waits for the receiver's next working moment (default); `now` answers something the person just did. */
  readonly when?: 'working-hours' | 'now';
  /** Used where neither the person nor the directory says a language. */
  readonly programmeLanguage?: Language;
  /** Made at the last moment from what is true then; nothing when there is no longer a reason to write. */
  card(language: Language, receiver: Person): Promise<Card | undefined> | Card | undefined;
}

/** Sends, or says when to come back. Throws only what another try may mend. */
export async function deliver(deps: Platform, message: Message): Promise<JobResult> {
  const { table, partition, sendId } = message;
  const before = await sentRows[table].find(deps.tables, partition, sendId);
  if (before) return undefined;

  const receiver = await findPerson(deps, message.personId);
  if (!receiver) return record(deps, message, { state: 'failed', reason: 'unknown-person' });
  if (!isCandidate(receiver)) return record(deps, message, { state: 'failed', reason: 'left' });
  if (message.invitation && (await preferencesOfPerson(deps, receiver.id)).doNotAsk)
    return record(deps, message, { state: 'failed', reason: 'do-not-ask' });

  const now = deps.clock.now();
  const moment = message.when === 'now' ? now : nextWorkingMoment(now, await workingHoursOf(deps, receiver.id));
  if (moment > now) return { again: moment };

  const language = await languageOfPerson(deps, receiver, message.programmeLanguage);
  const card = await message.card(language, receiver);
  if (!card) return undefined;
  try {
    const { messageId } = await deps.teams.sendCard(receiver.id, card, { sendId, language });
    return await record(deps, message, { state: 'arrived', messageId });
  } catch (error) {
    if (error instanceof Undeliverable) return record(deps, message, { state: 'failed', reason: error.reason });
    throw error;
  }
}

async function record(
  deps: Platform,
  message: Message,
  end: Pick<Sent, 'state' | 'reason' | 'messageId'>,
): Promise<void> {
  const { table, partition, sendId, kind, personId } = message;
  const data = end.state === 'failed' ? { data: { ...message.data } } : {};
  const row = sentRows[table].create(partition, sendId, { personId, kind, at: deps.clock.now(), ...end, ...data });
  await deps.tables.commit([row]).catch((error: unknown) => {
    if (!isFailure(error, 'conflict')) throw error;
  });
}

/** What was sent about a programme or survey, oldest first. */
export async function sentAbout(
  deps: Platform,
  table: SentTable,
  partition: string,
): Promise<(Sent & { readonly sendId: string })[]> {
  const rows = await sentRows[table].list(deps.tables, partition);
  return rows.map(({ key, value }) => ({ ...value, sendId: key[0] ?? '' })).sort((a, b) => a.at - b.at);
}

/** Asks the job again for a message that did not arrive. Pressed twice it is asked once. Failure `gone` when it is settled. */
export async function sendAgain(deps: Platform, table: SentTable, partition: string, sendId: string): Promise<void> {
  const row = await sentRows[table].find(deps.tables, partition, sendId);
  const { kind, data } = row?.value ?? {};
  if (!row || !kind || !data || !mayBeSentAgain(row.value)) throw new Failure('gone', 'message-over');
  // Where the send id is the id of the task, the same id keeps it the same message.
  await deps.outbox.commit([sentRows[table].remove(row)], [{ id: sendId, job: kind, data }]);
}

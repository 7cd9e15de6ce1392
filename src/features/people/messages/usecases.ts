/**
 * The one way a message reaches a person: re-read, in its turn, in working hours, within the month's budget, in their language,
 * recorded. Jobs call it; the same send id is sent again only when the end of its first run was not recorded, once.
 */
import type { Card } from '../../../platform/cards.ts';
import { Failure } from '../../../platform/errors.ts';
import type { JobResult } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { TryLater, Undeliverable } from '../../../platform/teams/delivery.ts';
import type { Language } from '../../../platform/words.ts';
import { digestCard } from '../cards.ts';
import { isCandidate, type Person } from '../model.ts';
import { languageFor } from '../rules.ts';
import { findPerson, preferencesOfPerson, workingHoursOf } from '../usecases.ts';
import type { KeptBack, Letterbox, SendRule, Sent } from './model.ts';
import * as rules from './rules.ts';
import { letterboxes, sentRows, type SentTable } from './store.ts';

export interface Message extends SendRule {
  readonly table: SentTable;
  /** The programme or survey that it is about. */
  readonly partition: string;
  /** Deterministic: programme, step, round, person. */
  readonly sendId: string;
  /** What the job was given: ids only. */
  readonly data: Readonly<Record<string, string>>;
  readonly personId: string;
  /** Used where neither the person nor the directory says a language. */
  readonly programmeLanguage?: Language;
  /** Made at the last moment from what is true then; nothing when there is no longer a reason to write. */
  card(language: Language, receiver: Person): Promise<Card | undefined> | Card | undefined;
}

/** Sends, or says when to come back. Throws only what another try may mend. */
export async function deliver(deps: Platform, message: Message): Promise<JobResult> {
  const { table, partition, sendId, personId } = message;
  const [before, receiver, own, teams, box, hours] = await Promise.all([
    sentRows[table].find(deps.tables, partition, sendId),
    findPerson(deps, personId),
    preferencesOfPerson(deps, personId),
    deps.teams.languageOf(personId),
    letterboxes.find(deps.tables, personId, 'own'),
    workingHoursOf(deps, personId),
  ]);
  if (before) return undefined;
  if (!receiver) return record(deps, message, { state: 'failed', reason: 'unknown-person' });
  if (!isCandidate(receiver)) return record(deps, message, { state: 'failed', reason: 'left' });
  if (message.invitation && own.doNotAsk) return record(deps, message, { state: 'failed', reason: 'do-not-ask' });

  const moment = { now: deps.clock.now(), machine: deps.clock.machine(), hours };
  const wanted = { ...message, answers: message.when === 'now', unsolicited: rules.isUnsolicited(message) };
  const letters = box?.value ?? rules.emptyLetterbox;
  const turn = rules.turnOf(letters, wanted, moment, await isOver(deps, letters));
  if (turn.is === 'told') return record(deps, message, { state: 'arrived', by: 'digest' });
  if (turn.is === 'perhaps') return record(deps, message, { state: 'failed', reason: 'perhaps' });
  if (turn.is === 'wait') {
    const next = rules.inLine(letters, message, moment.now, turn.until);
    // Whoever changed the letterbox meanwhile may have changed whose turn it is: asked again soon.
    const noted = next === letters || (await keepLetters(deps, personId, box, next));
    return { again: noted ? turn.until : moment.now + 1_000, why: turn.why };
  }

  const language = own.language ?? teams ?? languageFor(receiver, own, message.programmeLanguage);
  const card = await message.card(language, receiver);
  if (!card) return leaveLine(deps, personId, box, sendId);
  if (turn.is === 'in-tab') {
    if (!(await keepLetters(deps, personId, box, rules.keptInTab(letters, message, moment.now))))
      return { again: moment.now + 1_000 };
    return record(deps, message, { state: 'in-tab' });
  }
  const shown = turn.covers.length > 0 ? digestCard(language, deps.teams.tabLink('/', 'Tandem')) : card;
  return send(deps, message, { box, next: rules.settingOut(letters, wanted, moment, turn), card: shown, language });
}

interface Sending {
  readonly box: Row<Letterbox> | undefined;
  readonly next: Letterbox;
  readonly card: Card;
  readonly language: Language;
}

/** The letterbox is written just before the card goes: of two that set out at once, one comes again. */
async function send(deps: Platform, message: Message, { box, next, card, language }: Sending): Promise<JobResult> {
  const { personId, sendId } = message;
  const urgency = message.when === 'now' ? 'interactive' : rules.isUnsolicited(message) ? 'campaign' : 'transactional';
  const alongside = [letterChange(personId, box, next)];
  try {
    const { messageId } = await deps.teams.sendCard(personId, card, { sendId, language, urgency, alongside });
    return record(deps, message, { state: 'arrived', messageId });
  } catch (error) {
    if (error instanceof Undeliverable) return record(deps, message, { state: 'failed', reason: error.reason });
    if (error instanceof Failure && error.code === 'conflict') return { again: deps.clock.now() + 1_000 };
    if (!(error instanceof TryLater) || !error.mayHaveArrived) await turnBack(deps, personId, sendId);
    throw error;
  }
}

/** It surely did not arrive: the next try is not the last one without an answer. */
async function turnBack(deps: Platform, personId: string, sendId: string): Promise<void> {
  const row = await letterboxes.find(deps.tables, personId, 'own');
  if (row?.value.sending?.sendId !== sendId) return;
  await unlessChanged(deps.tables.commit([letterboxes.replace(row, rules.turnedBack(row.value))]));
}

/** The message on its way has come to its end: it is recorded. */
async function isOver(deps: Platform, { sending }: Letterbox): Promise<boolean> {
  if (!sending) return true;
  return (await sentRows[sending.table].find(deps.tables, sending.partition, sending.sendId)) !== undefined;
}

const letterChange = (personId: string, box: Row<Letterbox> | undefined, next: Letterbox): Change =>
  box ? letterboxes.replace(box, next) : letterboxes.create(personId, 'own', next);

function keepLetters(deps: Platform, personId: string, box: Row<Letterbox> | undefined, next: Letterbox) {
  return unlessChanged(deps.tables.commit([letterChange(personId, box, next)]));
}

/** There is no reason to write any more: whoever waits behind it goes on. */
async function leaveLine(deps: Platform, personId: string, box: Row<Letterbox> | undefined, sendId: string) {
  const next = box && rules.outOfLine(box.value, sendId);
  if (next && next !== box.value) await keepLetters(deps, personId, box, next);
  return undefined;
}

/** What the end of the task writes in its own batch. */
function record(
  deps: Platform,
  message: Message,
  end: Pick<Sent, 'state' | 'reason' | 'messageId' | 'by'>,
): { readonly done: readonly Change[] } {
  const { table, partition, sendId, kind, personId } = message;
  const data = end.state === 'arrived' ? {} : { data: { ...message.data } };
  return {
    done: [sentRows[table].create(partition, sendId, { personId, kind, at: deps.clock.now(), ...end, ...data })],
  };
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
  const { kind, data, personId } = row?.value ?? {};
  if (!row || !kind || !data || !personId || !rules.mayBeSentAgain(row.value))
    throw new Failure('gone', 'message-over');
  // Whoever asks knows that it may be there already: it sets out as if for the first time.
  await turnBack(deps, personId, sendId);
  // Where the send id is the id of the task, the same id keeps it the same message.
  await deps.outbox.commit([sentRows[table].remove(row)], [{ id: sendId, job: kind, data }]);
}

/** What the month's budget kept back for this person, the newest first: it waits in the tab. */
export async function keptBackFor(deps: Platform, personId: string): Promise<KeptBack[]> {
  const box = await letterboxes.find(deps.tables, personId, 'own');
  const lines = box ? rules.inTabNow(box.value, deps.clock.now()) : [];
  const found = lines.map(async ({ kind, at, table, partition, sendId }) => {
    const record = (await sentRows[table].find(deps.tables, partition, sendId))?.value;
    return record?.state === 'in-tab' ? [{ kind, at, data: record.data ?? {} }] : [];
  });
  return (await Promise.all(found)).flat();
}

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
import type { Place } from '../../../platform/teams.ts';
import type { Language } from '../../../platform/words.ts';
import { digestCard } from '../cards.ts';
import { isAdmittedAnywhere } from '../guests/usecases.ts';
import { callName, isCandidate, type Person } from '../model.ts';
import { languageFor } from '../rules.ts';
import { findPerson, hoursFrom, personOf, preferencesOfPerson } from '../usecases.ts';
import { say } from '../words.ts';
import type { KeptBack, Letterbox, MessageChoices, SendRule, Sent } from './model.ts';
import * as rules from './rules.ts';
import { halts, letterboxes, receiverRows, sentRows, type SentTable } from './store.ts';

export interface Message extends SendRule {
  readonly table: SentTable;
  /** The programme or survey that it is about. */
  readonly partition: string;
  /** The id of the task that sends it, deterministic: programme, step, round, person. */
  readonly sendId: string;
  /** What the job was given: ids only. */
  readonly data: Readonly<Record<string, string>>;
  readonly personId: string;
  /** Used where neither the person nor the directory says a language. */
  readonly programmeLanguage?: Language;
  /**
   * Made at the last moment from what is true then; nothing when there is no longer a reason to write. A letter where it goes by mail
   * from the beginning: it has its own words, and tells of no other messages.
   */
  card(language: Language, receiver: Person): Promise<What | undefined> | What | undefined;
}

type What = Card | Letter;

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends, or says when to come back. Throws only what another try may mend. */
export async function deliver(deps: Platform, message: Message): Promise<JobResult> {
  const { table, partition, sendId, personId } = message;
  const [before, halted, receiver, { own, chat, box, hours: keptHours }] = await Promise.all([
    sentRows[table].find(deps.tables, partition, sendId),
    halts[table].find(deps.tables, partition, rules.groupOf(message.kind, rules.roundOf(message.data))),
    findPerson(deps, personId),
    receiverRows(deps.tables, personId),
  ]);
  if (before && before.value.state !== 'by-mail') return undefined;
  const record = (end: End): Recorded => recordOf(deps, message, before, end);
  if (!receiver) return record({ state: 'failed', reason: 'unknown-person' });
  if (!isCandidate(receiver) && !(await isAdmittedAnywhere(deps, receiver)))
    return record({ state: 'failed', reason: 'left' });
  // There is nothing for guests that such a message could lead to.
  if (receiver.kind === 'guest' && !rules.isForGuests(message.kind)) return undefined;
  if (before && receiver.mail === undefined) return record({ state: 'failed', reason: 'no-mail' });
  if (message.invitation && own.doNotAsk) return record({ state: 'failed', reason: 'do-not-ask' });
  if (halted) {
    await leaveLine(deps, personId, box, sendId);
    return record({ state: 'stopped', who: halted.value.by });
  }

  const chosen = rules.wayOf(message, own.ways, canMail(deps, receiver));
  const hours = await hoursFrom(deps, personId, keptHours);
  const moment = { now: deps.clock.now(), machine: deps.clock.machine(), hours };
  const wanted = {
    ...message,
    ...{ answers: message.when === 'now', unsolicited: rules.isUnsolicited(message), quiet: chosen === 'tab' },
  };
  const letters = box?.value ?? rules.emptyLetterbox;
  const turn = rules.turnOf(letters, wanted, moment, await isOver(deps, letters));
  if (turn.is === 'told') return record({ state: 'arrived', by: 'digest' });
  if (turn.is === 'perhaps') return record({ state: 'failed', reason: 'perhaps' });
  if (turn.is === 'wait') {
    const next = rules.inLine(letters, message, moment.now, turn.until);
    // Whoever changed the letterbox meanwhile may have changed whose turn it is: asked again soon.
    const noted = next === letters || (await keepLetters(deps, personId, box, next));
    return { again: noted ? turn.until : moment.now + 1_000, why: turn.why };
  }

  const language = own.language ?? chat?.language ?? languageFor(receiver, own, message.programmeLanguage);
  const what = await message.card(language, receiver);
  if (!what) {
    await leaveLine(deps, personId, box, sendId);
    return before && { done: [sentRows[table].remove(before)] };
  }
  const isLetter = 'subject' in what;
  if (isLetter && receiver.mail === undefined) {
    await leaveLine(deps, personId, box, sendId);
    return record({ state: 'failed', reason: 'no-mail' });
  }
  if (turn.is === 'in-tab') {
    if (!(await keepLetters(deps, personId, box, rules.keptInTab(letters, message, moment.now))))
      return { again: moment.now + 1_000 };
    return record({ state: 'in-tab' });
  }
  // A mail says that something waits, and the tab what it is.
  const isByMail = !isLetter && !before && chosen === 'mail';
  const going = isLetter || isByMail ? { ...turn, covers: [] } : turn;
  const next = rules.settingOut(letters, wanted, moment, going);
  const alongside = [letterChange(personId, box, isByMail ? rules.keptInTab(next, message, moment.now) : next)];
  const isDigest = going.covers.length > 0;
  const shown = { isDigest, language, chat, alongside };
  const way = isLetter
    ? asLetter(deps, receiver, what, alongside)
    : before || isByMail
      ? byMail(deps, { receiver, language, text: isByMail ? 'mail.text.chosen' : 'mail.text' }, alongside)
      : inChat(deps, message, { ...shown, card: isDigest ? digestCard(language, homeLink(deps)) : what });
  return send(deps, message, (end) => record(isByMail ? waitingIn(end) : end), way);
}

type End = Pick<Sent, 'state' | 'reason' | 'messageId' | 'by' | 'who'>;
type Recorded = { readonly done: readonly Change[] };
/** Throws Undeliverable, or a Failure. */
type Way = () => Promise<Pick<Sent, 'messageId' | 'by'>>;

interface InChat {
  readonly card: Card;
  /** The card tells of others too, and nothing of its own. */
  readonly isDigest: boolean;
  readonly language: Language;
  readonly chat: Place | undefined;
  readonly alongside: readonly Change[];
}

function inChat({ teams }: Platform, message: Message, shown: InChat): Way {
  const { personId, sendId } = message;
  const { card, isDigest, language, chat, alongside } = shown;
  const urgency = message.when === 'now' ? 'interactive' : rules.isUnsolicited(message) ? 'campaign' : 'transactional';
  return async () => ({
    ...(await teams.sendCard(personId, card, { sendId, language, urgency, chat, alongside })),
    ...(isDigest ? { by: 'digest' } : {}),
  });
}

const canMail = ({ config }: Platform, { mail }: Person): boolean =>
  config.mailFrom !== undefined && mail !== undefined;

/** What a mail told of is still to be found in the tab. */
const waitingIn = (end: End): End => (end.state === 'arrived' ? { ...end, state: 'in-tab' } : end);

interface Notice {
  readonly receiver: Person;
  readonly language: Language;
  readonly text: 'mail.text' | 'mail.text.chosen';
}

/** Says that something waits in the tab, and nothing of what it is: mails are read over shoulders, and by others. */
function byMail(deps: Platform, { receiver, language, text: key }: Notice, alongside: readonly Change[]): Way {
  const text = say(language, key, { name: callName(receiver), link: homeLink(deps) });
  return asLetter(deps, receiver, { subject: say(language, 'mail.subject'), text }, alongside);
}

function asLetter(
  deps: Platform,
  receiver: Person,
  letter: Omit<Letter, 'html'> & Partial<Letter>,
  alongside: readonly Change[],
): Way {
  const { mailFrom } = deps.config;
  return async () => {
    if (mailFrom === undefined) throw new Undeliverable('mail-not-set-up');
    await deps.tables.commit(alongside);
    await deps.mail.send({ ...letter, to: [receiver.mail ?? ''] }, { mailbox: mailFrom });
    return { by: 'mail' };
  };
}

const homeLink = ({ teams }: Platform): string => teams.tabLink('/', 'Tandem');

/** The letterbox is written just before it goes: of two that set out at once, one comes again. */
async function send(deps: Platform, message: Message, record: (end: End) => Recorded, way: Way): Promise<JobResult> {
  const { personId, sendId } = message;
  try {
    return record({ state: 'arrived', ...(await way()) });
  } catch (error) {
    if (error instanceof Undeliverable) return record({ state: 'failed', reason: error.reason });
    if (error instanceof Failure && error.code === 'conflict') return { again: deps.clock.now() + 1_000 };
    if (!(error instanceof TryLater) || !error.mayHaveArrived) await turnBack(deps, personId, sendId);
    throw error;
  }
}

/** It surely did not arrive: the next try is not the last one without an answer. */
export async function turnBack(deps: Platform, personId: string, sendId: string): Promise<void> {
  const row = await letterboxes.find(deps.tables, personId, 'own');
  if (row?.value.sending?.sendId !== sendId) return;
  await unlessChanged(deps.tables.commit([letterboxes.replace(row, rules.turnedBack(row.value))]));
}

/** The message on its way has come to its end: it is recorded. */
async function isOver(deps: Platform, { sending }: Letterbox): Promise<boolean> {
  if (!sending) return true;
  const record = await sentRows[sending.table].find(deps.tables, sending.partition, sending.sendId);
  return record !== undefined && record.value.state !== 'by-mail';
}

const letterChange = (personId: string, box: Row<Letterbox> | undefined, next: Letterbox): Change =>
  box ? letterboxes.replace(box, next) : letterboxes.create(personId, 'own', next);

function keepLetters(deps: Platform, personId: string, box: Row<Letterbox> | undefined, next: Letterbox) {
  return unlessChanged(deps.tables.commit([letterChange(personId, box, next)]));
}

/** There is no reason to write any more, or it was stopped: whoever waits behind it goes on. */
export async function leaveLine(deps: Platform, personId: string, box: Row<Letterbox> | undefined, sendId: string) {
  const next = box && rules.outOfLine(box.value, sendId);
  if (next && next !== box.value) await keepLetters(deps, personId, box, next);
}

/** A letterbox remembers the last message, and what waits, by what it is about: that goes. When something was sent still counts. */
export async function forgetInLetterbox(deps: Platform, personId: string, partition: string): Promise<void> {
  const row = await letterboxes.find(deps.tables, personId, 'own');
  const next = row && rules.withoutPartition(row.value, partition);
  if (next && next !== row.value) await deps.tables.commit([letterboxes.replace(row, next)]);
}

/** What the end of the task writes in its own batch. That it arrived is true whatever was written meanwhile, such as a stop. */
function recordOf(deps: Platform, message: Message, before: Row<Sent> | undefined, end: End): Recorded {
  const { table, partition, sendId, kind, personId } = message;
  const rows = sentRows[table];
  const round = rules.roundOf(message.data);
  const value: Sent = {
    ...{ personId, kind, at: deps.clock.now(), ...end },
    ...(round === '' ? {} : { round }),
    ...(end.state === 'arrived' ? {} : { data: { ...message.data } }),
  };
  if (end.state === 'arrived' || end.by !== undefined) return { done: [rows.put(partition, sendId, value)] };
  return { done: [before ? rows.replace(before, value) : rows.create(partition, sendId, value)] };
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

/** For the person: what may be chosen, and what was. */
export async function messageChoicesOf(deps: Platform, personId: string): Promise<MessageChoices> {
  const [one, { ways = {} }] = await Promise.all([personOf(deps, personId), preferencesOfPerson(deps, personId)]);
  return { topics: rules.topicsFor(one), ways, byMail: canMail(deps, one) };
}

/** What waits for this person in the tab, the newest first: over the month's budget, or because they want it so. */
export async function keptBackFor(deps: Platform, personId: string): Promise<KeptBack[]> {
  const box = await letterboxes.find(deps.tables, personId, 'own');
  const lines = box ? rules.inTabNow(box.value, deps.clock.now()) : [];
  const found = lines.map(async ({ kind, at, table, partition, sendId }) => {
    const record = (await sentRows[table].find(deps.tables, partition, sendId))?.value;
    return record?.state === 'in-tab' ? [{ kind, at, data: record.data ?? {} }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** A person's own part in an event: what is said of them and their answer to it, what they said of others, and what an event asks of them. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { findPeople } from '../../../people/usecases.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import { honourFor } from '../honours/usecases.ts';
import type { MyEvent } from '../honours/model.ts';
import type { HonourEvent, MyEvents } from '../model.ts';
import type { AboutMe, FromMe, Nomination } from '../nominating/model.ts';
import { askedFor, fateOf, isStanding, voicesAbout, waitsFor } from '../nominating/rules.ts';
import { sideOf, type Pair } from '../../../pairs/model.ts';
import { mayAnswer, maySeeEvent } from '../policy.ts';
import { endOf, factsOf, joinUrlOf, juryAt, namesUntil, phaseOf } from '../rules.ts';
import { honourEvents, honours, juries, nominations } from '../store.ts';
import { hasToJudge } from '../judging/usecases.ts';
import { eventOf, type EventAddress, type Known } from '../usecases.ts';

const isNominator = ({ voices }: Nomination, personId: string): boolean => voices.some(({ by }) => by === personId);

/** For whoever has something to do with it; "not there" and "not for you" are one answer. */
export async function viewMyEvent(deps: Platform, caller: Caller, at: EventAddress): Promise<MyEvent> {
  const { view, event, isOfIt } = await lookAt(deps, caller, at);
  if (!maySeeEvent(event, isOfIt)) throw new Failure('not-found', 'honour-event-gone');
  return view;
}

/** After a verb that asked whether this person may. */
export async function myEventAfter(deps: Platform, caller: Caller, at: EventAddress): Promise<MyEvent> {
  return (await lookAt(deps, caller, at)).view;
}

interface Looked {
  readonly view: MyEvent;
  readonly event: HonourEvent;
  readonly isOfIt: boolean;
}

async function lookAt(deps: Platform, caller: Caller, at: EventAddress): Promise<Looked> {
  const { personId } = caller;
  const [known, honour] = await Promise.all([eventOf(deps, at), honourFor(deps, personId, at)]);
  const { row, programme, all, pairs } = known;
  const { value: event } = row;
  const isMember = [...pairs.values()].some((one) => isStanding(one) && sideOf(one, personId) !== undefined);
  const about = all.filter((one) => askedFor(one).includes(personId));
  const from = all.filter((one) => isNominator(one, personId));
  const isJuror = event.jurors.includes(personId);
  const isOfIt = isMember || isJuror || honour !== undefined || about.length + from.length > 0;
  const people = await findPeople(
    deps,
    [...about, ...from].flatMap(({ subject, voices }) => [...subject, ...voices.map(({ by }) => by)]),
  );
  const nameOf = (id: string): string => people.get(id)?.name ?? '…';
  const facts = factsOf(event, programme.name, deps.clock.now());
  const joinUrl = honour?.says.comes === 'yes' ? joinUrlOf(event) : undefined;
  const view: MyEvent = {
    ...{ ...facts, isJuror, mayNominate: isMember && facts.phase === 'nominating' },
    about: about.map((one) => aboutFor(personId, one, nameOf)),
    from: from.map((one) => fromFor(personId, one, known, { phase: facts.phase, nameOf })),
    ...(honour ? { honour: { side: honour.side, criteria: honour.criteria, says: honour.says } } : {}),
    ...(joinUrl === undefined ? {} : { joinUrl }),
  };
  return { view, event, isOfIt };
}

type NameOf = (personId: string) => string;

function aboutFor(personId: string, one: Nomination, nameOf: NameOf): AboutMe {
  const voices = voicesAbout(one, personId);
  const mine = one.answers[personId];
  return {
    ...{ id: one.id, kind: one.kind, names: one.subject.map(nameOf), isMe: one.subject.includes(personId) },
    voices: voices.map(({ place, criteria, why, isOut, by }) => ({
      ...{ place, criteria, why, byName: nameOf(by) },
      ...(isOut ? { isOut } : {}),
    })),
    upTo: Math.max(0, ...voices.map(({ place }) => place)),
    ...(mine ? { mine: { said: mine.said, at: mine.at } } : {}),
    isNew: mine?.said === 'yes' && waitsFor(one, personId),
  };
}

interface Telling {
  readonly phase: MyEvent['phase'];
  readonly nameOf: NameOf;
}

/** Without the words: that somebody had them taken out is not to be seen here. */
function fromFor(personId: string, one: Nomination, { standing }: Known, { phase, nameOf }: Telling): FromMe {
  const own = one.voices.find(({ by }) => by === personId);
  return {
    ...{ id: one.id, names: one.subject.map(nameOf), criteria: own?.criteria ?? [], at: own?.at ?? 0 },
    fate: fateOf(one, standing, phase),
  };
}

export interface NominationAddress extends EventAddress {
  readonly nominationId: string;
}

async function nominationFor(deps: Platform, personId: string, at: NominationAddress) {
  const row = await nominations.find(deps.tables, at.programmeId, at.eventId, at.nominationId);
  if (!row || !mayAnswer(personId, row.value)) throw new Failure('not-found', 'nomination-gone');
  return row;
}

/**
 * A yes holds for the words up to a place, and until the jury begins it can be given; a no at any time, without a reason. Failure `conflict`
 * for a yes that comes too late.
 */
export function answerNomination(
  deps: Platform,
  personId: string,
  at: NominationAddress,
  { said, upTo }: { readonly said: 'yes' | 'no'; readonly upTo: number },
): Promise<void> {
  return untilUnchanged(async () => {
    const row = await nominationFor(deps, personId, at);
    const { value: event } = (await eventOf(deps, at)).row;
    if (event.state === 'cancelled') throw new Failure('gone', 'event-cancelled');
    const now = deps.clock.now();
    if (said === 'yes' && (event.state !== 'open' || now >= juryAt(event)))
      throw new Failure('conflict', 'nomination-late');
    const before = row.value.answers[personId];
    const seen = Math.min(upTo, row.value.turn);
    if (before?.said === said && before.upTo >= seen) return;
    const answers = { ...row.value.answers, [personId]: { said, upTo: seen, at: now } };
    await deps.tables.commit([nominations.replace(row, { ...row.value, answers })]);
  });
}

/** The words go for everybody, and the criteria stay; nobody is told who of the two wanted it. Twice is once. */
export function takeWordsOut(deps: Platform, personId: string, at: NominationAddress, place: number): Promise<void> {
  return untilUnchanged(async () => {
    const row = await nominationFor(deps, personId, at);
    const meant = voicesAbout(row.value, personId).find((one) => one.place === place);
    if (!meant || meant.isOut) return;
    const voices = row.value.voices.map((one) => (one === meant ? { ...one, why: '', isOut: true as const } : one));
    await deps.tables.commit([nominations.replace(row, { ...row.value, voices })]);
  });
}

/** Events in which somebody has a part, the soonest first; until the names are forgotten. */
export async function myEventsOf(deps: Platform, { personId }: Caller): Promise<MyEvents> {
  const [pairs, lines] = await Promise.all([pairsOfPerson(deps, personId), juries.list(deps.tables, personId)]);
  const programmes = new Set([...pairs.map(({ programmeId }) => programmeId), ...lines.map(({ key }) => key[0] ?? '')]);
  const found = await Promise.all(
    [...programmes].map((programmeId) => inProgramme(deps, personId, { programmeId, pairs })),
  );
  return found.flat().toSorted((a, b) => a.start - b.start);
}

interface Where {
  readonly programmeId: string;
  /** Of this person, in all programmes. */
  readonly pairs: readonly Pair[];
}

async function inProgramme(deps: Platform, personId: string, { programmeId, pairs }: Where): Promise<MyEvents> {
  const rows = (await honourEvents.list(deps.tables, programmeId)).filter(({ value }) => isShown(deps, value));
  const programme = rows.length === 0 ? undefined : await findProgramme(deps, programmeId);
  if (!programme) return [];
  const isMember = pairs.some((one) => one.programmeId === programmeId && isStanding(one));
  const lines = await Promise.all(
    rows.map(async ({ value: event }): Promise<MyEvents> => {
      const part = await partIn(deps, personId, event, isMember);
      const { id, title, language, start, zone } = event;
      return part
        ? [{ ...{ id, programmeId, title, language, start, zone, programmeName: programme.name }, ...part }]
        : [];
    }),
  );
  return lines.flat();
}

const isShown = (deps: Platform, one: HonourEvent): boolean =>
  (one.state === 'open' || one.state === 'decided') && deps.clock.now() < namesUntil(one);

async function partIn(deps: Platform, personId: string, event: HonourEvent, isMember: boolean) {
  const { programmeId, id } = event;
  const now = deps.clock.now();
  const [rows, honour] = await Promise.all([
    nominations.list(deps.tables, programmeId, id),
    honours.find(deps.tables, programmeId, id, personId),
  ]);
  const phase = phaseOf(event, now);
  const all = rows.map(({ value }) => value);
  const isJuror = event.jurors.includes(personId);
  const isAsked = all.some((one) => waitsFor(one, personId)) && now < juryAt(event);
  const isHonoured = honour !== undefined && honour.value.isDeclined !== true;
  const hasAnswered = isHonoured && Object.keys(honour.value.says).length > 0;
  const isPart =
    isMember ||
    isJuror ||
    isHonoured ||
    all.some((one) => askedFor(one).includes(personId) || isNominator(one, personId));
  if (!isPart || (endOf(event) <= now && !isHonoured)) return undefined;
  const waits =
    isHonoured && !hasAnswered
      ? 'honour'
      : isAsked
        ? 'answer'
        : isJuror && phase === 'judging' && (await hasToJudge(deps, personId, { programmeId, eventId: id }))
          ? 'judge'
          : isMember && phase === 'nominating'
            ? 'nominate'
            : 'nothing';
  return { waits, isJuror, isHonoured } as const;
}

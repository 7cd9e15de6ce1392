/** Nominating, for members of pairs and coordinators. What several say of the same is joined; both of a pair are asked by the same batch. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { NewTask } from '../../../../platform/outbox.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { membersOf, sideOf, type Pair } from '../../../pairs/model.ts';
import { cardOf } from '../../../people/model.ts';
import { findPeople } from '../../../people/usecases.ts';
import { mayCoordinate } from '../../../programmes/policy.ts';
import { coordinatorsOf } from '../../../programmes/usecases.ts';
import type { HonourEvent } from '../model.ts';
import { mayNominate, maySeeEvent } from '../policy.ts';
import { factsOf, isCriterionOf } from '../rules.ts';
import { judgements, nominations } from '../store.ts';
import { eventOf, requireNominating, type EventAddress, type Known } from '../usecases.ts';
import {
  kinds,
  mostNominations,
  type Nomination,
  type NominatePage,
  type NominationDraft,
  type NominationKind,
  type Nominee,
  type Voice,
} from './model.ts';
import { askedFor, isStanding, pairMeant, partnersToNominate, subjectOf, voicesAbout, waitsFor } from './rules.ts';

export interface Nominator {
  readonly known: Known;
  readonly isCoordinator: boolean;
}

/** For whoever may nominate; else Failure `not-found`. */
export async function nominatorFor(deps: Platform, caller: Caller, at: EventAddress): Promise<Nominator> {
  const [known, team] = await Promise.all([eventOf(deps, at), coordinatorsOf(deps, at.programmeId)]);
  const isMember = [...known.pairs.values()].some((one) => isStanding(one) && sideOf(one, caller.personId));
  const isCoordinator = mayCoordinate(caller, team);
  if (!maySeeEvent(known.row.value, mayNominate(isMember, isCoordinator)))
    throw new Failure('not-found', 'honour-event-gone');
  return { known, isCoordinator };
}

export async function nominatePageOf(deps: Platform, caller: Caller, at: EventAddress): Promise<NominatePage> {
  const { known, isCoordinator } = await nominatorFor(deps, caller, at);
  const { programme, row, all } = known;
  const now = deps.clock.now();
  const facts = factsOf(row.value, programme.name, now);
  return {
    ...facts,
    ...{ mayNominate: facts.phase === 'nominating', isCoordinator, maySearch: caller.isGuest !== true },
    nominees: await nomineesFor(deps, caller.personId, known, isCoordinator),
    left: mostNominations.each - voicesOf(all, caller.personId),
  };
}

/** Coordinators know the pairs; everybody else the own partners only, and nobody learns here who else takes part. */
async function nomineesFor(
  deps: Platform,
  personId: string,
  { pairs }: Known,
  isCoordinator: boolean,
): Promise<Nominee[]> {
  const all = [...pairs.values()].filter(isStanding);
  const wanted: { pair: Pair; kind: NominationKind }[] = isCoordinator
    ? all.flatMap((pair) => kinds.map((kind) => ({ pair, kind })))
    : partnersToNominate(personId, all);
  const open = wanted.filter(({ pair, kind }) => !subjectOf(pair, kind).includes(personId));
  const people = await findPeople(
    deps,
    open.flatMap(({ pair }) => membersOf(pair)),
  );
  return open.flatMap(({ pair, kind }) => {
    const found = subjectOf(pair, kind).flatMap((id) => people.get(id) ?? []);
    return found.length === 0 ? [] : [{ pairId: pair.id, kind, people: found.map(cardOf) }];
  });
}

const voicesOf = (all: readonly Nomination[], personId: string): number =>
  all.filter(({ voices }) => voices.some(({ by }) => by === personId)).length;

/** The same words pressed twice are one; other words about the same take the place of the former, and both are asked about them. */
export function nominate(deps: Platform, caller: Caller, at: EventAddress, draft: NominationDraft): Promise<void> {
  return untilUnchanged(async () => {
    const { known, isCoordinator } = await nominatorFor(deps, caller, at);
    const { value: event } = known.row;
    requireNominating(event, deps.clock.now());
    requireCriteria(event, draft);
    const meant = meantBy(caller.personId, draft, known, isCoordinator);
    if (meant.subject.includes(caller.personId)) throw problemOf('nominate-oneself');
    const id = nominationIdOf(event, meant);
    const row = known.rows.find(({ value }) => value.id === id);
    requireRoom(known.all, row, caller.personId);
    const next = joined(row?.value, { id, event, meant, by: caller.personId, draft, now: deps.clock.now() });
    if (next === row?.value) return;
    const key = [event.id, id];
    const change = row ? nominations.replace(row, next) : nominations.create(at.programmeId, key, next);
    await deps.outbox.commit([change], askTasks(event, next));
  });
}

function requireCriteria(event: HonourEvent, { criteria }: NominationDraft): void {
  if (criteria.every((one) => isCriterionOf(event, one))) return;
  const fields = [{ field: 'criteria', reason: 'nomination-criteria' }];
  throw new Failure('bad-input', 'nomination-criteria', { fields });
}

const problemOf = (reason: string): Failure => new Failure('bad-input', reason, { fields: [{ field: 'who', reason }] });

interface Meant {
  readonly kind: NominationKind;
  readonly subject: readonly string[];
  readonly pair?: Pair;
}

/** With the event's seed in it: whoever gets it cannot try out by it on which side somebody takes part. */
const nominationIdOf = ({ id, seed = '' }: HonourEvent, { kind, subject }: Meant): string =>
  idOf('nomination', id, seed, kind, ...subject);

/** Whoever is in no pair is kept like everybody else, and asked nothing: the answer tells nobody who takes part. */
function meantBy(by: string, draft: NominationDraft, { pairs }: Known, isCoordinator: boolean): Meant {
  if (draft.who === 'pair') {
    const pair = pairs.get(draft.pairId);
    const isOwn = pair !== undefined && sideOf(pair, by) !== undefined;
    if (!pair || !isStanding(pair) || !(isCoordinator || isOwn)) throw problemOf('nominee-gone');
    return { kind: draft.kind, subject: subjectOf(pair, draft.kind), pair };
  }
  const people = [...new Set(draft.people)].toSorted();
  const pair = people.includes(by) ? undefined : pairMeant(people, by, [...pairs.values()]);
  const isPair = people.length === 2;
  const kind = isPair ? 'pair' : ((pair && sideOf(pair, people[0] ?? '')) ?? 'mentor');
  return { kind, subject: people, ...(pair ? { pair } : {}) };
}

function requireRoom(all: readonly Nomination[], row: Row<Nomination> | undefined, by: string): void {
  const isAgain = row?.value.voices.some((one) => one.by === by) === true;
  if (isAgain) return;
  if (voicesOf(all, by) >= mostNominations.each) throw new Failure('conflict', 'nominations-each');
  const isFull = row ? row.value.voices.length >= mostNominations.voices : all.length >= mostNominations.inAll;
  if (isFull) throw new Failure('conflict', 'nominations-full');
}

interface Said {
  readonly id: string;
  readonly event: HonourEvent;
  readonly meant: Meant;
  readonly by: string;
  readonly draft: NominationDraft;
  readonly now: number;
}

function joined(before: Nomination | undefined, { id, event, meant, by, draft, now }: Said): Nomination {
  const own = before?.voices.find((one) => one.by === by);
  const { criteria, why } = draft;
  if (before && own && own.why === why && own.criteria.join() === criteria.join()) return before;
  // One that was taken back and made anew begins later: no yes to words of before holds for it.
  const place = before ? before.turn + 1 : now;
  const { pair } = meant;
  const voice: Voice = {
    ...{ place, by, members: pair ? [...membersOf(pair)] : [], criteria, why, at: now },
    ...(pair ? { pairId: pair.id } : {}),
  };
  const base = before ?? {
    id,
    eventId: event.id,
    kind: meant.kind,
    subject: [...meant.subject],
    answers: {},
    voices: [],
  };
  const voices = [...base.voices.filter((one) => one !== own), voice];
  const next: Nomination = { ...base, voices, turn: place };
  return voice.members.includes(by) ? { ...next, answers: { ...next.answers, ...ownYes(next, voice, now) } } : next;
}

/** Whoever nominates the own partner has said yes to the own words; words of others they still have to read. */
function ownYes(one: Nomination, { by, place }: Voice, at: number): Nomination['answers'] {
  const before = one.answers[by];
  const isRead = voicesAbout(one, by).every((other) => other.place === place || other.place <= (before?.upTo ?? 0));
  return before?.said === 'no' || !isRead ? {} : { [by]: { said: 'yes', upTo: place, at } };
}

/** One question to each for each state of the words. */
function askTasks({ programmeId, id: eventId }: HonourEvent, one: Nomination): NewTask[] {
  const job = 'recognition.event-asked';
  return askedFor(one)
    .filter((personId) => waitsFor(one, personId))
    .map((personId) => {
      const data = { programmeId, eventId, nominationId: one.id, personId };
      return { id: idOf(job, one.id, personId, String(one.turn)), job, data };
    });
}

/** The own words go, and with them what nobody stands behind any more; a no stays, so that nobody is asked again by others' words. Twice is once. */
export function takeBackNomination(
  deps: Platform,
  caller: Caller,
  at: EventAddress,
  nominationId: string,
): Promise<void> {
  return untilUnchanged(async () => {
    const { known } = await nominatorFor(deps, caller, at);
    if (known.row.value.state === 'decided') throw new Failure('conflict', 'event-decided');
    const row = known.rows.find(({ value }) => value.id === nominationId);
    const voices = row?.value.voices.filter(({ by }) => by !== caller.personId);
    if (!row || !voices || voices.length === row.value.voices.length) return;
    const hasRefused = Object.values(row.value.answers).some((one) => one.said === 'no');
    if (voices.length === 0 && !hasRefused) return dropNomination(deps, at, row);
    await deps.tables.commit([nominations.replace(row, { ...row.value, voices })]);
  });
}

/** With what the jury said of it, in one change; what is said at this very moment is read by nobody, and goes with the names of the event. */
export async function dropNomination(deps: Platform, at: EventAddress, row: Row<Nomination>): Promise<void> {
  const said = await judgements.list(deps.tables, at.programmeId, at.eventId, row.value.id);
  await deps.tables.commit([nominations.remove(row), ...said.map((one) => judgements.remove(one))]);
}

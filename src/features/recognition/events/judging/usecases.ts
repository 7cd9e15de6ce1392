/** The jury's verbs: read what is considered, judge it once, say that one is near, step back. Whoever is near to somebody reads nothing of it. */
import { mapAtOnce } from '../../../../platform/at-once.ts';
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { partnerOf } from '../../../pairs/model.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { isCandidate } from '../../../people/model.ts';
import { chainsAbove, findPeople } from '../../../people/usecases.ts';
import type { NominationAddress } from '../mine/usecases.ts';
import type { HonourEvent } from '../model.ts';
import type { Nomination } from '../nominating/model.ts';
import { isConsidered, readableVoices, type Standing } from '../nominating/rules.ts';
import { mayJudge } from '../policy.ts';
import { factsOf, phaseOf } from '../rules.ts';
import { honourEvents, judgements } from '../store.ts';
import { eventOf, forgetJuror, type EventAddress, type Known } from '../usecases.ts';
import type { Judgement, JudgementDraft, JuryPage, ToJudge, ToldJudgement } from './model.ts';
import {
  benchOf,
  conflictOf,
  lineLevels,
  orderFor,
  othersFor,
  problemsOfJudgement,
  type Bench,
  type Nearby,
} from './rules.ts';

/** Who is with whom, in all programmes, and who works over or under whom: of everybody in the nominations, and whoever looks. */
export async function nearbyFor(
  deps: Platform,
  all: readonly Nomination[],
  lookers: readonly string[],
): Promise<Nearby> {
  const subjects = [...new Set(all.flatMap(({ subject }) => subject))];
  const [above, pairs] = await Promise.all([
    chainsAbove(deps, [...new Set([...subjects, ...lookers])], lineLevels),
    mapAtOnce(subjects, 8, (personId) => pairsOfPerson(deps, personId)),
  ]);
  const partners = subjects.map(
    (personId, at) => [personId, new Set((pairs[at] ?? []).map((one) => partnerOf(one, personId)))] as const,
  );
  return { above, partners: new Map(partners) };
}

export interface Jury {
  /** Jurors who are there, in the order of the event. */
  readonly present: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly nearby: Nearby;
  /** What the jury reads, and nothing else. */
  readonly considered: readonly Nomination[];
  readonly benches: ReadonlyMap<string, Bench>;
}

/** For the verbs and the coordinators' page. Before the jury begins nothing is considered. */
export async function juryOf(
  deps: Platform,
  known: Pick<Known, 'row' | 'all' | 'standing'>,
  looker?: string,
): Promise<Jury> {
  const { value: event } = known.row;
  const considered = consideredIn(event, known.all, known.standing, deps.clock.now());
  const [people, nearby, said] = await Promise.all([
    findPeople(deps, event.jurors),
    nearbyFor(deps, considered, [...event.jurors, ...(looker === undefined ? [] : [looker])]),
    judgements.list(deps.tables, event.programmeId, event.id),
  ]);
  const present = event.jurors.filter((personId) => {
    const person = people.get(personId);
    return person !== undefined && isCandidate(person);
  });
  const words: Judgement[] = said.map(({ value }) => value);
  const benches = new Map(considered.map((one) => [one.id, benchOf(one, present, words, nearby)]));
  const names = new Map([...people].map(([id, { name }]) => [id, name]));
  return { present, names, nearby, considered, benches };
}

function consideredIn(
  event: HonourEvent,
  all: readonly Nomination[],
  standing: Standing,
  now: number,
): readonly Nomination[] {
  const phase = phaseOf(event, now);
  const isRead = phase === 'judging' || phase === 'decided' || phase === 'held';
  return isRead ? all.filter((one) => isConsidered(one, standing)) : [];
}

export const noBench: Bench = { judges: [], given: [] };

export function toldBy(names: ReadonlyMap<string, string>, bench: Pick<Bench, 'given'>): ToldJudgement[] {
  return bench.given.map(({ jurorId, scores, comment }) => ({ name: names.get(jurorId) ?? '…', scores, comment }));
}

interface Juror {
  readonly known: Known;
  readonly jury: Jury;
}

/** For a juror of the event; else Failure `not-found`. */
async function jurorFor(deps: Platform, personId: string, at: EventAddress): Promise<Juror> {
  const known = await eventOf(deps, at);
  if (!mayJudge(personId, known.row.value)) throw new Failure('not-found', 'honour-event-gone');
  return { known, jury: await juryOf(deps, known) };
}

/** Of a juror, whether a nomination still waits for their word. */
export async function hasToJudge(deps: Platform, personId: string, at: EventAddress): Promise<boolean> {
  const jury = await juryOf(deps, await eventOf(deps, at));
  return [...jury.benches.values()].some(
    ({ judges, given }) => judges.includes(personId) && !given.some(({ jurorId }) => jurorId === personId),
  );
}

export async function juryPageOf(deps: Platform, { personId }: Caller, at: EventAddress): Promise<JuryPage> {
  const { known, jury } = await jurorFor(deps, personId, at);
  const open = jury.considered.filter(({ id }) => jury.benches.get(id)?.judges.includes(personId) === true);
  const people = await findPeople(
    deps,
    open.flatMap(({ subject }) => subject),
  );
  const nameOf = (id: string): string => people.get(id)?.name ?? '…';
  return {
    ...factsOf(known.row.value, known.programme.name, deps.clock.now()),
    nominations: orderFor(personId, open).map((one) => toJudgeFor(personId, one, { known, jury }, nameOf)),
    notForMe: jury.considered.length - open.length,
  };
}

function toJudgeFor(
  personId: string,
  one: Nomination,
  { known, jury }: Juror,
  nameOf: (personId: string) => string,
): ToJudge {
  const bench = jury.benches.get(one.id) ?? noBench;
  const mine = bench.given.find(({ jurorId }) => jurorId === personId);
  const others = othersFor(personId, bench);
  return {
    ...{ id: one.id, kind: one.kind, names: one.subject.map(nameOf) },
    voices: toldVoices(one, known.standing),
    ...(mine ? { mine: { scores: mine.scores, comment: mine.comment } } : {}),
    ...(others ? { others: toldBy(jury.names, { given: others }) } : {}),
  };
}

/** What both said yes to, without who wrote it. */
export function toldVoices(one: Nomination, standing: Standing): ToJudge['voices'] {
  return readableVoices(one, standing).map(({ criteria, why, isOut }) => ({
    criteria,
    why,
    ...(isOut ? { isOut } : {}),
  }));
}

/** Given once: the same again is the same, another word after it is refused, since by then the others' may have been read. */
export function judge(deps: Platform, personId: string, at: NominationAddress, draft: JudgementDraft): Promise<void> {
  return untilUnchanged(async () => {
    const { known } = await judgingFor(deps, personId, at);
    const fields = problemsOfJudgement(known.row.value, draft);
    if (fields[0]) throw new Failure('bad-input', fields[0].reason, { fields });
    const before = await judgements.find(deps.tables, at.programmeId, at.eventId, at.nominationId, personId);
    if (before?.value.kind === 'given') {
      if (isSame(before.value, draft)) return;
      throw new Failure('conflict', 'judgement-given');
    }
    const said: Judgement = { ...draft, kind: 'given', ...rowOf(personId, at), at: deps.clock.now() };
    await keepWithEvent(deps, known, at, said);
  });
}

const rowOf = (jurorId: string, { eventId, nominationId }: NominationAddress) => ({ eventId, nominationId, jurorId });

function isSame(one: JudgementDraft, other: JudgementDraft): boolean {
  const ids = [...new Set([...Object.keys(one.scores), ...Object.keys(other.scores)])];
  return one.comment === other.comment && ids.every((id) => one.scores[id] === other.scores[id]);
}

/** In one batch with the event, so that nothing is judged that was decided at this moment. */
async function keepWithEvent(deps: Platform, { row }: Known, at: NominationAddress, said: Judgement): Promise<void> {
  await deps.tables.commit([
    judgements.create(at.programmeId, [at.eventId, at.nominationId, said.jurorId], said),
    honourEvents.replace(row, row.value),
  ]);
}

/** The nomination, when this juror may judge it now; whoever is near finds none. */
async function judgingFor(deps: Platform, personId: string, at: NominationAddress): Promise<Juror> {
  const juror = await jurorFor(deps, personId, at);
  const phase = phaseOf(juror.known.row.value, deps.clock.now());
  if (phase !== 'judging') throw new Failure('conflict', phase === 'decided' ? 'event-decided' : 'jury-not-now');
  const one = juror.jury.considered.find(({ id }) => id === at.nominationId);
  if (!one) throw new Failure('not-found', 'nomination-gone');
  if (conflictOf(personId, one, juror.jury.nearby)) throw new Failure('conflict', 'judge-near');
  return juror;
}

/** What a juror says of themselves and no rule can find: from now on the nomination is not for them, and what they said of it counts no more. */
export function declareNear(deps: Platform, personId: string, at: NominationAddress): Promise<void> {
  return untilUnchanged(async () => {
    const { known } = await judgingFor(deps, personId, at);
    const before = await judgements.find(deps.tables, at.programmeId, at.eventId, at.nominationId, personId);
    if (before?.value.kind === 'conflict') return;
    const said: Judgement = { kind: 'conflict', ...rowOf(personId, at), at: deps.clock.now() };
    if (!before) return keepWithEvent(deps, known, at, said);
    await deps.tables.commit([judgements.replace(before, said), honourEvents.replace(known.row, known.row.value)]);
  });
}

/** A juror who cannot: what they said goes, and the coordinators see that somebody is missing. */
export async function stepBack(deps: Platform, personId: string, at: EventAddress): Promise<void> {
  await untilUnchanged(async () => {
    const row = await honourEvents.find(deps.tables, at.programmeId, at.eventId);
    if (!row || !mayJudge(personId, row.value)) throw new Failure('not-found', 'honour-event-gone');
    if (row.value.state === 'decided') throw new Failure('conflict', 'event-decided');
    await takeOutJuror(deps, at, personId);
  });
  await forgetJuror(deps, at, personId);
}

/** Whatever the state: out of an event that has begun too, when somebody has left. */
export async function takeOutJuror(deps: Platform, at: EventAddress, personId: string): Promise<void> {
  const row = await honourEvents.find(deps.tables, at.programmeId, at.eventId);
  if (!row?.value.jurors.includes(personId)) return;
  const jurors = row.value.jurors.filter((one) => one !== personId);
  const next: HonourEvent = { ...row.value, jurors, version: row.value.version + 1 };
  await deps.tables.commit([honourEvents.replace(row, next)]);
}

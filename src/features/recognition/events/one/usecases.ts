/** An event as its coordinators see it: what stands between it and the next step, what the jury said, and who comes. */
import { localDate } from '../../../../platform/clock.ts';
import type { Caller } from '../../../../platform/doors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { cardOf, type Person } from '../../../people/model.ts';
import { findPeople } from '../../../people/usecases.ts';
import { bandOf } from '../../../release/rules.ts';
import { hasSaidYes } from '../honours/rules.ts';
import type { Considered, EventPage, Honour } from '../honours/model.ts';
import { honoursOf } from '../honours/usecases.ts';
import { conflictOf, isJudged } from '../judging/rules.ts';
import { juryOf, noBench, toldBy, toldVoices, type Jury } from '../judging/usecases.ts';
import type { HonourEvent } from '../model.ts';
import type { Nomination } from '../nominating/model.ts';
import { countSides, readableVoices, sidesOf } from '../nominating/rules.ts';
import {
  closesAt,
  criteriaOf,
  endOf,
  entryHolds,
  fairnessOf,
  joinUrlOf,
  juryAt,
  namesUntil,
  phaseOf,
} from '../rules.ts';
import { coordinatedEvent, type EventAddress, type Known } from '../usecases.ts';

type People = ReadonlyMap<string, Person>;

export async function viewEvent(deps: Platform, caller: Caller, at: EventAddress): Promise<EventPage> {
  const known = await coordinatedEvent(deps, caller, at);
  const { row, programme } = known;
  const { entry, createdBy, createdAt: _at, seed: _seed, decision, counts, ...event } = row.value;
  const [jury, honoured] = await Promise.all([juryOf(deps, known, caller.personId), honoursOf(deps, at)]);
  const people = await findPeople(deps, namedIn(row.value, jury, honoured));
  const nameOf = (id: string): string => people.get(id)?.name ?? '…';
  const now = deps.clock.now();
  const joinUrl = joinUrlOf(row.value);
  return {
    ...{ ...event, programmeName: programme.name, phase: phaseOf(row.value, now), shown: criteriaOf(event) },
    ...{ closesAt: closesAt(event), juryAt: juryAt(event), end: endOf(event), byName: nameOf(createdBy) },
    ...{ now, today: localDate(now, event.zone), jury: juryLines(row.value, jury, people) },
    nominations: bandOf(known.all.filter(({ voices }) => voices.length > 0).length),
    considered: jury.considered.map((one) => consideredFor(caller.personId, one, { known, jury, people })),
    ...(decision
      ? { decision: { ...toldDecision(decision), byName: nameOf(decision.by), withNames: decision.with.map(nameOf) } }
      : {}),
    honoured: honoured.flatMap(({ personId, side, says }) => {
      const person = people.get(personId);
      return person ? [{ person: cardOf(person), side, says }] : [];
    }),
    ...(joinUrl === undefined ? {} : { joinUrl }),
    ...(entry
      ? {
          calendar: {
            ...{ isMine: entry.by === caller.personId, byName: nameOf(entry.by) },
            isCurrent: entry.holds === entryHolds(event, comingOf(honoured)),
          },
        }
      : {}),
    fairness: fairnessOf(counts ?? countsNow(known, jury)),
    ...{ namesUntil: namesUntil(event), isForgotten: isForgotten(row.value, now) },
  };
}

function countsNow({ pairs }: Known, { considered }: Jury) {
  return {
    nominated: countSides(considered.map((one) => sidesOf(one, pairs))),
    honoured: { mentors: 0, mentees: 0 },
  };
}

export const comingOf = (honoured: readonly Honour[]): string[] =>
  honoured.filter((one) => hasSaidYes(one, 'comes')).map(({ personId }) => personId);

export const isForgotten = (one: HonourEvent, now: number): boolean => one.state !== 'draft' && now >= namesUntil(one);

function toldDecision({ honoured, others, at }: NonNullable<HonourEvent['decision']>) {
  return { honoured, others, at };
}

function namedIn(event: HonourEvent, { considered }: Jury, honoured: readonly Honour[]): string[] {
  return [
    ...[event.createdBy, ...event.jurors, ...(event.entry ? [event.entry.by] : [])],
    ...(event.decision ? [event.decision.by, ...event.decision.with] : []),
    ...considered.flatMap(({ subject, voices }) => [...subject, ...voices.map(({ by }) => by)]),
    ...honoured.map(({ personId }) => personId),
  ];
}

function juryLines({ jurors }: HonourEvent, { present, benches }: Jury, people: People): EventPage['jury'] {
  const all = [...benches.values()];
  return jurors.flatMap((personId) => {
    const person = people.get(personId);
    if (!person) return [];
    const judged = all.filter(({ given }) => given.some(({ jurorId }) => jurorId === personId)).length;
    const of = all.filter(({ judges }) => judges.includes(personId)).length;
    return [{ person: cardOf(person), isGone: !present.includes(personId), judged, of }];
  });
}

interface Facts {
  readonly known: Known;
  readonly jury: Jury;
  readonly people: People;
}

/** A coordinator who is near reads the names alone; one who is on the jury too judges first and reads after it. */
function consideredFor(personId: string, one: Nomination, { known, jury, people }: Facts): Considered {
  const bench = jury.benches.get(one.id) ?? noBench;
  const isNear = conflictOf(personId, one, jury.nearby) !== undefined;
  const isJuror = bench.judges.includes(personId);
  const hasJudged = bench.given.some(({ jurorId }) => jurorId === personId);
  const isOpen = !isNear && (isJuror ? hasJudged : isJudged(bench));
  return {
    ...{ id: one.id, kind: one.kind, isNear, judges: bench.judges.length, given: bench.given.length },
    people: one.subject.flatMap((id) => people.get(id) ?? []).map(cardOf),
    voices: isNear ? [] : voicesWithNames(one, known, people),
    judgements: isOpen ? toldBy(jury.names, bench) : [],
  };
}

function voicesWithNames(one: Nomination, { standing }: Known, people: People): Considered['voices'] {
  const voices = readableVoices(one, standing);
  return toldVoices(one, standing).map((told, at) => ({
    ...told,
    byName: people.get(voices[at]?.by ?? '')?.name ?? '…',
  }));
}

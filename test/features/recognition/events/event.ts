/** A programme with three pairs, an event and a jury, for the tests of events. */
import type { Pair } from '../../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../../src/features/pairs/store.ts';
import { usualHours } from '../../../../src/features/people/rules.ts';
import { decide } from '../../../../src/features/recognition/events/deciding/usecases.ts';
import { eventsJobs } from '../../../../src/features/recognition/events/jobs.ts';
import { judge, juryPageOf } from '../../../../src/features/recognition/events/judging/usecases.ts';
import { answerNomination, viewMyEvent } from '../../../../src/features/recognition/events/mine/usecases.ts';
import type { DecisionDraft, EventDraft } from '../../../../src/features/recognition/events/model.ts';
import type { NominationDraft } from '../../../../src/features/recognition/events/nominating/model.ts';
import { nominate } from '../../../../src/features/recognition/events/nominating/usecases.ts';
import { viewEvent } from '../../../../src/features/recognition/events/one/usecases.ts';
import { nominations } from '../../../../src/features/recognition/events/store.ts';
import { openEvent, planEvent } from '../../../../src/features/recognition/events/usecases.ts';
import type { Platform } from '../../../../src/platform/platform.ts';
import { addProgramme } from '../../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../../support/app.ts';

export const mentees = [1, 2, 3].map((number) => aPerson(number, { name: `Mentee ${number}` }));
export const mentors = [11, 12, 13].map((number) => aPerson(number, { name: `Mentor ${number}` }));
/** Over the first mentor, two levels. */
export const [manager, director] = [aPerson(30, { managerId: aPerson(31).id }), aPerson(31)];
export const jurors = [41, 42, 43].map((number) => aPerson(number, { name: `Juror ${number}` }));
export const outsider = aPerson(50, { name: 'Olga Outside' });
export const carla = aPerson(900, { name: 'Carla Coordinator' });
export const caller = coordinatorFor(carla);

const people = [
  ...[...mentees, ...mentors.map((one, at) => (at === 0 ? { ...one, managerId: manager.id } : one))],
  ...[manager, director, ...jurors, outsider, carla],
];

export const draft: EventDraft = {
  ...{ title: 'Summer *meeting*', language: 'en', start: Date.UTC(2026, 3, 14, 13, 0), minutes: 90, place: 'Hall' },
  ...{ online: false, link: '', closesOn: '2026-03-13', criteria: ['doors', 'listened'], ownCriteria: ['Sang'] },
  ...{ mentors: 2, mentees: 2, jurors: jurors.map(({ id }) => id) },
};

export const said = { criteria: ['doors'], why: 'Took me to the board' };
export const ofPair = (number: number, kind: 'pair' | 'mentor' | 'mentee' = 'mentor', over = {}): NominationDraft => ({
  ...{ who: 'pair', pairId: `pair-${number}`, kind, ...said, ...over },
});
export const judged = {
  scores: { doors: 'clearly', listened: 'partly', 'own-1': 'cannot-tell' },
  comment: '',
} as const;

export function aPair(number: number, over: Partial<Pair> = {}): Pair {
  const [mentee, mentor] = [mentees[number - 1]!, mentors[number - 1]!];
  return {
    ...{ id: `pair-${number}`, programmeId: 'p1', proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: number, ...over },
  };
}

export async function addPair(deps: Platform, one: Pair): Promise<void> {
  await deps.tables.commit([pairs.put('p1', one.id, one)]);
  for (const personId of [one.menteeId, one.mentorId])
    await deps.tables.commit([pairLines.put(personId, one.id, { programmeId: 'p1', pairId: one.id })]);
}

/** Nominations are open, and the messages are out. */
export async function opened(over: Partial<EventDraft> = {}) {
  const app = await testApp({ jobs: eventsJobs });
  const { deps } = app;
  Object.assign(deps, { directory: { workingHours: async () => usualHours } });
  await app.addPeople(...people);
  await addProgramme(app, carla, { stage: 'match' });
  for (const number of [1, 2, 3]) await addPair(deps, aPair(number));
  const { id: eventId } = await planEvent(deps, caller, 'p1', { ...draft, ...over });
  const at = { programmeId: 'p1', eventId };
  await openEvent(deps, caller, at, 0);
  await app.run();
  const all = async () => (await nominations.list(deps.tables, 'p1', eventId)).map(({ value }) => value);
  const mine = (who: { id: string }) => viewMyEvent(deps, callerFor(who), at);
  const answer = async (who: { id: string }, word: 'yes' | 'no' = 'yes') => {
    for (const one of (await mine(who)).about)
      await answerNomination(deps, who.id, { ...at, nominationId: one.id }, { said: word, upTo: one.upTo });
  };
  const jury = (who: { id: string }) => juryPageOf(deps, callerFor(who), at);
  return {
    ...{ app, deps, at, all, mine, answer, jury },
    view: (who = caller) => viewEvent(deps, who, at),
    nominate: (who: { id: string }, one: NominationDraft) => nominate(deps, callerFor(who), at, one),
    judgeAll: async (who: { id: string }) => {
      for (const { id } of (await jury(who)).nominations)
        await judge(deps, who.id, { ...at, nominationId: id }, judged);
    },
    decide: async (over2: Partial<DecisionDraft>, who = caller) => {
      const { version } = await viewEvent(deps, caller, at);
      const base = { honoured: [], with: draft.jurors.slice(0, 2), others: 'Others had more words' };
      await decide(deps, who, at, { ...base, ...over2, version });
    },
    cards: (who: { id: string }) => app.cardsTo(who.id),
    /** The heading of the last card. */
    lastTo: (who: { id: string }) => (app.cardsTo(who.id).at(-1)?.body[0]?.['text'] as string | undefined) ?? '',
    /** To a day of the week after the last day to answer. */
    toJury: async () => {
      app.pass({ days: 16 });
      await app.run();
    },
  };
}

/** The first two mentors were nominated by their mentees, and all four said yes; the jury has judged. */
export async function judgedEvent() {
  const one = await opened();
  for (const number of [1, 2]) {
    await one.nominate(mentees[number - 1]!, ofPair(number));
    await one.answer(mentors[number - 1]!);
  }
  await one.toJury();
  for (const juror of jurors.slice(0, 2)) await one.judgeAll(juror);
  const ids = (await one.view()).considered;
  const idOf = (person: { id: string }): string => ids.find(({ people: who }) => who[0]?.id === person.id)!.id;
  return { ...one, idOf };
}

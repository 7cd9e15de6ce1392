/** Events of the world of the matrix, at which people are honoured: one for each part of its time. */
import type { HonourEvent } from '../../src/features/recognition/events/model.ts';
import type { Nomination, Voice } from '../../src/features/recognition/events/nominating/model.ts';
import { honourEvents, honours, judgements, nominations } from '../../src/features/recognition/events/store.ts';
import { day } from '../../src/platform/clock.ts';
import type { Change } from '../../src/platform/tables.ts';
import { person } from './people.ts';

const { mentee, mentor, secondMentee, secondMentor, thirdMentee, thirdMentor } = person;

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What only the two of the own pair, the jury and the team may read. */
export const wordsOfMentee = 'canary-nomination-of-the-mentee';
export const wordOfJuror = 'canary-judgement-of-the-mentee';
export const answeredAt = 1_770_000_000_123;
/** A criterion that no event has. */
export const honouredFor = 'own-4';

/** Of the own pair and of one beside it, with the yes of all; the mentee nominated the mentor. */
export function eventRows(now: number): Change[][] {
  const open = { start: now + 60 * day, closesOn: dateOf(now + 20 * day) };
  const judging = { start: now + 20 * day, closesOn: dateOf(now - 10 * day) };
  const event = (programmeId: string, id: string, over: Partial<HonourEvent>): Change =>
    honourEvents.create(programmeId, id, {
      ...{ id, programmeId, title: 'T', language: 'en', minutes: 90, place: 'Hall', online: false, link: '' },
      ...{ criteria: ['doors'], ownCriteria: [], mentors: 2, mentees: 2, state: 'open', zone: 'Europe/Brussels' },
      ...{ jurors: [person.employee.id, mentee.id], createdBy: person.coordinator.id, createdAt: now, version: 0 },
      ...{ ...open, ...over },
    });
  const voice = (over: Partial<Voice>): Voice => ({
    ...{ place: 1, by: mentee.id, members: [mentee.id, mentor.id], pairId: 'pair-own', criteria: ['doors'] },
    ...{ why: wordsOfMentee, at: now, ...over },
  });
  const yes = { said: 'yes', upTo: 1, at: answeredAt } as const;
  const nomination = (programmeId: string, eventId: string, over: Partial<Nomination> = {}): Change => {
    const value: Nomination = {
      ...{ id: 'nomination-own', eventId, kind: 'mentor', subject: [mentor.id], voices: [voice({})], turn: 1 },
      ...{ answers: { [mentee.id]: yes, [mentor.id]: { ...yes, at: answeredAt + 1 } }, ...over },
    };
    return nominations.create(programmeId, [eventId, value.id], value);
  };
  const members = [secondMentee.id, secondMentor.id];
  const same = {
    ...{ id: 'nomination-same', subject: [secondMentor.id] },
    voices: [voice({ by: secondMentee.id, members, pairId: 'pair-same', why: 'W' })],
    answers: Object.fromEntries(members.map((one) => [one, yes])),
  };
  const others = [thirdMentee.id, thirdMentor.id];
  const other = {
    ...{ id: 'nomination-other', subject: [thirdMentor.id] },
    voices: [voice({ by: thirdMentee.id, members: others, pairId: 'pair-other', why: 'W' })],
    answers: Object.fromEntries(others.map((one) => [one, yes])),
  };
  const asked = { id: 'nomination-asked', voices: [voice({ by: person.coordinator.id, why: 'W' })], answers: {} };
  const panel = [person.employee.id, mentee.id, person.adviser.id, person.administrator.id];
  const judged = (nominationId: string, jurorId: string): Change =>
    judgements.create('p1', ['event-judging', nominationId, jurorId], {
      ...{ kind: 'given', eventId: 'event-judging', nominationId, jurorId, at: now, scores: { doors: 'clearly' } },
      comment: jurorId === mentee.id ? wordOfJuror : 'C',
    });
  const honour = (eventId: string, says: object): Change =>
    honours.create('p1', [eventId, mentee.id], {
      ...{ eventId, personId: mentee.id, side: 'mentee', criteria: [honouredFor], at: now, says },
    });
  const decided = {
    ...judging,
    state: 'decided' as const,
    decision: { honoured: [], with: [], others: 'O', by: person.coordinator.id, at: now },
  };
  const held = { ...decided, start: now - day };
  const ofOther = { jurors: [person.employee.id, person.adviser.id] };
  return [
    [
      ...[event('p2', 'event-2', ofOther), nomination('p2', 'event-2', other), event('p2', 'event-held', held)],
      ...[event('p2', 'event-judging', { ...judging, ...ofOther }), event('p2', 'event-decided', decided)],
    ],
    [
      ...[event('p1', 'event-1', {}), nomination('p1', 'event-1'), nomination('p1', 'event-1', same)],
      ...[nomination('p1', 'event-1', asked)],
    ],
    [event('p1', 'event-draft', { state: 'draft' }), event('p1', 'event-cancelled', { state: 'cancelled' })],
    [
      ...[event('p1', 'event-judging', { ...judging, jurors: panel }), nomination('p1', 'event-judging')],
      ...[nomination('p1', 'event-judging', same), ...panel.map((one) => judged('nomination-same', one))],
      ...panel.filter((one) => one !== mentee.id).map((one) => judged('nomination-own', one)),
    ],
    [
      event('p1', 'event-decided', decided),
      honour('event-decided', { stage: 'yes' }),
      nomination('p1', 'event-decided'),
    ],
    [event('p1', 'event-held', held), honour('event-held', { page: 'yes' })],
  ];
}

/** Mentors' circles in the world of the matrix: the mentor has joined that of the first programme, and not that of another. */
import type { CircleText } from '../../src/features/training/circle/model.ts';
import { circleMembers, circleRemovals, circleTexts, marksOf } from '../../src/features/training/circle/store.ts';
import type { Resource } from '../../src/features/training/resources/model.ts';
import { resources } from '../../src/features/training/resources/store.ts';
import type { Pair } from '../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../src/features/pairs/store.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { Change } from '../../src/platform/tables.ts';
import { crowd, person } from './people.ts';
import { secrets } from './things.ts';

export async function circleRows(deps: Platform): Promise<Change[][]> {
  const { mentor, secondMentor, thirdMentor } = person;
  const text = async (
    programmeId: string,
    [questionId, id]: readonly [string, string],
    writer: string,
    over: Partial<CircleText> = {},
  ): Promise<Change[]> => {
    const marks = await marksOf(deps, programmeId, writer);
    const question = id === questionId ? { title: 'A question', topic: 'other' as const } : {};
    const one: CircleText = {
      ...{ id, questionId, ...question, text: 'x', language: 'en', on: '2026-03-03', place: 0, mark: marks(id) },
      ...{ helped: [], version: 1, ...over },
    };
    return [circleTexts.create(programmeId, [questionId, id], one)];
  };
  const removal = async (programmeId: string, id: string, writer: string): Promise<Change[]> => {
    const marks = await marksOf(deps, programmeId, writer);
    return [
      circleRemovals.create(programmeId, id, { id, mark: marks(id), what: 'answer', why: 'A name', on: '2026-03-03' }),
    ];
  };
  const link: Omit<Resource, 'id'> = {
    ...{ title: 'A link', about: '', address: 'https://www.example.org/', language: 'en', role: 'both' },
    ...{ topic: 'other', version: 1 },
  };
  const elsewhere: Pair = {
    ...{ id: 'pair-elsewhere', programmeId: 'p3', proposalId: 'none', menteeId: crowd[0]!.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
  };
  return [
    await text('p1', ['cq-own', 'cq-own'], mentor.id, { personId: mentor.id, text: secrets.circle }),
    await text('p1', ['cq-own', 'ca-same'], secondMentor.id, { place: 1 }),
    await text('p1', ['cq-same', 'cq-same'], secondMentor.id),
    await text('p2', ['cq-other', 'cq-other'], thirdMentor.id),
    await text('p3', ['cq-hidden', 'cq-hidden'], crowd[1]!.id, { title: secrets.circleHidden }),
    // Of a circle that the mentor has left.
    await text('p3', ['cq-left', 'cq-left'], mentor.id),
    await removal('p3', 'cr-left', mentor.id),
    await removal('p1', 'cr-own', mentor.id),
    await removal('p1', 'cr-same', secondMentor.id),
    [circleMembers.create(mentor.id, 'p1', {})],
    [circleMembers.create(secondMentor.id, 'p1', {})],
    [pairs.create('p3', elsewhere.id, elsewhere)],
    ...[elsewhere.menteeId, mentor.id].map((id) => [
      pairLines.put(id, elsewhere.id, { programmeId: 'p3', pairId: elsewhere.id }),
    ]),
    ...['p1', 'p2'].map((programmeId, at) => [
      resources.create(programmeId, `resource-${at + 1}`, { ...link, id: `resource-${at + 1}` }),
    ]),
  ];
}

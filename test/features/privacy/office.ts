/** A mentee with something of every way in which one can stand in a row: own, shared, named by others, a secret of others. */
import { jobs } from '../../../src/worker/jobs.ts';
import { pairGoals } from '../../../src/features/pairs/goals/store.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { preferenceRows } from '../../../src/features/people/store.ts';
import { nominations } from '../../../src/features/recognition/events/store.ts';
import { thanksRows } from '../../../src/features/recognition/store.ts';
import { aPerson } from '../../support/app.ts';
import { anApplication, aProgramme, apply } from '../pairs/journey.ts';

export const [mentee, mentor] = [aPerson(1), aPerson(501)];

export async function dataOffice() {
  const { app, programmeId } = await aProgramme({}, jobs);
  await apply(
    app,
    anApplication(programmeId, 1, 'mentee', { motivation: 'zz own words' }),
    anApplication(programmeId, 501, 'mentor', { ratherNot: [mentee.id], motivation: 'zz words of the mentor' }),
  );
  const { tables } = app.deps;
  const thanks = { programmeId, pairId: 'pair1', at: 1, senderShows: false, receiverShows: false };
  await tables.commit([
    pairs.create(programmeId, 'pair1', {
      ...{ id: 'pair1', programmeId, proposalId: 'proposal1', menteeId: mentee.id, mentorId: mentor.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 2 },
    }),
    thanksRows.create(programmeId, 't1', {
      ...thanks,
      id: 't1',
      from: mentor.id,
      to: mentee.id,
      text: 'zz to the mentee',
    }),
    pairGoals.create(programmeId, ['pair1', 'g1'], { id: 'g1', pairId: 'pair1', text: 'zz a goal', at: 1 }),
    nominations.create(programmeId, ['event1', 'n1'], {
      ...{ id: 'n1', eventId: 'event1', kind: 'mentee', subject: [mentee.id], answers: {}, turn: 1 },
      voices: [{ place: 1, by: mentor.id, members: [], criteria: ['growth'], why: 'zz a secret nomination', at: 1 }],
    }),
  ]);
  for (const { id } of [mentee, mentor])
    await tables.commit([pairLines.put(id, 'pair1', { programmeId, pairId: 'pair1' })]);
  await tables.commit([preferenceRows.put(mentee.id, 'own', { language: 'nl' })]);
  return { app, programmeId };
}

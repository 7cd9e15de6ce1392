/** What talks do by themselves: ask, ask others in the place of who said no or nothing, and forget who took part. All may run twice. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { lapse, sendAsking } from './asking/usecases.ts';
import { forgetTalk } from './closing/usecases.ts';
import { endTalk, fillPlaces } from './usecases.ts';

const ofTalk = z.object({ talkId: id });
const ofPerson = ofTalk.extend({ personId });

export const talksJobs: readonly Job[] = [
  job({ name: 'surveys.ask-talk', data: ofPerson, run: (deps, data) => sendAsking(deps, data.talkId, data.personId) }),
  job({
    name: 'surveys.lapse-talk',
    data: ofPerson,
    run: async (deps, data) => (await lapse(deps, data.talkId, data.personId)) ?? undefined,
  }),
  job({
    name: 'surveys.fill-talk',
    data: ofTalk,
    run: async (deps, { talkId }) => (await fillPlaces(deps, talkId)) ?? undefined,
  }),
  job({ name: 'surveys.end-talk', data: ofTalk, run: (deps, { talkId }) => endTalk(deps, talkId) }),
  job({ name: 'surveys.forget-talk', data: ofTalk, run: (deps, { talkId }) => forgetTalk(deps, talkId) }),
];

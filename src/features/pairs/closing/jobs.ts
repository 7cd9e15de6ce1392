/** The end of a pair by itself: both are invited to look back, and told when it is rounded off. All re-read. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { suggestClosing, tellClosing } from '../messages/usecases.ts';
import { comeToAnEnd } from './usecases.ts';

const ofPair = z.object({ programmeId: id, pairId: id });

export const closingJobs: readonly Job[] = [
  job({ name: 'pairs.closingTime', data: ofPair, run: (deps, data) => comeToAnEnd(deps, data) }),
  job({
    name: 'pairs.lookBack',
    data: ofPair.extend({ personId }),
    run: (deps, data, { id: sendId }) => suggestClosing(deps, { ...data, sendId }),
  }),
  job({
    name: 'pairs.tellClosing',
    data: ofPair.extend({ personId }),
    run: (deps, data, { id: sendId }) => tellClosing(deps, { ...data, sendId }),
  }),
];

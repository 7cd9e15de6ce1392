/** What happens to pairs by itself: a published proposal becomes offers, people are asked and told, other features follow. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { personId } from '../people/model.ts';
import { closingJobs } from './closing/jobs.ts';
import { settleGoals } from './goals/settling/usecases.ts';
import { askBack, beginPair, bothComeFirst, closePair } from './messages/usecases.ts';
import { askSide, tellBegun, tellChange, tellNotNow, tellUnmatched } from './messages/usecases.ts';
import { sides } from './model.ts';
import { offerPairs } from './offers/usecases.ts';
import type { PairListener } from './usecases.ts';

const pairData = z.object({ programmeId: id, pairId: id });
const sideData = pairData.extend({ side: z.enum(sides) });

/** `active` is called when both said yes, `ended` when a pair that was active ended, `paused` when it pauses; each once or more. */
export function pairsJobs(follow: {
  readonly active: readonly PairListener[];
  readonly ended: readonly PairListener[];
  readonly paused?: readonly PairListener[];
}): readonly Job[] {
  return [
    job({
      name: 'pairs.offerProposal',
      data: z.object({ programmeId: id, proposalId: id }),
      run: (deps, { programmeId, proposalId }) => offerPairs(deps, programmeId, proposalId),
    }),
    job({
      name: 'pairs.ask',
      data: sideData,
      run: (deps, data, { id: sendId }) => askSide(deps, { ...data, sendId }, false),
    }),
    job({
      name: 'pairs.remind',
      data: sideData,
      run: (deps, data, { id: sendId }) => askSide(deps, { ...data, sendId }, true),
    }),
    job({
      name: 'pairs.tellNotNow',
      data: sideData,
      run: (deps, data, { id: sendId }) => tellNotNow(deps, { ...data, sendId }),
    }),
    job({
      name: 'pairs.begin',
      data: pairData,
      run: (deps, { programmeId, pairId }) => beginPair(deps, programmeId, pairId, follow.active),
    }),
    job({
      name: 'pairs.tellBegun',
      data: sideData,
      run: (deps, data, { id: sendId }) => tellBegun(deps, { ...data, sendId }),
    }),
    job({
      name: 'pairs.close',
      data: pairData,
      run: (deps, { programmeId, pairId }) => closePair(deps, programmeId, pairId, follow.ended),
    }),
    job({
      name: 'pairs.rest',
      data: pairData,
      run: (deps, { programmeId, pairId }) => closePair(deps, programmeId, pairId, follow.paused ?? []),
    }),
    job({
      name: 'pairs.tellChange',
      data: pairData.extend({ personId, at: z.string() }),
      run: (deps, data, { id: sendId }) => tellChange(deps, { ...data, sendId }),
    }),
    job({
      name: 'pairs.comeFirst',
      data: pairData,
      run: (deps, data) => bothComeFirst(deps, data),
    }),
    job({
      name: 'pairs.askBack',
      data: pairData.extend({ personId }),
      run: (deps, data, { id: sendId }) => askBack(deps, { ...data, sendId }),
    }),
    ...closingJobs,
    job({ name: 'pairs.settleGoals', data: pairData, run: (deps, data) => settleGoals(deps, data) }),
    job({
      name: 'pairs.tellUnmatched',
      data: z.object({ programmeId: id, proposalId: id, personId, side: z.enum(sides) }),
      run: (deps, data, { id: sendId }) => tellUnmatched(deps, { ...data, sendId }),
    }),
  ];
}

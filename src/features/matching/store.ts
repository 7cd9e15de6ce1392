/** A proposal is a head and its rows, all in the partition of the programme; the head is written last, so a half is never seen. */
import { rowsOf } from '../../platform/tables.ts';
import { fairnessFigures } from './fairness/model.ts';
import { sheet } from './listing/model.ts';
import { current, leftOut, override, proposal, proposedPair, standing } from './model.ts';
import { run } from './runs/model.ts';
import { scarcity } from './waiting/model.ts';

/** Key: the proposal. */
export const proposals = rowsOf('programmes', 'proposal', proposal);
/** Key: the proposal, the mentee. */
export const proposedPairs = rowsOf('programmes', 'proposed', proposedPair);
/** Key: the proposal, the mentee. */
export const leftOuts = rowsOf('programmes', 'leftout', leftOut);
/** Key: the proposal, a number. */
export const sheets = rowsOf('programmes', 'sheet', sheet);
/** Key: the proposal. */
export const fairnessRows = rowsOf('programmes', 'fairness', fairnessFigures);
/** Key: the proposal. */
export const scarcities = rowsOf('programmes', 'scarcity', scarcity);
/** Key: the time and an id. */
export const overrides = rowsOf('programmes', 'override', override);
/** Key: the pair. */
export const standings = rowsOf('programmes', 'standing', standing);
/** Key: `own`. */
export const currentProposals = rowsOf('programmes', 'matching', current);
/** Key: `own`. */
export const runs = rowsOf('programmes', 'run', run);

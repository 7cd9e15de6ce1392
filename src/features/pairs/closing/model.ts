/** The end of a pair in good standing: up to three lines of each about what they reached, for the two of them. Safe in the browser. */
import { z } from 'zod';
import { personCard, personId } from '../../people/model.ts';
import { pairStates } from '../model.ts';

/** So long before the programme's last day both are invited to look back. */
export const lookBackDays = 7;
export const mostLines = 3;
export const longestLine = 200;

const line = z.string().trim().max(longestLine);
export const reached = z.strictObject({ personId, lines: z.array(line.min(1)).max(mostLines), at: z.number() });
export type Reached = z.infer<typeof reached>;

/** Empty lines are left out; without any, what was written goes. */
export const reachedDraft = z.strictObject({ lines: z.array(line).max(mostLines) });

export const closingView = z.strictObject({
  partner: personCard,
  state: z.enum(pairStates),
  /** Both agreed to look back: the pair is over, and in good standing. */
  isRoundedOff: z.boolean(),
  mine: z.array(z.string()),
  theirs: z.array(z.string()),
  /** From outside: stories, thanks and other programmes are not for this reader. */
  asGuest: z.boolean(),
});
export type ClosingView = z.infer<typeof closingView>;

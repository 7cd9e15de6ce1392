/** Trusted colleagues who enter an application beside somebody without a desk, a licence or a mailbox. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { date } from '../../programmes/model.ts';

export const helper = z.strictObject({ personId, addedAt: z.number() });

/** What a helper sees of a programme: what stands on its posters, and no more. */
export const helpingPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string(), forWhom: z.string(), why: z.string(), howChosen: z.string() }),
  open: z.boolean(),
  closesOn: date.optional(),
});
export type HelpingPage = z.infer<typeof helpingPage>;

/** A programme for which somebody helps. */
export const helpingLine = z.strictObject({ programmeId: id, name: z.string() });
export type HelpingLine = z.infer<typeof helpingLine>;

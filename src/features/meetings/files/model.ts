/** A link to a meeting's file, for calendars that we cannot reach: whoever holds it may take the file, for a while. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';

export const fileLink = z.strictObject({
  programmeId: id,
  pairId: id,
  meetingId: id,
  /** Whose names and language the file has. */
  personId,
  /** Domain time. */
  until: z.number(),
});
export type FileLink = z.infer<typeof fileLink>;

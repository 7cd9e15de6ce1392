/** Whom a person can turn to: the coordinators of the programmes that reached them. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard } from '../../people/model.ts';

export const contact = z.strictObject({
  programmeId: id,
  programmeName: z.string(),
  coordinators: z.array(personCard.extend({ mail: z.string().optional() })),
});
export type Contact = z.infer<typeof contact>;

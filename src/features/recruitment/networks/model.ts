/** The organisation's register of employee networks and professional associations: whom to write to, what was sent, what came back. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { headcount } from '../../release/model.ts';
import { kitText } from '../kit/model.ts';

export const networkKinds = ['network', 'association'] as const;

export const networkDraft = z.strictObject({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(networkKinds),
  /** An address or a name that they give themselves for such messages. */
  contact: z.string().trim().max(200),
  language: z.enum(languages),
});
export type NetworkDraft = z.infer<typeof networkDraft>;

export const network = networkDraft.extend({ id, createdAt: z.number() });
export type Network = z.infer<typeof network>;

/** Of one network and one programme. */
export const contacted = z.strictObject({
  networkId: id,
  sentAt: z.number().optional(),
  /** What they answered, in the coordinator's words. */
  note: z.string().trim().max(500),
});

export const contactedDraft = z.strictObject({ sent: z.boolean(), note: contacted.shape.note });
export type ContactedDraft = z.infer<typeof contactedDraft>;

export const networkLine = network.extend({
  sentAt: z.number().optional(),
  note: z.string(),
  /** The text for them, with a link of their own. */
  text: kitText,
  /** How many came last by that link: a band, never a number of few. */
  came: headcount,
});
export type NetworkLine = z.infer<typeof networkLine>;
export const networksPage = z.strictObject({ networks: z.array(networkLine) });
export type NetworksPage = z.infer<typeof networksPage>;

/** Whom a call asks, as it is kept: apart from the rest, since every page of recruitment knows of calls. Safe in the browser. */
import { z } from 'zod';
import { personId } from '../../../people/model.ts';
import { audienceOptions, type Audience } from '../../../surveys/audience/model.ts';

/** What is kept of a call; the last two as it was before calls and surveys had one audience, still read. */
export const audience = z.discriminatedUnion('kind', [
  ...audienceOptions,
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('group'), groupId: personId, name: z.string().min(1).max(200) }),
]);
export type KeptAudience = z.infer<typeof audience>;

/** What was kept before calls and surveys had one audience, as it is described now. */
export function straightened(kept: KeptAudience): Audience {
  if (kept.kind === 'all') return { kind: 'everybody' };
  if (kept.kind === 'group') return { kind: 'chosen', groups: [{ id: kept.groupId, name: kept.name }] };
  return kept;
}

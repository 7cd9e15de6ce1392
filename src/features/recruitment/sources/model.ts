/** By what people come to a programme: a source has a short code that stands in its link, an arrival says who followed which. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { personId } from '../../people/model.ts';

export const channels = [
  ...['chat', 'channel', 'mail', 'network', 'association', 'social', 'slide', 'poster', 'managers', 'sponsor'],
  ...['paper', 'helped', 'kiosk', 'link', 'story'],
] as const satisfies readonly string[];
export type SourceChannel = (typeof channels)[number];

/** Letters and digits that are not taken for one another on paper. */
export const sourceCode = z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/);

export const source = z.strictObject({
  code: sourceCode,
  programmeId: id,
  /** The call of which it is one form; a link of the programme's own has none. */
  callId: id.optional(),
  channel: z.enum(channels),
  language: z.enum(languages),
  /** Which network, channel or site, where there are several. */
  name: z.string().trim().min(1).max(120).optional(),
  createdAt: z.number(),
});
export type Source = z.infer<typeof source>;
export type SourceDraft = Pick<Source, 'programmeId' | 'callId' | 'channel' | 'language' | 'name'>;

/** Kept twice for each person and programme: the first source that is known, and the last. */
export const arrival = z.strictObject({ programmeId: id, personId, code: sourceCode, at: z.number() });
export type Arrival = z.infer<typeof arrival>;

/** Whoever came without a code is unknown: nobody is counted for a source by a guess. */
export type SourceOfPerson = 'unknown' | { readonly first: Source; readonly last: Source };

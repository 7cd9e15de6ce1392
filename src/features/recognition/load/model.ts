/**
 * What somebody is asked for besides mentoring, and a limit to it: those who are few are asked most, and rarely say no. Everybody can
 * rest from it without a reason. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';

export const askKinds = ['story', 'circle', 'jury'] as const;
export const askKind = z.enum(askKinds);
export type AskKind = (typeof askKinds)[number];

/** That somebody was asked, or did it, once for each thing. */
export const asked = z.strictObject({ personId, kind: askKind, at: z.number() });
export type Asked = z.infer<typeof asked>;

/** Until and including which day nothing more is asked, in every programme. */
export const rest = z.strictObject({ until: z.iso.date() });
export const restDraft = z.strictObject({ until: z.iso.date().nullable() });

const counts = z.array(z.strictObject({ kind: askKind, count: z.number().int() }));

export const loadLine = z.strictObject({
  person: personCard,
  /** Mentees at this time. */
  mentees: z.number().int(),
  asked: counts,
  /** Not to be asked now: often asked, or resting; which of the two is told to nobody. */
  isFull: z.boolean(),
});
export type LoadLine = z.infer<typeof loadLine>;
export const loadPage = z.strictObject({ lines: z.array(loadLine), most: z.number().int(), days: z.number().int() });
export type LoadPage = z.infer<typeof loadPage>;

export const ownLoad = z.strictObject({
  /** Where there is a pair; else there is nothing to say. */
  takesPart: z.boolean(),
  mentees: z.number().int(),
  asked: counts,
  most: z.number().int(),
  days: z.number().int(),
  today: z.iso.date(),
  until: z.iso.date().optional(),
});
export type OwnLoad = z.infer<typeof ownLoad>;

export const ofLoad = z.strictObject({ programmeId: id });

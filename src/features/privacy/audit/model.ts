/** The part of the audit log that concerns a programme, as its coordinators see it: never who, but for the reader. Safe in the browser. */
import { z } from 'zod';
import { deeds } from '../../../platform/audit/deeds.ts';
import { id } from '../../../platform/ids.ts';

export const linesOnPage = 50;

/** `coordinator`: one of the programme now. `product`: it happened by itself. `somebody`: anybody else. */
export const actors = ['you', 'coordinator', 'product', 'somebody'] as const;

/** `other`: a deed of a later version. */
export const shownDeeds = [...deeds, 'other'] as const;

/** What is said of how it ended: words of a closed list, no numbers and no names. */
export const details = [
  ...['on', 'off', 'granted', 'taken-back', 'added', 'taken-out', 'yes', 'no', 'question', 'answer'],
  ...['helped', 'kiosk', 'paper', 'pdf', 'pptx', 'xlsx', 'csv'],
  ...['sent-back', 'chosen', 'fixed', 'later', 'released', 'used', 'published-with-gap'],
] as const;

export const auditLine = z.strictObject({
  number: z.number().int(),
  at: z.number(),
  what: z.enum(shownDeeds),
  detail: z.enum(details).optional(),
  who: z.enum(actors),
});
export type AuditLine = z.infer<typeof auditLine>;

export const auditPage = z.strictObject({
  programme: z.strictObject({ id, name: z.string() }),
  /** Newest first. */
  lines: z.array(auditLine).max(linesOnPage),
  /** `before` of the page with older ones; nothing when there are none. */
  next: z.number().int().optional(),
});
export type AuditPage = z.infer<typeof auditPage>;

export const auditQuery = z.strictObject({ before: z.coerce.number().int().min(1).optional() });

/**
 * A certificate of completion: what a person chose to have on it, on paper, with a link by which whoever holds the paper can see that it is
 * valid. It says what was done; nobody is graded. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { language } from '../../people/model.ts';
import { mostGoals } from '../../pairs/goals/model.ts';
import { sides } from '../../pairs/model.ts';
import { courseId } from '../../training/model.ts';
import { personId } from '../../people/model.ts';

const localDay = z.iso.date();

/** What is ticked; `goals` are those of a mentee, each by itself. Nothing else stands on the paper or behind its link. */
export const certificateChoice = z.strictObject({
  hours: z.boolean(),
  courses: z.boolean(),
  goals: z.array(id).max(mostGoals),
});
export type CertificateChoice = z.infer<typeof certificateChoice>;

export const certificateDraft = certificateChoice.extend({ language });
export type CertificateDraft = z.infer<typeof certificateDraft>;

/** What stands on it, in the order in which its fingerprint is made. */
export const certificateFacts = z.strictObject({
  name: z.string(),
  programme: z.string(),
  side: z.enum(sides),
  from: localDay,
  to: localDay,
  meetings: z.number().int().optional(),
  minutes: z.number().int().optional(),
  courses: z.array(courseId),
  goals: z.array(z.string()),
});
export type CertificateFacts = z.infer<typeof certificateFacts>;

/** Kept by its person. `secret` opens the page behind the link, which has to be on the paper each time that it is made. */
export const certificate = z.strictObject({
  programmeId: id,
  side: z.enum(sides),
  language,
  choice: certificateChoice,
  facts: certificateFacts,
  secret: z.string(),
  /** The day on which it was made, in the programme's zone. */
  on: localDay,
});
export type Certificate = z.infer<typeof certificate>;

/** Once withdrawn it says no more than that. */
export const certificateLink = z.union([
  z.strictObject({ personId, programmeId: id, side: z.enum(sides) }),
  z.strictObject({ withdrawnAt: z.number() }),
]);

/** One that was made: `changed` where the records say something else by now. */
export const madeCertificate = z.strictObject({
  language,
  choice: certificateChoice,
  facts: certificateFacts,
  on: localDay,
  /** The letter for the appraisal talk, to be read before it is fetched. */
  letter: z.array(z.string()),
  link: z.string(),
  /** A page of LinkedIn with the fields filled in; nothing is sent before the person does. */
  addToProfile: z.string(),
  state: z.enum(['valid', 'changed']),
});
export type MadeCertificate = z.infer<typeof madeCertificate>;

/** What can stand on the certificate of a programme that the person completed on this side. */
export const certificateOffer = z.strictObject({
  programmeId: id,
  side: z.enum(sides),
  /** Everything that could be ticked. */
  all: certificateFacts,
  goals: z.array(z.strictObject({ id, text: z.string() })),
  made: madeCertificate.optional(),
});
export type CertificateOffer = z.infer<typeof certificateOffer>;

export const paperKinds = ['certificate', 'letter'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Who is honoured, and what each of them said yes to: the stage, pictures, their name on the page of thanks. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../../platform/ids.ts';
import { personCard, personId } from '../../../people/model.ts';
import { criterionId, decision, event, eventFacts, fairness, jurorLine, shownCriterion, sides } from '../model.ts';
import { toldJudgement, toldVoice } from '../judging/model.ts';
import { aboutMe, fromMe } from '../nominating/model.ts';
import { headcount } from '../../../release/model.ts';

/** Each has a yes or a no of its own; what was not said is a no. */
export const consents = ['comes', 'stage', 'pictures', 'page'] as const;
export type Consent = (typeof consents)[number];
const yesNo = z.enum(['yes', 'no']);
export const consentDraft = z.strictObject({
  comes: yesNo.optional(),
  stage: yesNo.optional(),
  pictures: yesNo.optional(),
  page: yesNo.optional(),
});
export type ConsentDraft = z.infer<typeof consentDraft>;

export const honour = z.strictObject({
  eventId: id,
  personId,
  side: z.enum(sides),
  /** For what, by the ids of the event. */
  criteria: z.array(criterionId),
  says: consentDraft,
  at: z.number(),
  /** They would rather not: the row stays, so that nothing makes it anew, and nobody reads it. */
  isDeclined: z.literal(true).optional(),
});
export type Honour = z.infer<typeof honour>;

/** For the one who is honoured. */
export const myHonour = honour.pick({ side: true, criteria: true, says: true });
export type MyHonour = z.infer<typeof myHonour>;

/** For whoever has to do with the event: about them, from them, and what they are honoured for. */
export const myEvent = eventFacts.extend({
  about: z.array(aboutMe),
  from: z.array(fromMe),
  honour: myHonour.optional(),
  mayNominate: z.boolean(),
  isJuror: z.boolean(),
  joinUrl: z.string().optional(),
});
export type MyEvent = z.infer<typeof myEvent>;

/** A nomination as coordinators see it from the day on which the jury begins. */
const considered = z.strictObject({
  id,
  kind: z.enum(['pair', 'mentor', 'mentee']),
  people: z.array(personCard),
  /** The reader is near to somebody in it: then there is nothing but the names. */
  isNear: z.boolean(),
  voices: z.array(toldVoice.extend({ byName: z.string() })),
  /** Jurors who may judge it, and how many of them did. */
  judges: z.number().int(),
  given: z.number().int(),
  judgements: z.array(toldJudgement),
});
export type Considered = z.infer<typeof considered>;

export const eventPage = event
  .omit({ entry: true, createdBy: true, createdAt: true, decision: true, counts: true })
  .extend({
    ...eventFacts.pick({ programmeName: true, phase: true, closesAt: true, juryAt: true, end: true }).shape,
    shown: z.array(shownCriterion),
    ...{ byName: z.string(), now: z.number(), today: z.iso.date() },
    jury: z.array(jurorLine),
    /** In all, considered or not. */
    nominations: headcount,
    considered: z.array(considered),
    decision: decision
      .omit({ by: true, with: true })
      .extend({ byName: z.string(), withNames: z.array(z.string()) })
      .optional(),
    honoured: z.array(z.strictObject({ person: personCard, side: z.enum(sides), says: consentDraft })),
    joinUrl: z.string().optional(),
    calendar: z.strictObject({ isMine: z.boolean(), byName: z.string(), isCurrent: z.boolean() }).optional(),
    fairness,
    /** When the names go; nothing of them is there any more after that. */
    namesUntil: z.number(),
    isForgotten: z.boolean(),
  });
export type EventPage = z.infer<typeof eventPage>;

/** On the programme's page of thanks. */
export const honouredPage = z.array(
  event.pick({ id: true, title: true, language: true, start: true, zone: true }).extend({
    criteria: z.array(shownCriterion),
    honoured: z.array(z.strictObject({ name: z.string(), side: z.enum(sides), criteria: z.array(criterionId) })),
    fairness,
  }),
);
export type HonouredPage = z.infer<typeof honouredPage>;

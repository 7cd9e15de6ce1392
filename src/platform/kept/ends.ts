/** Whom a kind of rows is about, and what ends it. */

/** `given`: somebody wrote or chose it. `people`: about somebody, made by the product. `work`: about nobody. */
export type About = 'given' | 'people' | 'work';

/**
 * `no-end`: as long as the organisation uses the product. `taken-back`: until the person takes it back, and no longer than a year after the
 * programme, or 30 days after they left the organisation. `taken-back-leaves`: the same of what belongs to no programme. `taken-back-years`: the
 * same of a survey, and no longer than three years after it closed. `leaves`: until 30 days after that. `withdrawn`: until the person withdraws it, also after that.
 * `story-over`: as long as the story stands, and until a year after the programme. `survey-years`: until three years after the survey closed.
 * `survey-ends`: until the survey closes or is called off. `done`: until what it stands for is over, or something newer is in its place. `call-over`: until 14 days after
 * a private talk was had, and 60 days at most. `read-over`: until 14 days after an adviser has read it, and 60 days at most.
 * `year-after`: until a year after the last day of the programme. `month-after`: until 30 days after a session.
 * `event-over`: until 30 days after an event. `five-years`: until five years after it was written.
 */
export const ends = [
  'no-end',
  'taken-back',
  'taken-back-leaves',
  'taken-back-years',
  'leaves',
  'withdrawn',
  'story-over',
  'survey-years',
  'survey-ends',
  'done',
  'call-over',
  'read-over',
  'year-after',
  'month-after',
  'event-over',
  'five-years',
] as const;
export type End = (typeof ends)[number];

export interface Kept {
  readonly about: About;
  readonly until: End;
  /** For whoever keeps the record of processing. */
  readonly why: string;
}

export const given = (until: End, why: string): Kept => ({ about: 'given', until, why });
export const people = (until: End, why: string): Kept => ({ about: 'people', until, why });
export const work = (until: End, why: string): Kept => ({ about: 'work', until, why });

/** What stands in blobs, by container. A policy of the container, which the deployment sets, keeps the audit log for five years. */
export const blobsKept = { audit: people('five-years', 'who did what, under a pseudonym') };

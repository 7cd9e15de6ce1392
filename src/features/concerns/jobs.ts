/** What requests and notes do by themselves: tell advisers, remind them, tell whoever asked, and go when they are over. Each re-reads before it does anything. */
import { z } from 'zod';
import { day } from '../../platform/clock.ts';
import { job, type Job, type JobResult } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { deliver, forgetInLetterbox, turnBack } from '../people/messages/usecases.ts';
import { sent, type Sent } from '../people/messages/model.ts';
import { sentRows } from '../people/messages/store.ts';
import { personId } from '../people/model.ts';
import { isAdviserNow } from './advisers/usecases.ts';
import { isNoteToTell, turnToTell } from './confiding/usecases.ts';
import { tellPerson } from './advising/usecases.ts';
import { adviserCard, personCard } from './cards.ts';
import { lookAfterRequests } from './forgetting/usecases.ts';
import { mayRead } from './policy.ts';
import { lateAt, mayBeTold } from './rules.ts';
import { tellingAdviser, tellingPerson } from './sends.ts';
import { findRequest, openWish, place, requests, type KeptRequest } from './store.ts';
import { tellAdviser } from './usecases.ts';

const ofWish = z.strictObject({ wishId: id, round: id });
type OfWish = z.infer<typeof ofWish>;
const ofAdviser = ofWish.extend({ personId });
const ofPerson = ofWish.extend({ news: z.enum(['taken', 'late', 'left']) });

type OfPerson = z.infer<typeof ofPerson>;

const at = { table: 'concerns', partition: place } as const;

/** As it is now, when it is still the same request. */
async function requestNow(deps: Platform, { wishId, round }: OfWish): Promise<Row<KeptRequest> | undefined> {
  const row = await findRequest(deps, wishId);
  return row?.value.round === round ? row : undefined;
}

/** A request that nobody took, or a note that nobody has read, which this adviser may read. */
async function isToTell(deps: Platform, data: z.infer<typeof ofAdviser>): Promise<boolean> {
  const now = (await requestNow(deps, data))?.value;
  return now ? now.state === 'open' && mayRead(data.personId, now) : isNoteToTell(deps, data);
}

async function tellAdviserNow(deps: Platform, data: z.infer<typeof ofAdviser>, sendId: string): Promise<JobResult> {
  const later = await turnToTell(deps, data);
  if (later !== undefined) return { again: later };
  const result = await deliver(deps, {
    ...{ ...tellingAdviser.as, ...at, sendId, data, personId: data.personId },
    card: async (language) => {
      if (!(await isToTell(deps, data))) return undefined;
      if (!(await isAdviserNow(deps, data.personId))) return undefined;
      return adviserCard(language, deps.teams.tabLink('/private-talk/requests', 'Tandem'));
    },
  });
  return (await byMailInstead(deps, sendId, result)) ?? result;
}

/** Whom chat does not reach gets a mail which says that something waits: nobody else could reach them. */
async function byMailInstead(deps: Platform, sendId: string, result: JobResult): Promise<JobResult> {
  const recorded = recordIn(result);
  if (deps.config.mailFrom === undefined || recorded?.state !== 'failed') return undefined;
  const { reason, ...rest } = recorded;
  if (reason === 'left' || reason === 'unknown-person') return undefined;
  if (await sentRows.concerns.find(deps.tables, place, sendId)) return undefined;
  await turnBack(deps, rest.personId, sendId);
  await deps.tables.commit([sentRows.concerns.create(place, sendId, { ...rest, state: 'by-mail' })]);
  return { again: deps.clock.now() };
}

const recordIn = (result: JobResult): Sent | undefined =>
  result && 'done' in result ? sent.safeParse(result.done[0]?.value).data : undefined;

/** Every two working days, until somebody takes it or it goes. */
async function remind(deps: Platform, data: OfWish, due: number): Promise<JobResult> {
  const now = (await requestNow(deps, data))?.value;
  if (now?.state !== 'open' || now.isBack) return undefined;
  const reminders = now.advisers.map((one) => tellAdviser(now, one, 'reminded', String(due)));
  for (const one of [...reminders, tellPerson(now, 'late')]) await deps.outbox.ask('concerns', place, one);
  return { again: lateAt(deps.clock.now()) };
}

function isStill(what: OfPerson['news'], { state, isBack }: KeptRequest): boolean {
  switch (what) {
    case 'taken':
      return state === 'taken';
    case 'late':
      return state === 'open' && isBack !== true;
    case 'left':
      return state === 'open';
    default:
      return what satisfies never;
  }
}

/** No record says that this person was told: the request itself does, and the letterbox forgets at once. */
async function tellPersonNow(deps: Platform, data: OfPerson, sendId: string): Promise<JobResult> {
  const row = await requestNow(deps, data);
  if (!row) return undefined;
  const { personId: to, wish } = await openWish(deps, row.value);
  if (!mayBeTold(wish)) return undefined;
  if (!row.value.told.includes(data.news)) {
    const result = await deliver(deps, {
      ...{ ...tellingPerson.as, ...at, sendId, data, personId: to },
      card: async (language) => {
        const now = (await requestNow(deps, data))?.value;
        return now && isStill(data.news, now)
          ? personCard(language, deps.teams.tabLink('/private-talk', 'Tandem'))
          : undefined;
      },
    });
    if (result && 'again' in result) return result;
    const now = recordIn(result)?.state === 'arrived' ? await requestNow(deps, data) : undefined;
    if (now) await deps.tables.commit([requests.replace(now, { ...now.value, told: [...now.value.told, data.news] })]);
  }
  await forgetInLetterbox(deps, to, place);
  return undefined;
}

export const concernsJobs: readonly Job[] = [
  job({
    ...{ name: 'concerns.tell-adviser', data: ofAdviser },
    run: (deps, data, task) => tellAdviserNow(deps, data, task.id),
  }),
  job({ ...{ name: 'concerns.remind', data: ofWish }, run: (deps, data, task) => remind(deps, data, task.due) }),
  job({
    ...{ name: 'concerns.tell-person', data: ofPerson },
    run: (deps, data, task) => tellPersonNow(deps, data, task.id),
  }),
  job({
    ...{ name: 'concerns.look', data: z.object({}) },
    run: async (deps) => {
      await lookAfterRequests(deps);
      return { again: deps.clock.now() + day };
    },
  }),
];

/** What seeded people of the sandbox do on request (`POST /sandbox/act {what}`): each through the product's own doors. */
import { z } from 'zod';
import type { AnswerPage } from '../../features/surveys/model.ts';
import { askedOf } from '../../features/surveys/questions/rules.ts';
import { asked } from '../host/asked.ts';
import { personIn, type HostWorld } from '../host/world.ts';
import { plausibleAnswers } from './answers.ts';
import { opinionOn } from './opinions.ts';
import { answersToCalls } from './calls.ts';
import { doorsOf, type Doors, type OpenCard } from './doors.ts';
import { everyone } from './everyone.ts';

/** Gets what the request says besides `what`; what it gives is the answer. */
export type Act = (details: Readonly<Record<string, unknown>>) => Promise<unknown>;
export type Acts = Readonly<Record<string, Act>>;

const wish = z.looseObject({
  /** At most so many do it. */
  count: z.int().min(1).max(20_000).default(20_000),
  programmeId: z.string().optional(),
  role: z.enum(['mentee', 'mentor', 'both']).optional(),
  /** Only these people. */
  people: z.array(z.string()).optional(),
});
type Wish = z.infer<typeof wish>;

export function actsOf(world: HostWorld): Acts {
  const doors = doorsOf(world);
  const languageOf = (id: string): string =>
    world.organisation.people.find((one) => one.id === id)?.preferredLanguage?.slice(0, 2) ?? 'en';
  /** Throws an Unwelcome that says what is wrong with the wish. */
  const wished = (details: unknown): Wish => {
    const wanted = asked(wish, details);
    return wanted.people ? { ...wanted, people: wanted.people.map((id) => personIn(world, id).id) } : wanted;
  };
  const pressing =
    (verb: string): Act =>
    async (details) => ({ did: await pressAll(doors, verb, wished(details)) });
  return {
    'answer-survey': async (details) => {
      const wanted = wished(details);
      const did = await pressAll(doors, 'surveys.answer', wanted);
      return { did: did + (await answerOnPages(doors, { ...wanted, count: wanted.count - did })) };
    },
    apply: async (details) => ({ did: await apply(doors, wished(details), languageOf) }),
    accept: pressing('pairs.accept'),
    decline: async (details) => ({ did: await decline(doors, wished(details)) }),
    'not-now': pressing('recruitment.not-now'),
    'answer-check-in': async (details) => {
      const wanted = wished(details);
      const met = await pressAll(doors, 'checkins.met', wanted);
      return { did: met + (await pressAll(doors, 'checkins.answer', wanted)) };
    },
    'do-course': async (details) => ({ did: await doCourses(doors, wished(details)) }),
    meet: async (details) => ({ did: await meet(doors, wished(details)) }),
    'answer-calls': answersToCalls(world, doors, languageOf),
  };
}

function oneEach(cards: readonly OpenCard[], { count }: Wish): OpenCard[] {
  return [...new Map(cards.toReversed().map((one) => [one.personId, one])).values()].slice(0, count);
}

async function pressAll(doors: Doors, verb: string, wanted: Wish): Promise<number> {
  const cards = oneEach(doors.cardsWith(verb, wanted.people ?? doors.employees), wanted);
  return everyone(cards, (card) => doors.press(card, verb));
}

/** Surveys whose card leads to their page: answered there, and those that a person answered before are no longer offered. */
async function answerOnPages(doors: Doors, wanted: Wish): Promise<number> {
  const whole = new Set(
    doors.cardsWith('surveys.answer', wanted.people ?? doors.employees).map((one) => one.messageId),
  );
  const cards = doors.cardsWith('surveys.page', wanted.people ?? doors.employees);
  const leading = oneEach(
    cards.filter(({ messageId }) => !whole.has(messageId)),
    wanted,
  );
  return everyone(leading, async ({ personId }) => {
    for (const { id } of await doors.call<{ id: string }[]>(personId, 'GET', '/me/surveys')) {
      const { asks } = await doors.call<AnswerPage>(personId, 'GET', `/surveys/${id}/answer`);
      const random = doors.chance('answer', personId, id);
      const drafted = Object.fromEntries(asks.items.map((one) => [one.id, opinionOn(one, random)]));
      const asked = new Set(askedOf(asks.items, drafted).map((one) => one.id));
      const answers = Object.fromEntries(Object.entries(drafted).filter(([key]) => asked.has(key)));
      await doors.call(personId, 'POST', `/surveys/${id}/answer`, { answers });
    }
  });
}

/** Two presses: "rather someone else", and then yes to it, without a reason. */
async function decline(doors: Doors, wanted: Wish): Promise<number> {
  const cards = oneEach(doors.cardsWith('pairs.decline', wanted.people ?? doors.employees), wanted);
  return everyone(cards, async (card) => {
    await doors.press(card, 'pairs.decline');
    const [asked] = doors.cardsWith('pairs.confirmDecline', [card.personId]);
    if (asked) await doors.press(asked, 'pairs.confirmDecline');
  });
}

interface Invited {
  readonly personId: string;
  readonly programmeId: string;
}

/** People whose chat has an open invitation, and who have not applied. */
async function apply(doors: Doors, wanted: Wish, languageOf: (id: string) => string): Promise<number> {
  const invited: Invited[] = [];
  for (const { personId } of oneEach(doors.cardsWith('recruitment.apply', wanted.people ?? doors.employees), {
    ...wanted,
    count: 20_000,
  })) {
    if (invited.length >= wanted.count) break;
    const { invitations } = await doors.call<{ invitations: { programmeId: string }[] }>(
      personId,
      'GET',
      '/me/invitations',
    );
    const one = invitations.find(
      ({ programmeId }) => wanted.programmeId === undefined || programmeId === wanted.programmeId,
    );
    if (one) invited.push({ personId, programmeId: one.programmeId });
  }
  return everyone(invited, ({ personId, programmeId }) => {
    const random = doors.chance('apply', personId, programmeId);
    const role = wanted.role ?? (random.chance(0.55) ? 'mentee' : 'mentor');
    const answers = plausibleAnswers(role, languageOf(personId), random);
    return doors.call(personId, 'PUT', `/programmes/${programmeId}/application`, { answers, apply: true });
  });
}

async function doCourses(doors: Doors, wanted: Wish): Promise<number> {
  const people = oneEach(doors.cardsWith('training.step', wanted.people ?? doors.employees), wanted);
  return everyone(people, async ({ personId }) => {
    const courses = await doors.call<{ id: string }[]>(personId, 'GET', '/me/courses');
    for (const { id } of courses) await doors.call(personId, 'PUT', `/me/courses/${id}`, { step: 0, isDone: true });
  });
}

/** Mentees find a time in the first weeks and book it; by hand where a calendar is missing. */
async function meet(doors: Doors, wanted: Wish): Promise<number> {
  const people = oneEach(doors.cardsWith('pairs.findTime', wanted.people ?? doors.employees), {
    ...wanted,
    count: 20_000,
  });
  let booked = 0;
  for (const { personId } of people) {
    const pairs = await doors.call<{ id: string; programmeId: string; side: string; state: string }[]>(
      personId,
      'GET',
      '/me/pairs',
    );
    const mine = pairs.filter((one) => one.side === 'mentee' && one.state === 'active');
    for (const { id, programmeId } of mine) {
      if (booked >= wanted.count) return booked;
      const path = `/programmes/${programmeId}/pairs/${id}/meetings`;
      const { slots } = await doors.call<{ slots: { start: number }[] }>(
        personId,
        'GET',
        `${path}/times?week=0&minutes=60`,
      );
      const start = doors.chance('meet', id).pick(slots.length > 0 ? slots : [{ start: 0 }]).start;
      if (start === 0) continue;
      await doors.call(personId, 'POST', path, { start, minutes: 60 });
      booked += 1;
    }
  }
  return booked;
}

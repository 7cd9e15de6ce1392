/** How the pairs of a programme live in the sandbox's time: most do well, some get into a trouble that was planted, week by week through the doors. */
import { day, hour } from '../../../src/platform/clock.ts';
import { randomFrom } from '../delivery/chance.ts';
import type { TestSandbox } from '../sandbox.ts';

export const troubles = ['never-met', 'no-next-date', 'two-cancellations', 'silent', 'asks-for-contact'] as const;
export type Trouble = (typeof troubles)[number];

export interface PairLine {
  readonly id: string;
  readonly state: string;
  readonly mentee: { readonly id: string };
  readonly mentor: { readonly id: string };
}

export interface Life {
  readonly pairId: string;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly trouble: Trouble | undefined;
  /** The week in which the trouble begins. */
  readonly from: number;
  /** The week in which one of the two asks for somebody else, who gets on well with nobody in particular. */
  readonly parts: number | undefined;
  /** Days from one meeting to the next, as this pair likes it. */
  readonly rhythm: number;
  readonly random: () => number;
  cancelled: number;
  asked: boolean;
  /** It has ended, or parted. */
  over: boolean;
}

/** Four of five do well all year; of these a few part. */
export function livesOf(pairs: readonly PairLine[]): Life[] {
  return pairs.map(({ id, mentee, mentor }, place) => {
    const random = randomFrom(1_000 + place);
    const trouble = random() < 0.2 ? troubles[Math.floor(random() * troubles.length)] : undefined;
    const later = 6 + Math.floor(random() * 18);
    const begins: Partial<Record<Trouble, number>> = { 'never-met': 0, 'asks-for-contact': 5 };
    return {
      ...{ pairId: id, menteeId: mentee.id, mentorId: mentor.id, trouble, random, cancelled: 0, asked: false },
      from: (trouble && begins[trouble]) ?? later,
      parts: trouble === undefined && random() < 0.05 ? later : undefined,
      rhythm: 18 + Math.floor(random() * 14),
      over: false,
    };
  });
}

interface Meeting {
  readonly id: string;
  readonly start: number;
  readonly past: boolean;
  readonly said?: string;
}

export interface Week {
  readonly number: number;
  readonly now: number;
  readonly programmeId: string;
}

/** Who cancelled twice finds no third date: with one the trouble would have passed. */
const meets = ({ trouble, from, cancelled }: Life, { number }: Week): boolean =>
  number < from ||
  trouble === undefined ||
  (trouble === 'two-cancellations' && cancelled < 2) ||
  trouble === 'asks-for-contact';

/** Whether they answer what they are asked. */
export const speaks = ({ trouble, from }: Life, { number }: Week): boolean => trouble !== 'silent' || number < from;

/** What a pair does in a week, besides answering cards. */
export async function liveAWeek(sandbox: TestSandbox, life: Life, week: Week): Promise<void> {
  const path = `/programmes/${week.programmeId}/pairs/${life.pairId}`;
  if (life.parts === week.number) {
    await sandbox.api(life.menteeId, 'POST', `${path}/somebody-else`, {});
    life.over = true;
    return;
  }
  const { meetings } = await sandbox.api<{ meetings: Meeting[] }>(life.menteeId, 'GET', `${path}/meetings`);
  const held = meetings.findLast(({ past, said }) => past && said === undefined);
  if (held && speaks(life, week) && life.random() < 0.6)
    await sandbox.api(life.mentorId, 'POST', `${path}/meetings/${held.id}/met`, { said: 'yes' });
  const ahead = meetings.find(({ past }) => !past);
  if (ahead) await cancelPerhaps(sandbox, life, week, `${path}/meetings/${ahead.id}`);
  else if (meets(life, week)) await plan(sandbox, life, week, { path, isFirst: meetings.length === 0 });
  await askForContact(sandbox, life, week, path);
}

async function cancelPerhaps(sandbox: TestSandbox, life: Life, week: Week, path: string): Promise<void> {
  if (life.trouble !== 'two-cancellations' || week.number < life.from || life.cancelled === 2) return;
  await sandbox.api(life.menteeId, 'POST', `${path}/cancel`, {});
  life.cancelled += 1;
}

interface Plan {
  readonly path: string;
  readonly isFirst: boolean;
}

/** By hand, so that the year is not one of calendars: these have a benchmark of their own. */
async function plan(sandbox: TestSandbox, life: Life, { now }: Week, { path, isFirst }: Plan): Promise<void> {
  const days = isFirst ? 5 + life.random() * 7 : life.rhythm * (0.6 + life.random() * 0.5);
  const start = Math.ceil((now + days * day) / hour) * hour;
  await sandbox.api(life.menteeId, 'POST', `${path}/meetings/by-hand`, { start, minutes: 60, knowing: true });
}

async function askForContact(sandbox: TestSandbox, life: Life, { number }: Week, path: string): Promise<void> {
  if (life.trouble !== 'asks-for-contact' || life.asked || number < life.from) return;
  const ratings = { 'open-talks': 4, 'next-step': 3, 'more-options': 4, 'often-moved': 2 };
  await sandbox.api(life.menteeId, 'POST', `${path}/check-ins`, { round: 'day-30', ratings, note: '', contact: true });
  life.asked = true;
}

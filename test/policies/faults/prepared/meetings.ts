/** States of meetings, of pairs and of mailboxes that are followed. */
import { day, minute } from '../../../../src/platform/clock.ts';
import { newMeeting } from '../../../../src/features/meetings/booking/rules.ts';
import { settleTask } from '../../../../src/features/meetings/booking/settling/rules.ts';
import type { Meeting } from '../../../../src/features/meetings/model.ts';
import { meetings } from '../../../../src/features/meetings/store.ts';
import type { PairGoal } from '../../../../src/features/pairs/goals/model.ts';
import { pairGoals } from '../../../../src/features/pairs/goals/store.ts';
import { pairs } from '../../../../src/features/pairs/store.ts';
import type { Pair } from '../../../../src/features/pairs/model.ts';
import { jobOf, whenDue, type Hands, type Next, type Prepare } from '../hands.ts';
import type { Params } from '../../things.ts';
import { person, type View } from '../../people.ts';
import { soon } from '../../things.ts';

const at = '/programmes/p1/pairs/pair-own';

const press = (view: View, verb: string, subject: Params, inputs: object = {}): Next => ({
  ...{ view, method: 'PRESS', path: verb, subject, inputs },
});

/** The own pair as it is, and more of it. */
async function pairWith({ found, rows }: Hands, id: string, over: Partial<Pair>): Promise<void> {
  const [one] = await found<Pair>('programmes', 'p1', `pair.${id}`);
  await rows(pairs.put('p1', id, { ...one!, ...over }));
}

/** A booking whose process died before Outlook answered. */
async function reserve({ rows, lay, world }: Hands): Promise<Meeting> {
  const slot = { start: soon + 6 * day, end: soon + 6 * day + 30 * minute };
  const pair = { id: 'pair-own', programmeId: 'p1' } as Pair;
  const one = newMeeting([], pair, person.mentee.id, slot);
  await rows(meetings.create('p1', ['pair-own', one.id], one));
  const { job, data, due } = settleTask(one, world.app.clock.now());
  await lay(job, data, { due: due! });
  return one;
}

export const meetingsPrepared: Readonly<Record<string, Prepare>> = {
  'meetings.drop-file': async (hands) => {
    await hands.ask('mentee', 'POST', `${at}/meetings/by-hand`, { start: soon + 6 * day, minutes: 30 });
    await hands.work();
    return whenDue(hands, 'meetings.drop-file');
  },
  // Outlook has it, and we do not know.
  'meetings.settle': async (hands) => {
    const one = await reserve(hands);
    await hands.world.jobDeps.calendar.book('', { ...one, transactionId: one.id } as never);
    return whenDue(hands, 'meetings.settle');
  },
  'meetings.settle, not in Outlook': async (hands) => {
    await reserve(hands);
    return whenDue(hands, 'meetings.settle');
  },
  'meetings.net': async (hands) => {
    await hands.run('meetings.follow', { personId: person.mentee.id, reason: 'changed' });
    return whenDue(hands, 'meetings.net');
  },
  'meetings.look': async ({ pass }) => {
    await pass({ days: 40 });
    return jobOf('meetings.look', {});
  },
  'pairs.longer': async () => press('mentee', 'pairs.longer', { programmeId: 'p1', pairId: 'pair-back' }),
  'pairs.closingTime': async ({ pass }) => {
    await pass({ days: 320 });
    return jobOf('pairs.closingTime', { programmeId: 'p1', pairId: 'pair-own' });
  },
  'pairs.comeFirst': async (hands) => {
    await hands.ask('mentee', 'POST', '/programmes/p1/pairs/pair-own/end', {});
    return whenDue(hands, 'pairs.comeFirst');
  },
  'pairs.rest': async (hands) => {
    await hands.ask('mentee', 'POST', '/programmes/p1/pairs/pair-own/pause', {});
    return whenDue(hands, 'pairs.rest');
  },
  'pairs.settleGoals': async (hands) => {
    await pairWith(hands, 'pair-ended', { endedAt: hands.world.app.clock.now() - 40 * day });
    const [goal] = await hands.found<PairGoal>('programmes', 'p1', 'pairgoal.pair-ended.');
    await hands.rows(pairGoals.put('p1', ['pair-ended', goal!.id], { ...goal!, outcome: 'reached' }));
    await hands.pass({ days: 60 });
    return jobOf('pairs.settleGoals', { programmeId: 'p1', pairId: 'pair-ended' });
  },
};

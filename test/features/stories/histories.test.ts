import assert from 'node:assert/strict';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { bucketOfPerson, people } from '../../../src/features/people/store.ts';
import { createProgramme } from '../../../src/features/programmes/usecases.ts';
import {
  answerStory,
  changeTerms,
  publishStory,
  sendBackStory,
  withdrawStory,
} from '../../../src/features/stories/consent/usecases.ts';
import { storiesJobs } from '../../../src/features/stories/jobs.ts';
import { reaches, type Reach, type Story } from '../../../src/features/stories/model.ts';
import { settleStoriesOf } from '../../../src/features/stories/places/usecases.ts';
import { stories } from '../../../src/features/stories/store.ts';
import { storyIdOf } from '../../../src/features/stories/usecases.ts';
import { storiesPublished, viewStory } from '../../../src/features/stories/viewing/usecases.ts';
import { writeStory } from '../../../src/features/stories/write/usecases.ts';
import type { Card } from '../../../src/platform/cards.ts';
import { day } from '../../../src/platform/clock.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { createOutbox } from '../../../src/platform/outbox.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { createRandom, type Random } from '../../../src/sandbox/organisation/random.ts';
import { aPerson, callerFor, coordinatorFor } from '../../support/app.ts';
import { memoryQueue, memoryTables } from '../../support/delivery/memory.ts';
import { inWords } from '../../support/story-draft.ts';

const histories = 1_000;
const steps = 14;
const tellers = [aPerson(1, { name: 'Sofia Peeters' }), aPerson(2, { name: 'Tom Maes' })] as const;
const [coordinator, reader] = [aPerson(3), aPerson(4)];
const noon = Date.UTC(2027, 0, 4, 11);
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

type Act = 'edit' | 'answer' | 'terms' | 'publish' | 'send-back' | 'withdraw' | 'leave' | 'night';
const acts: readonly Act[] = [
  ...(['edit', 'answer', 'answer', 'answer', 'publish', 'publish', 'publish', 'publish'] as const),
  ...(['terms', 'terms', 'send-back', 'withdraw', 'leave', 'night', 'night', 'night'] as const),
];

/** What somebody said last that went through, by the words that they said it of. */
interface Said {
  readonly words: string;
  readonly reach: Reach;
  readonly named: boolean;
  readonly until: number;
}

/** Somebody slow, who knows no ledger: what each said last of which words, and whether that still holds. */
class Witness {
  words = '';
  isPublished = false;
  readonly said = new Map<string, Said>();
  readonly left = new Set<string>();

  seenAt(now: number): { readonly reach: Reach; readonly named: string[] } | undefined {
    const both = tellers.map(({ id }) => this.said.get(id));
    const holds = both.every((one) => one !== undefined && one.words === this.words && one.until > now);
    if (!this.isPublished || !holds || this.left.size > 0) return undefined;
    const narrow = Math.min(...both.map((one) => reaches.indexOf(one?.reach ?? 'team')));
    return {
      reach: reaches[narrow] ?? 'team',
      named: tellers.filter(({ id }) => this.said.get(id)?.named === true).map(({ name }) => name),
    };
  }
}

/** The product on a store in memory, with a channel that shows what was last put into each post. */
async function aWorld() {
  const tables = memoryTables();
  const time = { now: noon };
  const clock = { now: () => time.now, machine: () => time.now };
  const outbox = createOutbox({ tables, queue: memoryQueue(), poison: memoryQueue(), clock, log: silentLog });
  const channel = new Map<string, Card>();
  const teams = {
    tabLink: (path: string) => path,
    channels: async () => [],
    postToChannel: async (_: string, card: Card) => {
      const messageId = `m${channel.size + 1}`;
      channel.set(messageId, card);
      return { messageId };
    },
    updatePost: async (_: string, messageId: string, card: Card) => void channel.set(messageId, card),
  };
  const deps = {
    tables,
    outbox,
    clock,
    log: silentLog,
    teams,
    audit: { note: async () => undefined },
  } as unknown as Platform;
  for (const one of [...tellers, coordinator, reader])
    await tables.commit([people.create(bucketOfPerson(one.id), one.id, one)]);
  const { id: programmeId } = await createProgramme(deps, coordinatorFor(coordinator), {
    ...{ name: 'Together', forWhom: 'All', why: 'Growth', howChosen: 'All are asked', goals: [], language: 'en' },
    ...{ startsOn: '2027-01-01', endsOn: '2027-12-01' },
  });
  const at = { programmeId, pairId: 'pair-1' };
  await tables.commit([
    pairs.create(programmeId, at.pairId, {
      ...{ id: at.pairId, programmeId, proposalId: 'x', menteeId: tellers[0].id, mentorId: tellers[1].id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
    }),
  ]);
  for (const { id } of tellers) await tables.commit([pairLines.put(id, at.pairId, at)]);
  return { deps, at, time, channel };
}

type World = Awaited<ReturnType<typeof aWorld>>;

/** What a worker does with what is due; cards to people are no part of who sees a story. */
async function work({ deps, at: { programmeId } }: World): Promise<void> {
  const jobs = new Map(storiesJobs.map((one) => [one.name, one]));
  for (let round = 0; round < 5; round += 1) {
    const due = (await deps.outbox.tasksOf('programmes', programmeId)).filter((one) => one.due <= deps.clock.now());
    for (const task of due) {
      const job = jobs.get(task.job);
      assert.ok(job, `no job is called ${task.job}`);
      if (task.job === 'stories.post' || task.job === 'stories.settle')
        await job.run(deps, job.data.parse(task.data), task);
      await deps.outbox.stop('programmes', programmeId, task.id, () => Promise.resolve([]));
    }
  }
}

const isShown = (card: Card): boolean => JSON.stringify(card.body).includes('I ask now');

/** Does the act through the product's own verbs; the witness notes what went through. */
async function take(world: World, witness: Witness, act: Act, random: Random): Promise<void> {
  const { deps, at, time } = world;
  const storyId = storyIdOf(at.pairId);
  const one = (await stories.find(deps.tables, at.programmeId, storyId))?.value;
  // Mostly whoever was asked answers, or else few histories would come to anything.
  const asked = act === 'answer' && random.chance(0.8) ? tellers.find(({ id }) => id === one?.waitsFor) : undefined;
  const teller = asked ?? random.pick(tellers);
  const who = callerFor(teller);
  const days = [undefined, undefined, 0, 1, 3][random.between(0, 4)];
  const until = days === undefined ? {} : { until: dayOf(time.now + days * day) };
  const terms = { reach: random.pick(reaches), named: random.chance(0.5), ...until };
  const note = (story: Story): void => {
    // Until midnight in Brussels, which is eleven in the evening in January.
    const end = days === undefined ? Infinity : Date.parse(`${dayOf(time.now + days * day)}T23:00:00Z`);
    const words = `${story.version} ${story.parts.happened} ${story.voice ?? ''}`;
    if (words !== witness.words) witness.said.clear();
    witness.words = words;
    witness.said.set(teller.id, { words, reach: terms.reach, named: terms.named, until: end });
  };
  if (act === 'night') time.now += day;
  else if (act === 'leave') {
    const row = await people.find(deps.tables, bucketOfPerson(teller.id), teller.id);
    if (row) await deps.tables.commit([people.replace(row, { ...row.value, leftAt: time.now })]);
    witness.left.add(teller.id);
    await settleStoriesOf(deps, teller.id);
  } else if (act === 'edit') {
    const draft = {
      ...inWords(`Before, I did not dare to ask. ${'It is so. '.repeat(20)}${time.now} ${random.between(1, 99)}`),
      ...terms,
    };
    note(await writeStory(deps, who, at, { draft, ask: random.chance(0.9) }));
    witness.isPublished = false;
  } else if (!one) return;
  else if (act === 'answer') {
    const voice = random.chance(0.2) ? { voice: `And I learned too ${random.between(1, 9)}` } : {};
    note(
      await answerStory(deps, who, at.programmeId, storyId, {
        said: 'agree',
        version: one.version,
        ...voice,
        ...terms,
      }),
    );
  } else if (act === 'terms')
    note(await changeTerms(deps, who, at.programmeId, storyId, { version: one.version, ...terms }));
  else if (act === 'publish') {
    const channelId = random.chance(0.7) ? { channelId: 'general' } : {};
    await publishStory(deps, coordinatorFor(coordinator), at.programmeId, storyId, {
      version: one.version,
      ...channelId,
    });
    witness.isPublished = true;
  } else if (act === 'send-back')
    await sendBackStory(deps, coordinatorFor(coordinator), at.programmeId, storyId, { note: 'Leave out the team' });
  else {
    await withdrawStory(deps, who, at.programmeId, storyId);
    witness.said.clear();
    witness.isPublished = false;
  }
}

describe('a story in 1,000 histories of writing, agreeing, changing one’s mind, leaving, and of days that end', function () {
  this.timeout(300_000);

  it('is seen in the gallery and in a channel only while both agree to these words, this far, by this name, until this day', async () => {
    const random = createRandom('stories', 7);
    const figures = { looks: 0, seen: 0, inChannel: 0, wrong: 0, refused: 0 };
    for (let number = 0; number < histories; number += 1) {
      const world = await aWorld();
      const witness = new Witness();
      for (let step = 0; step < steps; step += 1) {
        const act = step === 0 ? 'edit' : random.pick(acts);
        await take(world, witness, act, random).catch((error: unknown) => {
          if (!isFailure(error)) throw error;
          figures.refused += 1;
        });
        await work(world);
        const truth = witness.seenAt(world.time.now);
        const inGallery = truth !== undefined && truth.reach !== 'team';
        const [shown] = await storiesPublished(world.deps, callerFor(reader));
        const read = viewStory(world.deps, callerFor(reader), world.at.programmeId, storyIdOf(world.at.pairId));
        const canRead = await read.then(
          () => true,
          () => false,
        );
        const names = [shown?.author, shown?.partner].filter((name) => name !== undefined).toSorted();
        const inChannel = [...world.channel.values()].some(isShown);
        figures.looks += 1;
        if (shown) figures.seen += 1;
        if (inChannel) figures.inChannel += 1;
        const isRight =
          (shown !== undefined) === inGallery &&
          canRead === inGallery &&
          (!inChannel || truth !== undefined) &&
          (!inGallery || JSON.stringify(names) === JSON.stringify(truth.named.toSorted()));
        if (!isRight) figures.wrong += 1;
      }
    }
    process.stdout.write(`      ${JSON.stringify(figures)}\n`);
    assert.equal(figures.wrong, 0);
    assert.ok(figures.seen > 300 && figures.inChannel > 300, 'enough was seen to mean something');
  });
});

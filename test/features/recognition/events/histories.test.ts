import assert from 'node:assert/strict';
import { pairs } from '../../../../src/features/pairs/store.ts';
import { bucketOfPerson, people } from '../../../../src/features/people/store.ts';
import { onlyRow, programmes, teams } from '../../../../src/features/programmes/store.ts';
import { decide } from '../../../../src/features/recognition/events/deciding/usecases.ts';
import { consents } from '../../../../src/features/recognition/events/honours/model.ts';
import { slidesOf } from '../../../../src/features/recognition/events/honours/rules.ts';
import {
  declineHonour,
  honouredOf,
  honoursOf,
  sayConsents,
} from '../../../../src/features/recognition/events/honours/usecases.ts';
import { eventsJobs } from '../../../../src/features/recognition/events/jobs.ts';
import {
  declareNear,
  judge,
  juryPageOf,
  stepBack,
} from '../../../../src/features/recognition/events/judging/usecases.ts';
import {
  forgetWithdrawnNominee,
  leaveAllEvents,
} from '../../../../src/features/recognition/events/leaving/usecases.ts';
import {
  answerNomination,
  takeWordsOut,
  viewMyEvent,
} from '../../../../src/features/recognition/events/mine/usecases.ts';
import { kinds, type Nomination } from '../../../../src/features/recognition/events/nominating/model.ts';
import { nominate, takeBackNomination } from '../../../../src/features/recognition/events/nominating/usecases.ts';
import { viewEvent } from '../../../../src/features/recognition/events/one/usecases.ts';
import { nominations } from '../../../../src/features/recognition/events/store.ts';
import { eventOf, openEvent, planEvent } from '../../../../src/features/recognition/events/usecases.ts';
import type { Application } from '../../../../src/features/recruitment/model.ts';
import { day } from '../../../../src/platform/clock.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { silentLog } from '../../../../src/platform/log.ts';
import { createOutbox } from '../../../../src/platform/outbox.ts';
import type { Platform } from '../../../../src/platform/platform.ts';
import { createRandom, type Random } from '../../../../src/sandbox/organisation/random.ts';
import { aDraft } from '../../../support/applications.ts';
import { callerFor, coordinatorFor } from '../../../support/app.ts';
import { memoryQueue, memoryTables } from '../../../support/delivery/memory.ts';
import { addPair, aPair, caller, carla, draft, judged, jurors, manager, mentees, mentors, outsider } from './event.ts';

const histories = 60;
const steps = 40;
const noon = Date.UTC(2026, 2, 3, 11);
const first = { ...mentors[0]!, managerId: manager.id };
/** One is a mentor, and one leads another mentor. */
const jury = [jurors[0]!, jurors[1]!, mentors[2]!, manager];
const members = [...mentees, ...mentors];
const everybody = [...members, ...jurors, manager, outsider, carla];
const nameOf = new Map(everybody.map(({ id, name }) => [id, name]));

const rare = ['take-back', 'near', 'step-back', 'part', 'leave', 'withdraw', 'decline', 'words-out', 'day'] as const;
/** Nominations first, then the jury, then the stage; what is rare comes at any time. */
const acts = [
  ['nominate', 'nominate', 'nominate', 'nominate', 'answer', 'answer', 'answer', 'answer', 'answer', 'answer', 'day'],
  ['week', 'week', 'week', 'answer', 'judge', 'judge', 'judge', 'decide'],
  ['judge', 'decide', 'decide', 'consent', 'consent', 'consent', 'consent', 'consent', 'answer', 'day'],
] as const;
type Act = (typeof acts)[number][number] | (typeof rare)[number];

function nextAct(random: Random, step: number): Act {
  const part = acts[Math.min(2, Math.floor((3 * step) / steps))] ?? acts[0];
  return random.chance(0.15) ? random.pick(rare) : random.pick<Act>(part);
}

/** Somebody slow, who knows no places and no rows: what each said last of which words. */
class Witness {
  /** By words: the pair that they speak of, who wrote them, and who is meant. */
  readonly words = new Map<string, { members: readonly string[]; by: string; subject: readonly string[] }>();
  readonly agreed = new Map<string, Set<string>>();
  readonly refused = new Set<string>();
  readonly out = new Set<string>();
  readonly parted = new Set<string>();
  readonly gone = new Set<string>();
  readonly says = new Map<string, Record<string, string>>();
  readonly declared = new Set<string>();
  reads = 0;
  named = 0;

  agree(personId: string, nominationId: string, words: readonly string[]): void {
    this.refused.delete(`${personId} ${nominationId}`);
    const all = this.agreed.get(personId) ?? new Set<string>();
    words.forEach((one) => all.add(one));
    this.agreed.set(personId, all);
  }
  refuse(personId: string, nominationId: string, words: readonly string[]): void {
    this.refused.add(`${personId} ${nominationId}`);
    words.forEach((one) => this.agreed.get(personId)?.delete(one));
  }
  mayRead(words: string): boolean {
    const of = this.words.get(words);
    if (!of || of.members.length !== 2 || this.out.has(words)) return false;
    if (of.members.some((id) => this.gone.has(id)) || this.parted.has([...of.members].toSorted().join())) return false;
    return of.members.every((id) => this.agreed.get(id)?.has(words) === true);
  }
}

async function aWorld() {
  const tables = memoryTables();
  const time = { now: noon };
  const clock = { now: () => time.now, machine: () => time.now };
  const outbox = createOutbox({ tables, queue: memoryQueue(), poison: memoryQueue(), clock, log: silentLog });
  const audit = { note: async () => undefined };
  const deps = { tables, outbox, clock, log: silentLog, audit } as unknown as Platform;
  for (const one of [first, ...everybody.filter(({ id }) => id !== first.id)])
    await tables.commit([people.create(bucketOfPerson(one.id), one.id, one)]);
  await tables.commit([
    programmes.create('p1', onlyRow, {
      ...aDraft(),
      ...{ id: 'p1', stage: 'match', zone: 'Europe/Brussels', createdAt: 1, createdBy: carla.id, stageAt: 1 },
    }),
    teams.create('p1', carla.id, { personId: carla.id, addedAt: 1 }),
  ]);
  for (const number of [1, 2, 3]) await addPair(deps, aPair(number));
  const { id: eventId } = await planEvent(deps, caller, 'p1', { ...draft, jurors: jury.map(({ id }) => id) });
  const at = { programmeId: 'p1', eventId };
  await openEvent(deps, caller, at, 0);
  return { deps, at, time };
}

interface World extends Awaited<ReturnType<typeof aWorld>> {
  readonly random: Random;
  readonly witness: Witness;
}

const rows = async ({ deps, at }: World): Promise<Nomination[]> =>
  (await nominations.list(deps.tables, 'p1', at.eventId)).map(({ value }) => value);

/** The tasks of the product, without what they send. */
async function settle({ deps }: World): Promise<void> {
  const job = eventsJobs.find(({ name }) => name === 'recognition.spread-event')!;
  for (const task of await deps.outbox.tasksOf('programmes', 'p1'))
    if (task.job === job.name && task.state === 'waiting') {
      await job.run(deps, job.data.parse(task.data), { id: task.id, due: task.due });
      await deps.outbox.stop('programmes', 'p1', task.id, async () => []);
    }
}

let counter = 0;

async function doNominate(world: World): Promise<void> {
  const { deps, at, random, witness } = world;
  const place = random.pick([0, 1, 2]);
  const by = random.chance(0.6) ? mentees[place]! : random.pick([...members, outsider]);
  const [number, kind] = [place + 1, random.chance(0.6) ? 'mentor' : random.pick(kinds)] as const;
  const why = `words-${(counter += 1)}.`;
  if (witness.gone.has(by.id)) return;
  const isByName = random.chance(0.4);
  const named = random.chance(0.2) ? [outsider] : [random.pick(members)];
  const said = { criteria: ['doors'], why };
  const before = await rows(world);
  await nominate(
    deps,
    callerFor(by),
    at,
    isByName
      ? { who: 'people', people: named.map(({ id }) => id), ...said }
      : { who: 'pair', pairId: `pair-${number}`, kind, ...said },
  );
  const one = (await rows(world)).find(({ voices }) => voices.some((voice) => voice.why === why))!;
  const voice = one.voices.find((other) => other.why === why)!;
  assert.ok(!one.subject.includes(by.id), 'nominated themselves');
  witness.words.set(why, { members: voice.members, by: by.id, subject: one.subject });
  // Their own words are a yes, where they have read all the others.
  const others = before.find(({ id }) => id === one.id)?.voices.filter(({ by: other }) => other !== by.id) ?? [];
  const isRead = others.every(
    ({ members: of, why: text }) =>
      !of.includes(by.id) || witness.agreed.get(by.id)?.has(text) || witness.out.has(text),
  );
  if (voice.members.includes(by.id) && isRead && !witness.refused.has(`${by.id} ${one.id}`))
    witness.agree(by.id, one.id, [why]);
}

async function act(what: Act, world: World): Promise<void> {
  const { deps, at, random, witness, time } = world;
  // Whoever has left passes no door any more.
  const who = random.pick(members.filter(({ id }) => !witness.gone.has(id)));
  const juror = random.pick(jury);
  const aboutOf = async () => random.pick((await viewMyEvent(deps, callerFor(who), at)).about);
  switch (what) {
    case 'nominate':
      return doNominate(world);
    case 'answer':
      for (const { id } of members.filter((one) => !witness.gone.has(one.id) && random.chance(0.6)))
        for (const one of (await viewMyEvent(deps, callerFor({ id }), at)).about) {
          const said = random.chance(0.95) ? 'yes' : 'no';
          const words = one.voices.map(({ why }) => why);
          await answerNomination(deps, id, { ...at, nominationId: one.id }, { said, upTo: one.upTo });
          if (said === 'yes') witness.agree(id, one.id, words);
          else witness.refuse(id, one.id, words);
        }
      return;
    case 'words-out': {
      const about = await aboutOf();
      const voice = random.pick(about.voices);
      await takeWordsOut(deps, who.id, { ...at, nominationId: about.id }, voice.place);
      return void witness.out.add(voice.why);
    }
    case 'take-back': {
      const mine = (await rows(world)).filter(({ voices }) => voices.some(({ by }) => by === who.id));
      return takeBackNomination(deps, callerFor(who), at, random.pick(mine).id);
    }
    case 'judge':
      for (const one of jury.filter(() => random.chance(0.7)))
        for (const { id } of (await juryPageOf(deps, callerFor(one), at)).nominations)
          await judge(deps, one.id, { ...at, nominationId: id }, judged);
      return;
    case 'near': {
      const { id } = random.pick((await juryPageOf(deps, callerFor(juror), at)).nominations);
      await declareNear(deps, juror.id, { ...at, nominationId: id });
      return void witness.declared.add(`${juror.name} ${id}`);
    }
    case 'step-back':
      return random.chance(0.3) ? stepBack(deps, juror.id, at) : undefined;
    case 'decide': {
      const page = await viewEvent(deps, caller, at);
      if (page.considered.length === 0) return;
      const honoured = page.considered
        .filter(() => random.chance(0.7))
        .map(({ id }) => ({ nominationId: id, why: 'W' }));
      const judges = page.jury.map(({ person }) => person.id);
      const said = { honoured, with: judges, others: 'O', version: page.version };
      await decide(deps, coordinatorFor(carla), at, said);
      for (const one of page.considered) assert.ok(one.given >= 2, 'decided without two who judged');
      return settle(world);
    }
    case 'consent': {
      const [consent, said] = [random.pick(consents), random.chance(0.7) ? 'yes' : 'no'] as const;
      const { personId } = random.pick(await honoursOf(deps, at));
      await sayConsents(deps, personId, at, { [consent]: said });
      return void witness.says.set(personId, { ...witness.says.get(personId), [consent]: said });
    }
    case 'decline':
      await declineHonour(deps, who.id, at);
      return void witness.says.delete(who.id);
    case 'part': {
      const number = random.pick([1, 2, 3]);
      const row = await pairs.find(deps.tables, 'p1', `pair-${number}`);
      await deps.tables.commit([pairs.replace(row!, aPair(number, { state: 'ended' }))]);
      return void witness.parted.add([mentees[number - 1]!.id, mentors[number - 1]!.id].toSorted().join());
    }
    case 'leave':
      if (random.chance(0.6)) return;
      await leaveAllEvents(deps, who.id);
      witness.gone.add(who.id);
      return void witness.says.delete(who.id);
    case 'withdraw': {
      const isIn = [1, 2, 3].some((number) => {
        const both = [mentees[number - 1]!.id, mentors[number - 1]!.id];
        return both.includes(who.id) && !witness.parted.has(both.toSorted().join());
      });
      await forgetWithdrawnNominee(deps, { programmeId: 'p1', personId: who.id, status: 'withdrawn' } as Application);
      if (!isIn) witness.says.delete(who.id);
      return;
    }
    case 'day':
    case 'week':
      time.now += (what === 'day' ? 1 : 6) * day;
      return;
    default:
      return what satisfies never;
  }
}

const wordsIn = (value: unknown): string[] => JSON.stringify(value).match(/words-\d+\./g) ?? [];

/** Nothing is anywhere that somebody's own yes does not stand behind. */
async function check({ deps, at, random, witness, time }: World): Promise<void> {
  const juror = random.pick(jury);
  const known = await eventOf(deps, at);
  if (known.row.value.jurors.includes(juror.id)) {
    const page = await juryPageOf(deps, callerFor(juror), at);
    for (const words of wordsIn(page)) {
      witness.reads += 1;
      assert.ok(witness.mayRead(words), `${juror.name} reads ${words}, to which not both said yes`);
      const of = witness.words.get(words)!;
      assert.ok(!of.members.includes(juror.id) && of.by !== juror.id, `${juror.name} is near to ${words}`);
      assert.ok(juror !== manager || !of.subject.includes(first.id), `a manager reads ${words}`);
    }
  }
  const page = await viewEvent(deps, caller, at);
  for (const words of wordsIn(page.considered)) assert.ok(witness.mayRead(words), `the team reads ${words}`);
  for (const one of page.considered)
    for (const { name } of one.judgements) {
      const meant = one.people.map(({ name: other }) => other);
      assert.ok(
        !meant.includes(name) && !witness.declared.has(`${name} ${one.id}`),
        `${name} counts for ${meant.join()}`,
      );
      assert.ok(name !== manager.name || !meant.includes(first.name), 'a manager counts');
    }
  const said = (consent: string): string[] =>
    [...witness.says].flatMap(([id, says]) => (says[consent] === 'yes' ? [nameOf.get(id)!] : []));
  const named = (await honoursOf(deps, at)).map((honour) => ({ honour, name: nameOf.get(honour.personId)! }));
  const slides = slidesOf({ event: known.row.value, programme: 'P' }, named).sections.map(({ title }) => title);
  for (const name of slides) assert.ok(said('stage').includes(name), `${name} is on a slide`);
  const later = { ...deps, clock: { ...deps.clock, now: () => time.now + 90 * day } };
  for (const { honoured } of await honouredOf(later, callerFor(mentees[0]!), 'p1'))
    for (const { name } of honoured) {
      witness.named += 1;
      assert.ok(said('page').includes(name), `${name} is on the page`);
    }
}

describe('histories of an event', function () {
  this.timeout(600_000);

  it(`let nobody read, judge or name without the yes of those it is about: ${histories} by chance`, async () => {
    const tally = { done: 0, refused: 0, reads: 0, named: 0, decided: 0 };
    for (let history = 0; history < histories; history += 1) {
      const world: World = { ...(await aWorld()), random: createRandom(history), witness: new Witness() };
      for (let step = 0; step < steps; step += 1) {
        const what = nextAct(world.random, step);
        try {
          await act(what, world);
          tally.done += 1;
        } catch (error) {
          // Expected stops, and a choice out of nothing.
          if (!isFailure(error) && !(error instanceof RangeError)) throw error;
          tally.refused += 1;
        }
        await check(world);
      }
      tally.reads += world.witness.reads;
      tally.named += world.witness.named;
      tally.decided += (await eventOf(world.deps, world.at)).row.value.state === 'decided' ? 1 : 0;
    }
    process.stdout.write(`      ${JSON.stringify(tally)}\n`);
    assert.ok(tally.reads > 300 && tally.named > 20 && tally.decided > 10, JSON.stringify(tally));
  });
});

/**
 * Whatever people do in whatever order: no answer of a page and no row that is kept leads from a text without a name to who wrote it,
 * and a name stands where its writer put it and is still there.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { routes } from '../../../../src/api/routes.ts';
import { removeText } from '../../../../src/features/training/circle/hosting/usecases.ts';
import { joinCircle, leaveAllCircles, leaveCircle } from '../../../../src/features/training/circle/leaving/usecases.ts';
import { circleMembers, circleTexts } from '../../../../src/features/training/circle/store.ts';
import {
  answerQuestion,
  askQuestion,
  changeText,
  sayHelped,
  takeBackText,
} from '../../../../src/features/training/circle/writing/usecases.ts';
import { bucketOfPerson } from '../../../../src/features/people/store.ts';
import type { Caller } from '../../../../src/platform/doors.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { tableNames, type Change } from '../../../../src/platform/tables.ts';
import { pagesWith } from '../../../support/seen-by.ts';
import { memoryTables } from '../../../support/delivery/memory.ts';
import { testVault } from '../../../support/vault.ts';
import { createRings } from '../../../../src/platform/sealed.ts';
import { aPerson, callerFor, coordinatorFor } from '../../../support/app.ts';
import { anAnswer, aQuestion, circleWith, host, menteeAt, mentorAt, nameAt } from './circle.ts';

const mentors = 5;
const who = fc.integer({ min: 0, max: mentors - 1 });
const nameless = fc.boolean();
const [questions, texts] = [fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 11 })];

type Step =
  | { readonly do: 'ask' | 'answer'; readonly who: number; readonly nameless: boolean; readonly on: number }
  | { readonly do: 'change' | 'take-back' | 'helped' | 'remove'; readonly who: number; readonly text: number }
  | { readonly do: 'leave' | 'leave-all' | 'join' | 'gone'; readonly who: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), who, nameless, on: questions }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), who, nameless, on: questions }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constantFrom('change' as const, 'take-back' as const, 'helped' as const, 'remove' as const) },
      ...{ who, text: texts },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constantFrom('leave' as const, 'leave-all' as const, 'join' as const, 'gone' as const) },
      who,
    }),
  },
);

interface Known {
  readonly id: string;
  readonly questionId: string;
  readonly who: number;
  named: boolean;
}

describe('a text without a name', function () {
  this.timeout(900_000);

  it('leads nobody to its writer, in no row and on no page, whatever people do', async () => {
    const base = await circleWith(mentors);
    const copied = await copyOf(base.deps.tables);
    let histories = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        const tables = memoryTables();
        await tables.commit(copied);
        const circleRing = createRings({ tables, clock: base.deps.clock, vault: testVault }, 'circle');
        // The log of deeds has its own tests, and names nobody but the host.
        const audit = { ...base.deps.audit, note: async () => undefined };
        const deps = { ...base.deps, tables, circleRing, audit };
        const known = await play({ ...base, deps }, steps);
        await looksRight({ ...base, deps }, known);
        histories += 1;
      }),
      { numRuns: 60 },
    );
    process.stdout.write(`      ${histories} histories\n`);
  });
});

type Base = Pick<Awaited<ReturnType<typeof circleWith>>, 'deps' | 'app'>;

/** What there is when the history begins: the programme, its people, and who has joined. */
async function copyOf(tables: Base['deps']['tables']): Promise<Change[]> {
  const numbers = Array.from({ length: mentors }, (_, at) => at);
  const people = [...numbers.flatMap((at) => [mentorAt(at), menteeAt(at)]), host].map(({ personId }) => personId);
  const places = [
    ['programmes', 'p1'],
    ...people.map((one) => ['people', one] as const),
    ...[...new Set(people.map(bucketOfPerson))].map((bucket) => ['directory', bucket] as const),
  ] as const;
  const found: Change[] = [];
  for (const [table, partition] of places)
    for (const { rowKey, text } of await tables.range(table, partition, { from: ' ', to: '~' }))
      found.push({ table, partition, rowKey, how: 'put', value: JSON.parse(text) as unknown });
  return found;
}

async function play(base: Base, steps: readonly Step[]): Promise<Known[]> {
  const { deps } = base;
  const known: Known[] = [];
  const drop = (is: (one: Known) => boolean): void => {
    for (const one of known.filter(is)) known.splice(known.indexOf(one), 1);
  };
  for (const [at, one] of steps.entries()) {
    const caller = mentorAt(one.who);
    const text = 'text' in one && known.length > 0 ? known[one.text % known.length] : undefined;
    const address = { programmeId: 'p1', questionId: text?.questionId ?? 'none', textId: text?.id ?? 'none' };
    const asked = known.filter(({ id, questionId }) => id === questionId);
    const question = 'on' in one ? asked[one.on % Math.max(1, asked.length)]?.id : undefined;
    const id = `t${at}`;
    const isDone = async (work: Promise<unknown>): Promise<boolean> =>
      work.then(
        () => true,
        (error: unknown) => {
          if (isFailure(error)) return false;
          throw error;
        },
      );
    switch (one.do) {
      case 'ask':
        if (await isDone(askQuestion(deps, caller, 'p1', { ...aQuestion(id), nameless: one.nameless })))
          known.push({ id, questionId: id, who: one.who, named: !one.nameless });
        break;
      case 'answer': {
        const place = { programmeId: 'p1', questionId: question ?? 'none' };
        if (await isDone(answerQuestion(deps, caller, place, { ...anAnswer(id), nameless: one.nameless })))
          known.push({ id, questionId: place.questionId, who: one.who, named: !one.nameless });
        break;
      }
      case 'change':
        await isDone(changeText(deps, caller, address, { text: 'Anew', language: 'en', notNames: [], version: 1 }));
        break;
      case 'helped':
        await isDone(sayHelped(deps, caller, address, true));
        break;
      case 'take-back':
        if (await isDone(takeBackText(deps, caller, address))) drop(isIn(address.textId));
        break;
      case 'remove':
        if (await isDone(removeText(deps, host, address, 'It names somebody'))) drop(isIn(address.textId));
        break;
      case 'leave':
      case 'gone':
        if (one.do === 'gone') await leaveAllCircles(deps, caller.personId);
        else await leaveCircle(deps, caller, 'p1', 'keep-texts');
        for (const mine of known) if (mine.who === one.who) mine.named = false;
        break;
      case 'leave-all': {
        await leaveCircle(deps, caller, 'p1', 'take-back');
        const mine = new Set(known.filter((each) => each.who === one.who).map((each) => each.id));
        drop((each) => mine.has(each.id) || mine.has(each.questionId));
        break;
      }
      case 'join':
        await joinCircle({ ...deps, outbox: { ...deps.outbox, ask: async () => undefined } }, caller, 'p1');
        break;
      default:
        one satisfies never;
    }
  }
  return known;
}

const isIn =
  (textId: string) =>
  ({ id, questionId }: Known): boolean =>
    id === textId || questionId === textId;

async function looksRight({ deps, app }: Base, known: readonly Known[]): Promise<void> {
  const rows = (await circleTexts.list(deps.tables, 'p1')).map(({ value }) => value);
  assert.deepEqual(
    rows.map(({ id }) => id).toSorted(),
    known.map(({ id }) => id).toSorted(),
    'the texts that there are',
  );
  for (const row of rows) {
    const one = known.find(({ id }) => id === row.id)!;
    assert.equal(row.personId, one.named ? mentorAt(one.who).personId : undefined, `the name under ${row.id}`);
    const own = JSON.stringify({ ...row, personId: undefined });
    for (let each = 0; each < mentors; each += 1)
      assert.ok(!own.includes(mentorAt(each).personId) && !own.includes(nameAt(each)), 'a row names somebody');
  }
  const marks = rows.flatMap(({ mark, helped }) => [mark, ...helped]);
  assert.equal(new Set(marks).size, marks.length, 'two marks are the same: they would be of one person');
  for (const table of tableNames)
    for (const { rowKey, text } of await deps.tables.range(table, 'p1', { from: ' ', to: '~' }))
      if (!/^(circletext|circleremoval)\./.test(rowKey))
        assert.ok(!marks.some((mark) => text.includes(mark)), `${rowKey} holds a mark`);
  await pagesRight({ deps, app }, known);
}

/** What every reader sees: names under the texts that have one, and "mine" for the writer alone. */
async function pagesRight({ deps, app }: Base, known: readonly Known[]): Promise<void> {
  const ids = {
    programmeId: ['p1'],
    circleQuestionId: known.filter(({ id, questionId }) => id === questionId).map(({ id }) => id),
  };
  const readers: readonly Caller[] = [host, ...Array.from({ length: mentors }, (_, at) => mentorAt(at))];
  const members = await Promise.all(readers.map((one) => circleMembers.find(deps.tables, one.personId, 'p1')));
  const page = routes.find(
    ({ method, path }) => method === 'GET' && path.endsWith('/circle/questions/:circleQuestionId'),
  )!;
  for (const [place, reader] of readers.entries())
    for (const circleQuestionId of ids.circleQuestionId) {
      const params = { programmeId: 'p1', circleQuestionId };
      const seen = await page
        .run(deps, reader, { params, query: undefined, body: undefined })
        .then((value) => page.gives.parse(value))
        .catch((error: unknown) => {
          assert.ok(isFailure(error) && place > 0 && !members[place]);
          return undefined;
        });
      if (!seen) continue;
      const { question, answers } = seen as { question: Text; answers: Text[] };
      for (const text of [question, ...answers]) {
        const one = known.find(({ id }) => id === text.id)!;
        assert.equal(text.name, one.named ? nameAt(one.who) : undefined, `the name that is shown under ${text.id}`);
        assert.equal(text.mine, place === one.who + 1, 'whose it is, to whoever reads');
        const { name: _, ...rest } = text;
        for (let each = 0; each < mentors; each += 1)
          assert.ok(![mentorAt(each).personId, nameAt(each)].some((word) => JSON.stringify(rest).includes(word)));
      }
    }
  const strangers = [
    menteeAt(0),
    callerFor(aPerson(950)),
    coordinatorFor(aPerson(951)),
    callerFor(aPerson(952), { roles: ['Adviser'] }),
  ];
  const onlyCircle = known.length > 0 ? strangers : [];
  for (const stranger of [...onlyCircle, callerFor(aPerson(953), { roles: ['Administrator'] })])
    assert.doesNotMatch(
      await circleSeenBy({ deps, app }, stranger, ids),
      /How do you begin a talk|I ask what went well|Anew/,
    );
}

interface Text {
  readonly id: string;
  readonly name?: string;
  readonly mine: boolean;
}

async function circleSeenBy({ deps, app }: Base, as: Caller, ids: Parameters<typeof pagesWith>[0]): Promise<string> {
  const pages = pagesWith(ids).filter(({ path }) => path.includes('/circle'));
  assert.ok(pages.length > 0);
  const seen: string[] = [JSON.stringify(app.cardsTo(as.personId))];
  for (const page of pages)
    for (const circleQuestionId of ids['circleQuestionId'] ?? [])
      seen.push(
        await page
          .run(deps, as, { params: { programmeId: 'p1', circleQuestionId }, query: {}, body: undefined })
          .then((value) => JSON.stringify(page.gives.parse(value)))
          .catch(() => ''),
      );
  return seen.join('\n');
}

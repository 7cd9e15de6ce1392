import assert from 'node:assert/strict';
import type { z } from 'zod';
import { say } from '../../src/bot/words.ts';
import { nameOf, verbCells, type Answer, type Cell } from './matrix.ts';
import { personIdOf } from './people.ts';
import { verbRows } from './rows.ts';
import { actions, startWorld, type World } from './world.ts';

/** What anybody could write into a card in the place of the id that we gave. */
const forgedData: readonly unknown[] = [
  ...[undefined, null, 0, true, '', 'x', [], {}, { id: null }, { id: 7 }, { id: [] }, { id: {} }, { id: '' }],
  ...[{ id: 'x-0' }, { id: '../own' }, { id: "a' or PartitionKey ne '" }, { id: 'any-x-0' }, { id: 'any--0' }],
  ...[{ id: 'x'.repeat(81) }, { id: 'x'.repeat(20_000) }, { id: '\u0000' }, { id: '\ud800' }, { id: '__proto__' }],
  ...[{ id: 'constructor', __proto__: { id: 'x' } }, JSON.parse('{"__proto__":{"id":"x"},"id":"y"}')],
  // As the first cards might have had it, with what it is about in the card itself.
  ...[
    { verb: 'pairs.accept', subject: { programmeId: 'p', pairId: 'pair' } },
    { programmeId: 'p', pairId: 'pair' },
  ],
];

describe('a card that is old, another person’s, pressed twice, or forged', function () {
  this.timeout(300_000);
  let world: World;
  /** One press for each verb by somebody who may. */
  let presses: Cell[];

  before(async () => {
    world = await startWorld();
    presses = actions.flatMap(({ verb, subject }) => {
      const row = verbRows[verb];
      const fields = Object.keys((subject as unknown as z.ZodObject).shape);
      const may = row ? verbCells(verb, row, fields).filter((cell) => !cell.isRefused) : [];
      return may.slice(0, 1);
    });
    assert.equal(presses.length, actions.length, 'each verb has somebody who may press it');
  });
  after(() => world.close());
  beforeEach(() => world.tables.discard());

  const rowsLeft = (): string[] =>
    world.tables.written
      .filter(({ rowKey }) => !/^(button|due)\./.test(rowKey))
      .map(({ table, partition, rowKey }) => `${table} ${partition} ${rowKey}`);
  const buttonOf = ({ view, door, subject }: Cell): Promise<string> =>
    world.button(personIdOf(view), door, { ...subject });
  const isStale = ({ status, text }: Answer): boolean => status === 200 && text.includes(say('en', 'stale.title'));
  /** A card, or a sentence under the card; never our own fault. */
  const isAnswer = ({ status, text }: Answer): boolean =>
    status === 200 && text.includes('"type":"application/vnd.microsoft.') && !text.includes(say('en', 'answer.fault'));

  async function each(what: (cell: Cell) => Promise<string | undefined>): Promise<void> {
    const wrong: string[] = [];
    for (const cell of presses) {
      world.tables.discard();
      const found = await what(cell);
      if (found !== undefined) wrong.push(`${nameOf(cell)}: ${found}`);
    }
    assert.deepEqual(wrong, []);
  }

  it('says that it is over, a year later, and does nothing', async () => {
    const realNow = world.deps.clock.now();
    await each(async (cell) => {
      const id = await buttonOf(cell);
      world.pass(366);
      const answer = await world.pressWith(cell.view, cell.door, { id, ...cell.inputs });
      world.pass((realNow - world.deps.clock.now()) / 86_400_000);
      return isStale(answer) && rowsLeft().length === 0
        ? undefined
        : `${answer.text.slice(0, 200)} ${rowsLeft().join(', ')}`;
    });
  });

  it('says the same to anybody but its receiver', async () => {
    await each(async (cell) => {
      const id = await buttonOf(cell);
      for (const other of (['employee', 'coordinator', 'mentor', 'mentee'] as const).filter(
        (one) => one !== cell.view,
      )) {
        const answer = await world.pressWith(other, cell.door, { id, ...cell.inputs });
        if (!isStale(answer) || rowsLeft().length > 0)
          return `${other}: ${answer.text.slice(0, 200)} ${rowsLeft().join(', ')}`;
      }
      return undefined;
    });
  });

  it('counts once when it is pressed twice, and both presses are answered', async () => {
    await each(async (cell) => {
      const id = await buttonOf(cell);
      const first = await world.pressWith(cell.view, cell.door, { id, ...cell.inputs });
      const once = new Set(rowsLeft());
      const second = await world.pressWith(cell.view, cell.door, { id, ...cell.inputs });
      const more = rowsLeft().filter((row) => !once.has(row));
      return isAnswer(first) && isAnswer(second) && more.length === 0
        ? undefined
        : `${second.text.slice(0, 200)} left ${more.join(', ')}`;
    });
  });

  it('says that it is no longer valid when an earlier version kept less behind it, or what nobody knows', async () => {
    await each(async (cell) => {
      const whole = { ...cell.subject };
      const schema = actions.find(({ verb }) => verb === cell.door)!.subject;
      const fewer = Object.keys(whole)
        .map((gone) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== gone)))
        .filter((one) => !schema.safeParse(one).success);
      const odd = Object.keys(whole).map((name) => ({ ...whole, [name]: 'NOT an id / of ours' }));
      for (const subject of [...fewer, ...odd]) {
        const id = await world.button(personIdOf(cell.view), cell.door, subject as Record<string, string>);
        const answer = await world.pressWith(cell.view, cell.door, { id, ...cell.inputs });
        if (!isAnswer(answer) || rowsLeft().length > 0)
          return `${JSON.stringify(subject)}: ${answer.text.slice(0, 300)} ${rowsLeft().join(', ')}`;
      }
      return undefined;
    });
  });

  it('says the same to data that we never gave', async () => {
    for (const data of forgedData)
      for (const verb of ['pairs.accept', 'no.such', '']) {
        const answer = await world.pressWith('mentee', verb, data);
        assert.ok(
          isStale(answer),
          `${JSON.stringify(data)?.slice(0, 80)}: ${answer.status} ${answer.text.slice(0, 200)}`,
        );
      }
    assert.deepEqual(rowsLeft(), []);
  });

  it('takes no answers of another shape from a card that is right', async () => {
    await each(async (cell) => {
      const id = await buttonOf(cell);
      for (const name of Object.keys(cell.inputs ?? {}))
        for (const odd of [{}, [], { $ne: '' }, 'x'.repeat(100_000), { toString: 'x' }]) {
          const answer = await world.pressWith(cell.view, cell.door, { ...cell.inputs, id, [name]: odd });
          if (!isAnswer(answer)) return `${name}: ${answer.status} ${answer.text.slice(0, 200)}`;
          if (rowsLeft().length > 0)
            return `${name} = ${JSON.stringify(odd).slice(0, 60)} left ${rowsLeft().join(', ')}`;
        }
      return undefined;
    });
  });
});

import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { z } from 'zod';
import { bucketOfPerson, people } from '../../src/features/people/store.ts';
import { rowsOf } from '../../src/platform/tables.ts';
import { testApp } from '../support/app.ts';
import { hostileStrings } from './hostile-strings.ts';
import { fieldsOfDoors, tryHostileStrings } from './hostile.ts';
import { person, views, type View } from './people.ts';
import { secrets, things } from './things.ts';
import { routes, startWorld, type World } from './world.ts';

describe('hostile strings', function () {
  this.timeout(900_000);
  let world: World;
  before(async () => {
    mock.method(console, 'error', () => undefined);
    world = await startWorld();
  });
  after(async () => {
    mock.restoreAll();
    await world.close();
  });

  it('in any string field of any route and verb are kept as they are, or refused with a sentence', async () => {
    assert.ok(hostileStrings.length >= 600, `only ${hostileStrings.length}`);
    const { tried, fields, strings, findings } = await tryHostileStrings(world, 6);
    process.stdout.write(
      `      ${strings} strings x ${fields} fields, ${tried} tried here, >= 500: ${findings.filter(({ wrong }) => /answered 5/.test(wrong)).length}\n`,
    );
    assert.deepEqual(
      findings.map(
        ({ field, text, wrong }) =>
          `${field.door} ${field.part} ${field.path.join('.')} ${JSON.stringify(text).slice(0, 60)}: ${wrong}`,
      ),
      [],
    );
    const doors = new Set(fieldsOfDoors().map(({ door }) => door));
    for (const route of routes)
      if (route.params ?? route.query ?? route.body)
        assert.ok(hasNoStrings(route) || doors.has(`${route.method} ${route.path}`), route.path);
  });

  const hasNoStrings = ({ params, query, body }: (typeof routes)[number]): boolean =>
    ![params, query, body].some(
      (schema) =>
        schema &&
        /"type":"string"/.test(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))),
    );

  it('as names of people break no page, and no calendar file', async () => {
    for (const name of hostileStrings.filter((_, at) => at % 12 === 0)) {
      world.tables.discard();
      const hostile = { ...person.mentor, name, givenName: name };
      await world.tables.commit([people.put(bucketOfPerson(hostile.id), hostile.id, hostile)]);
      for (const [view, path] of [
        ['mentee', '/me/home'],
        ['mentee', '/programmes/p1/pairs/pair-own'],
        ['coordinator', '/programmes/p1/pairs'],
      ] as const)
        assert.equal((await world.ask(view, 'GET', path)).status, 200, `${path} with ${JSON.stringify(name)}`);
      const file = await world.ask('mentee', 'GET', '/programmes/p1/pairs/pair-own/meetings/meeting-mentee/file');
      assert.equal(file.status, 200);
      const { text } = JSON.parse(file.text) as { text: string };
      assert.doesNotMatch(text, /\r(?!\n)/, 'a bare CR in the calendar file');
      assert.equal(text.match(/^(BEGIN|END):VEVENT/gm)?.length, 2);
    }
  });

  it('are the same after they lay in a table', async () => {
    const { deps } = await testApp();
    const rows = rowsOf('people', 'met', z.strictObject({ text: z.string() }));
    const texts = [...hostileStrings, '😀'.repeat(40_000), `x${'😀'.repeat(40_000)}`];
    for (let start = 0; start < texts.length; start += 100)
      await deps.tables.commit(
        texts
          .slice(start, start + 100)
          .map((text, at) => rows.create('p', String(start + at).padStart(4, '0'), { text })),
      );
    const kept = (await rows.list(deps.tables, 'p')).map((row) => row.value.text);
    assert.deepEqual(kept, texts);
  });

  it('and names, addresses, answers and tokens are in no line of the log', async () => {
    for (const view of views) await world.ask(view, 'GET', '/me/home');
    await world.ask('mentee', 'POST', '/people/search', { words: 'zzcanarysearch' });
    for (const path of ['/nothing?search=zzcanaryquery', '/programmes/zzcanaryid', '/nothing/zzcanarypath'])
      await world.ask('mentee', 'GET', path);
    await world.send('mentee', 'PUT', '/me/preferences', '{"zzcanarybody": tru');
    await world.ask('mentee', 'POST', '/programmes/p1/pairs/pair-own/thanks', { text: 'zzcanarythanks', show: 'zz' });
    await world.connector.deliver(world.connector.messageOf(person.mentee.id, 'zzcanarytext'), 'signature');
    const failing = mock.method(world.tables, 'read', () => Promise.reject(new TypeError('no storage')));
    assert.equal((await world.ask('mentee', 'GET', '/programmes/p1/pairs/pair-own')).status, 500);
    failing.mock.restore();
    const tokens = views.flatMap((view: View) => world.tokenOf(view) ?? []);
    const names = Object.values(person).flatMap(({ id, name, mail }) => [id, name, mail ?? name]);
    const canaries = [...tokens, ...names, ...Object.values(secrets), 'zzcanary', things.self['pairId'] ?? ''];
    assert.ok(world.logged.length > 0, 'something was logged');
    const found = world.logged.filter((line) => canaries.some((one) => line.includes(one)));
    process.stdout.write(
      `      ${world.logged.length} lines of the log scanned for ${canaries.length} canaries, found ${found.length}\n`,
    );
    assert.deepEqual(found.slice(0, 5), []);
  });
});

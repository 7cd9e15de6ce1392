import assert from 'node:assert/strict';
import { saveApplication, withdrawApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import {
  addHelper,
  helpingOf,
  helpingPageOf,
  removeHelper,
} from '../../../src/features/recruitment/helping/usecases.ts';
import { slips, slipsOf } from '../../../src/features/recruitment/slips/store.ts';
import {
  confirmByHand,
  confirmSlip,
  dropSlip,
  enterSlip,
  refuseSlip,
  slipLines,
} from '../../../src/features/recruitment/slips/usecases.ts';
import { sourceOf } from '../../../src/features/recruitment/sources/usecases.ts';
import { applicantsOf, applicationOf } from '../../../src/features/recruitment/usecases.ts';
import { someAnswers } from '../../support/applications.ts';
import { callerFor } from '../../support/app.ts';
import { reasonIs } from './office.ts';
import { aSlip, codeOn, hall, helper, helperPerson, other, spoken, textOf, worker } from './outside.ts';

async function entered() {
  const found = await hall();
  const paper = await enterSlip(found.app.deps, helper, 'p1', aSlip());
  return { ...found, paper, code: await codeOn(paper) };
}

const wrongFor = (code: string, turn: number): string => `${code.slice(0, 9)}${'0123456789'[turn]}00`;

describe('an application that somebody enters beside its person', () => {
  it('is none until the person confirms it by the code, and then is one like any other', async () => {
    const { app, code, heard } = await entered();
    assert.equal(await applicationOf(app.deps, 'p1', worker.id), undefined);
    assert.deepEqual(await applicantsOf(app.deps, 'p1'), []);
    assert.equal(await confirmSlip(app.deps, 'p1', code.toLowerCase().replaceAll('-', ' ')), 'applied');
    const one = await applicationOf(app.deps, 'p1', worker.id);
    assert.deepEqual([one?.status, one?.answers.motivation], ['applied', 'I work nights']);
    const source = await sourceOf(app.deps, 'p1', worker.id);
    assert.ok(source !== 'unknown' && source.last.channel === 'helped' && source.last.code === one?.source);
    await app.run();
    assert.deepEqual(
      heard.map(({ personId }) => personId),
      [worker.id],
    );
    assert.equal(await confirmSlip(app.deps, 'p1', code), 'wrong', 'a code counts once');
  });

  it('is on a paper in the language of its person, with what was entered and until when', async () => {
    const { paper } = await entered();
    const text = await textOf(paper);
    for (const part of ['Growing together', worker.name, 'I work nights', 'Mensen leren kennen', '17 maart 2026'])
      assert.ok(text.includes(part), `${part} is missing in ${text}`);
    assert.match(paper.name, /\.pdf$/);
  });

  it('keeps no code that could be read, and nothing that the helper can read again', async () => {
    const { app, code } = await entered();
    const [row] = await slips.list(app.deps.tables, 'p1');
    const kept = JSON.stringify(row?.value).toUpperCase();
    assert.ok(!kept.includes(code.replaceAll('-', '').slice(4)));
    const page = JSON.stringify([await helpingPageOf(app.deps, helper, 'p1'), await helpingOf(app.deps, helper)]);
    for (const secret of ['I work nights', worker.id, worker.name]) assert.ok(!page.includes(secret));
    const lines = JSON.stringify(await slipLines(app.deps, 'p1'));
    assert.ok(lines.includes(worker.name) && !lines.includes('I work nights') && !lines.includes('hash'));
  });

  it('goes by itself after 14 days, or with the last day to apply', async () => {
    const { app, code } = await entered();
    app.pass({ days: 14, hours: 1 });
    assert.equal(await confirmSlip(app.deps, 'p1', code), 'wrong');
    await app.run();
    assert.deepEqual([await slips.list(app.deps.tables, 'p1'), await slipsOf.list(app.deps.tables, 'p1')], [[], []]);
  });

  it('leaves an application that the person made alone, and a begun one keeps what is private', async () => {
    const { app, code } = await entered();
    const [own] = [callerFor(worker)];
    const ratherNot = [other.id];
    await saveApplication(app.deps, own, 'p1', { answers: someAnswers({ ratherNot }), apply: false });
    assert.equal(await confirmSlip(app.deps, 'p1', code), 'applied');
    assert.deepEqual((await applicationOf(app.deps, 'p1', worker.id))?.answers.ratherNot, ratherNot);
    const again = await codeOn(await enterSlip(app.deps, helper, 'p1', aSlip({ answers: spoken({ hoursAMonth: 8 }) })));
    assert.equal(await confirmSlip(app.deps, 'p1', again), 'kept');
    assert.equal((await applicationOf(app.deps, 'p1', worker.id))?.answers.hoursAMonth, 1);
    await withdrawApplication(app.deps, own, 'p1');
  });

  it('takes the place of the one before, whose code is worth nothing then', async () => {
    const { app, code } = await entered();
    const second = await codeOn(await enterSlip(app.deps, helper, 'p1', aSlip()));
    assert.equal((await slips.list(app.deps.tables, 'p1')).length, 1);
    assert.equal(await confirmSlip(app.deps, 'p1', code), 'wrong');
    assert.equal(await confirmSlip(app.deps, 'p1', second), 'applied');
  });

  it('is deleted by whoever holds the code, and by a coordinator', async () => {
    const { app, me, code } = await entered();
    assert.equal(await refuseSlip(app.deps, 'p1', code), true);
    assert.deepEqual(await slips.list(app.deps.tables, 'p1'), []);
    await enterSlip(app.deps, helper, 'p1', aSlip());
    const [line] = await slipLines(app.deps, 'p1');
    await dropSlip(app.deps, me, 'p1', line!.number);
    assert.deepEqual(await slipLines(app.deps, 'p1'), []);
  });

  it('is confirmed by a coordinator who got the slip, with an entry of who did it and who entered it', async () => {
    const { app, me, code } = await entered();
    assert.equal(await confirmByHand(app.deps, me, 'p1', code), 'applied');
    const entries = await app.deps.audit.list();
    const by = async (id: string): Promise<string> => app.deps.audit.pseudonymOf(id);
    const [first, second] = entries.filter(({ what }) => what.startsWith('application.'));
    assert.deepEqual([first?.what, first?.who], ['application.entered', await by(helperPerson.id)]);
    assert.deepEqual([second?.what, second?.who], ['application.confirmed', await by(me.personId)]);
    assert.ok(first?.object.includes(await by(worker.id)));
  });

  it('is for others, complete, while applying is open, and by named helpers only', async () => {
    const { app, me } = await hall();
    const enter = (over = {}, who = helper) => enterSlip(app.deps, who, 'p1', aSlip(over));
    await assert.rejects(enter({ personId: helperPerson.id }), reasonIs('not-yourself'));
    await assert.rejects(enter({ personId: '00000000-0000-4000-a000-00000000dead' }), reasonIs('person-gone'));
    await assert.rejects(enter({ answers: spoken({ languages: [] }) }), reasonIs('application-incomplete'));
    await assert.rejects(enter({}, callerFor(other)), reasonIs('programme-gone'));
    await removeHelper(app.deps, me, 'p1', helperPerson.id);
    await assert.rejects(enter(), reasonIs('programme-gone'));
    assert.deepEqual(await helpingOf(app.deps, helper), []);
    await addHelper(app.deps, me, 'p1', helperPerson.id);
    app.pass({ days: 40 });
    await assert.rejects(enter(), reasonIs('applying-over'));
    assert.deepEqual(await slips.list(app.deps.tables, 'p1'), []);
  });
});

describe('whoever guesses codes', () => {
  it('has five tries for a slip, also when all are made at the same moment', async () => {
    const { app, code } = await entered();
    const guesses = Array.from({ length: 9 }, (_, turn) => confirmSlip(app.deps, 'p1', wrongFor(code, turn)));
    assert.deepEqual(new Set(await Promise.all(guesses)), new Set(['wrong']));
    const [row] = await slips.list(app.deps.tables, 'p1');
    assert.equal(row?.value.wrong, 5);
    assert.equal(await confirmSlip(app.deps, 'p1', code), 'wrong', 'a locked slip has no right code');
    assert.equal(await refuseSlip(app.deps, 'p1', code), false);
    assert.equal((await slipLines(app.deps, 'p1'))[0]?.locked, true);
    assert.equal(await applicationOf(app.deps, 'p1', worker.id), undefined);
  });

  it('has made one guess when the same request comes again, and two when it brings another code', async () => {
    const { app, me, code } = await entered();
    const keyed = { ...me, idempotencyKey: 'the-key-of-one-request' };
    const wrong = async () => (await slips.list(app.deps.tables, 'p1'))[0]?.value.wrong;
    for (const _ of ['sent', 'sent again']) await confirmByHand(app.deps, keyed, 'p1', wrongFor(code, 1));
    assert.equal(await wrong(), 1);
    await confirmByHand(app.deps, keyed, 'p1', wrongFor(code, 2));
    assert.equal(await wrong(), 2);
    await confirmByHand(app.deps, me, 'p1', wrongFor(code, 2));
    assert.equal(await wrong(), 3);
  });

  it('learns nothing from an answer: no slip, another programme, and a wrong code are one', async () => {
    const { app, code } = await entered();
    for (const [programme, typed] of [
      ['p1', '0000-000-000'],
      ['p2', code],
      ['none', code],
      ['p1', wrongFor(code, 0)],
      ['p1', '<script>'],
      ['p1', '../../x'],
    ] as const)
      assert.equal(await confirmSlip(app.deps, programme, typed), 'wrong', typed);
    assert.equal(await confirmSlip(app.deps, 'p1', code), 'applied');
  });
});

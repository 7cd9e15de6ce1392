import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countThemes, nextFindings } from '../../../../src/features/release/themes/rules.ts';
import { toldFindings } from '../../../../src/features/release/themes/usecases.ts';
import { needsLines } from '../../../../src/features/surveys/needs/rules.ts';
import { needsMapOf } from '../../../../src/features/surveys/needs/usecases.ts';
import { talks, notes, onlyRow, talkIndex } from '../../../../src/features/surveys/talks/store.ts';
import type { Purpose } from '../../../../src/features/surveys/talks/model.ts';
import { addTheme, codeNote, shareTalk, textsOf, codeText } from '../../../../src/features/surveys/themes/usecases.ts';
import { releases, bases } from '../../../../src/features/release/store.ts';
import type { Release } from '../../../../src/features/release/model.ts';
import { setOf } from '../../../../src/features/surveys/bank/rules.ts';
import { surveys } from '../../../../src/features/surveys/store.ts';
import { aPerson, coordinatorFor, testApp } from '../../../support/app.ts';

const holder = coordinatorFor(aPerson(1));

async function closedTalk(
  app: Awaited<ReturnType<typeof testApp>>,
  id: string,
  tookPart: number,
  purpose: Purpose = 'needs',
) {
  const { tables } = app.deps;
  await tables.commit([talkIndex.put('talks', id, { talkId: id })]);
  await tables.commit([
    talks.create(id, onlyRow, {
      ...{ id, purpose, form: 'group', size: 8, audience: { kind: 'everybody' }, language: 'en', minutes: 60 },
      ...{ from: '2026-03-10', state: 'closed', seed: 's', zone: 'Europe/Brussels', createdAt: 1, turn: 1, tookPart },
      createdBy: holder.personId,
    }),
    notes.create(id, 'note-a', { id: 'note-a', text: `A network (${id})`, mayQuote: true, themes: [] }),
    notes.create(id, 'note-b', { id: 'note-b', text: `Not to be quoted (${id})`, mayQuote: false, themes: [] }),
  ]);
  await codeNote(app.deps, holder, { talkId: id, noteId: 'note-a' }, ['network', 'no-such-theme']);
}

const releaseOf = (itemId: string, people: number, shares: Record<string, number>): Release => ({
  ...{ number: 1, at: 1, isFinal: true, someLeftOut: false, responses: { kind: 'exact', people } },
  figures: Object.entries(shares).map(([topic, share]) => ({
    ...{ state: 'shown' as const, itemId: `${itemId}--${topic}`, shares: [100 - share, share, 0, 0, 0], mean: 1.5 },
  })),
});

describe('themes and the needs map', function () {
  this.timeout(300_000);

  it('never tell a theme of fewer than five answers, and how often only from ten on', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray(['a', 'b', 'c', 'd']), { maxLength: 40 }), (coded) => {
        const told = new Map(countThemes(coded).map(({ theme, people }) => [theme, people]));
        for (const theme of ['a', 'b', 'c', 'd']) {
          const count = coded.filter((one) => one.includes(theme)).length;
          const people = told.get(theme);
          if (count < 5) assert.equal(people, undefined);
          else assert.deepEqual(people, count < 10 ? { kind: '5-to-9' } : { kind: 'exact', people: count });
        }
      }),
    );
  });

  it('never tell talks of fewer than five people together, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), (sizes) => {
        const waiting = sizes.map((people, at) => ({ id: `t${at}`, about: 'needs', people, notes: [] }));
        const next = nextFindings(waiting, { about: 'needs', number: 1 }, (text) => text);
        const sum = sizes.reduce((all, one) => all + one, 0);
        assert.equal(next !== undefined, sum >= 5);
      }),
    );
  });

  it('put a group of eight on the map, and let three interviews wait until they are five people', async () => {
    const app = await testApp();
    await closedTalk(app, 'group', 8);
    await closedTalk(app, 'interviews', 3);
    await closedTalk(app, 'later', 2);
    assert.equal(await shareTalk(app.deps, holder, 'group'), 'told');
    assert.equal(await shareTalk(app.deps, holder, 'interviews'), 'waits');
    const before = await needsMapOf(app.deps, holder);
    assert.deepEqual(
      before.talks.map(({ themes }) => themes),
      [['network']],
    );
    assert.deepEqual(
      before.talks[0]!.quotes.map(({ text }) => text),
      ['A network (group)'],
    );
    assert.ok(!JSON.stringify(before).includes('Not to be quoted'));
    assert.equal(before.lines.find(({ topic }) => topic === 'network')!.inTalks, true);
    assert.equal(await shareTalk(app.deps, holder, 'later'), 'told');
    assert.deepEqual(
      (await toldFindings(app.deps)).map(({ talkIds }) => talkIds),
      [['group'], ['interviews', 'later']],
    );
  });

  it('change nothing of what was told, and tell it once', async () => {
    const app = await testApp();
    await closedTalk(app, 'group', 8);
    await Promise.all([
      shareTalk(app.deps, holder, 'group'),
      shareTalk(app.deps, holder, 'group').catch(() => undefined),
    ]);
    await shareTalk(app.deps, holder, 'group');
    assert.equal((await toldFindings(app.deps)).length, 1);
    await assert.rejects(codeNote(app.deps, holder, { talkId: 'group', noteId: 'note-a' }, []), {
      reason: 'talk-told',
    });
  });

  it('code only answers that were told, by known themes and own ones', async () => {
    const app = await testApp();
    const texts = Array.from({ length: 10 }, (_, at) => `Answer ${at}`);
    await app.deps.tables.commit([
      surveys.create('s1', 'own', {
        ...{ id: 's1', audience: { kind: 'everybody' }, closesOn: '2026-03-17', set: 'inclusion', state: 'closed' },
        ...{ items: [...setOf('inclusion').items], remindOn: [], zone: 'Europe/Brussels', language: 'en', floor: 5 },
        ...{ createdAt: 1, createdBy: holder.personId },
      }),
      releases.create('s1', '00001', {
        ...releaseOf('x', 10, {}),
        figures: [{ state: 'texts', itemId: 'home-help', texts }],
      }),
      bases.create('s1', '00001', { number: 1, responses: 10, ratings: {}, texts: {}, since: {} }),
    ]);
    const own = await addTheme(app.deps, holder, { name: 'Parking' });
    assert.equal((await addTheme(app.deps, holder, { name: 'parking' })).id, own.id);
    for (const text of texts.slice(0, 5))
      await codeText(app.deps, holder, 's1', { itemId: 'home-help', text, themes: [own.id, 'belong', 'unknown'] });
    const [item] = (await textsOf(app.deps, holder, 's1')).items;
    assert.deepEqual(
      item!.counts.map(({ people }) => people),
      [{ kind: '5-to-9' }, { kind: '5-to-9' }],
    );
    const unseen = { itemId: 'home-help', text: 'Never told', themes: [] };
    await assert.rejects(codeText(app.deps, holder, 's1', unseen), { reason: 'text-gone' });
  });

  it('say where mentors will be short only where both sides are told in people', () => {
    const asked = releaseOf('want-topics', 50, { step: 50, skill: 10, network: 30 });
    const wanting = releaseOf('want-mentor', 50, { yes: 60, perhaps: 20, no: 20 });
    // Four of five want a mentor, and only they are asked for topics.
    const sides = {
      sought: { ...asked, figures: [...asked.figures, ...wanting.figures] },
      offered: releaseOf('mentor-topics', 20, { step: 25, skill: 50 }),
    };
    const lines = needsLines({ ...sides, nameOf: (topic) => topic, inTalks: new Set(['trust']) });
    const found = (topic: string) => lines.find((one) => one.topic === topic)!;
    assert.deepEqual(
      [found('step').state, found('step').sought, found('step').offered.people],
      ['short', { share: 50, people: 20 }, 5],
    );
    assert.equal(found('skill').state, 'enough');
    assert.equal(found('network').state, 'unknown');
    assert.equal(found('trust').inTalks, true);
    assert.equal(lines[0]!.topic, 'step');
    const few = { ...sides.sought, responses: { kind: '5-to-9' as const } };
    const silent = needsLines({ ...sides, sought: asked, nameOf: String, inTalks: new Set() });
    assert.ok(silent.every(({ state, sought }) => state === 'unknown' && sought.people === undefined));
    assert.equal(needsLines({ ...sides, sought: few, nameOf: String, inTalks: new Set() })[0]!.state, 'unknown');
  });
});

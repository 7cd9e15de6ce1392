import assert from 'node:assert/strict';
import type { ResourceDraft } from '../../../../src/features/training/resources/model.ts';
import { resources } from '../../../../src/features/training/resources/store.ts';
import { byTopic, isFor, isFound } from '../../../../src/features/training/resources/rules.ts';
import {
  addResource,
  changeResource,
  removeResource,
  resourcesOf,
  viewResources,
} from '../../../../src/features/training/resources/usecases.ts';
import { courseIds } from '../../../../src/features/training/model.ts';
import { courseOf } from '../../../../src/features/training/usecases.ts';
import { aPerson, callerFor } from '../../../support/app.ts';
import { circleWith, host, menteeAt, mentorAt, reasonIs } from '../circle/circle.ts';

const draft: ResourceDraft = {
  ...{ id: 'r1', title: 'Une pièce à deux', about: 'Pour le premier pas', address: 'https://www.example.org/a' },
  ...{ language: 'fr', role: 'mentor', topic: 'networking' },
};
const at = { programmeId: 'p1', resourceId: 'r1' };

describe('the resources of a programme', function () {
  this.timeout(120_000);

  it('hold Tandem’s courses under their topics with what to take along, for the sides of whoever reads', async () => {
    const { deps } = await circleWith(1);
    const { lines } = await viewResources(deps, host, 'p1');
    assert.deepEqual(
      lines.map(({ id, topic }) => [id, topic]),
      courseIds.map((id) => [id, id]),
    );
    for (const one of lines) {
      assert.ok(one.kind === 'tandem' && one.card);
      const step = Number(new URL(one.card, 'https://x').searchParams.get('step')) - 1;
      assert.equal(courseOf(one.id as (typeof courseIds)[number], 'en').steps[step]?.box?.kind, 'take-away');
    }
    const roles = async (who: typeof host) => (await viewResources(deps, who, 'p1')).lines.map(({ role }) => role);
    assert.ok(!(await roles(menteeAt(0))).includes('mentor'));
    assert.ok(!(await roles(mentorAt(0))).includes('mentee'));
    assert.deepEqual(
      [isFor('both', []), isFor('mentee', ['mentor']), isFor('mentor', ['mentee', 'mentor'])],
      [true, false, true],
    );
  });

  it('are read by whoever takes part and by the team, and written by the team alone', async () => {
    const { deps } = await circleWith(1);
    const stranger = callerFor(aPerson(77));
    await assert.rejects(viewResources(deps, stranger, 'p1'), reasonIs('programme-gone'));
    for (const who of [stranger, mentorAt(0), menteeAt(0)])
      await assert.rejects(addResource(deps, who, 'p1', draft), reasonIs('programme-gone'));
    assert.deepEqual(
      [await resourcesOf(deps, menteeAt(0).personId), await resourcesOf(deps, stranger.personId)].map(
        (one) => one.length,
      ),
      [1, 0],
    );
  });

  it('refuse every address that is not a plain one of https, and keep nothing', async () => {
    const { deps } = await circleWith(1);
    for (const address of [
      ...[
        'javascript:alert(1)',
        'http://www.example.org',
        'data:text/html,x',
        'https://',
        'https://localhost/',
        'ftp://a.b',
      ],
      ...[
        'https://user:secret@example.org/',
        'https://a b.example',
        '//example.org',
        'JaVaScRiPt:alert(1)//https://a.b',
      ],
    ])
      await assert.rejects(addResource(deps, host, 'p1', { ...draft, address }), reasonIs('resource-address'), address);
    await addResource(deps, host, 'p1', draft);
    const bad = { ...draft, address: 'http://a.example', version: 1 };
    await assert.rejects(changeResource(deps, host, at, bad), reasonIs('resource-address'));
    assert.equal((await resources.list(deps.tables, 'p1'))[0]?.value.address, draft.address);
  });

  it('take a double press as one, and no change over one that was not seen', async () => {
    const { deps } = await circleWith(1);
    await Promise.all([addResource(deps, host, 'p1', draft), addResource(deps, host, 'p1', draft)]);
    const { id: _, ...change } = draft;
    await changeResource(deps, host, at, { ...change, title: 'Anders', version: 1 });
    await assert.rejects(changeResource(deps, host, at, { ...change, version: 1 }), reasonIs('resource-changed'));
    assert.deepEqual(
      (await resources.list(deps.tables, 'p1')).map(({ value }) => [value.title, value.version]),
      [['Anders', 2]],
    );
    for (const __ of [1, 2]) await removeResource(deps, host, at);
    await assert.rejects(changeResource(deps, host, at, { ...change, version: 2 }), reasonIs('resource-gone'));
  });

  it('are found by words without accents, topic and language, and stand by topic', async () => {
    const { deps } = await circleWith(1);
    await addResource(deps, host, 'p1', draft);
    const { lines } = await viewResources(deps, host, 'p1');
    const link = lines.find(({ kind }) => kind === 'link')!;
    const found = (wish: object) =>
      isFound(link, { search: '', topic: undefined, language: undefined, ...wish }, () => 'Leute kennenlernen');
    for (const wish of [
      {},
      { search: 'piece premier' },
      { search: 'leute' },
      { topic: 'networking' },
      { language: 'fr' },
    ])
      assert.ok(found(wish), JSON.stringify(wish));
    for (const wish of [{ search: 'absent' }, { topic: 'ending' }, { language: 'nl' }])
      assert.ok(!found(wish), JSON.stringify(wish));
    const own = { ...lines[0]!, kind: 'own' as const, id: 'own-1', topic: undefined } as never;
    const groups = byTopic([own, ...lines]);
    assert.deepEqual(
      [groups[0]?.topic, groups.at(-2)?.topic, groups.at(-1)?.topic],
      ['setting-goals', 'networking', undefined],
    );
  });
});

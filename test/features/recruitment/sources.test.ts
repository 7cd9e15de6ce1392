import assert from 'node:assert/strict';
import { saveApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { sourceCode, type SourceDraft } from '../../../src/features/recruitment/sources/model.ts';
import {
  arriveBy,
  codeOf,
  findSource,
  keepSources,
  lastArrivals,
  sourceOf,
  sourcesOf,
} from '../../../src/features/recruitment/sources/usecases.ts';
import { someAnswers } from '../../support/applications.ts';
import { aCall, office, reasonIs } from './office.ts';

const poster: SourceDraft = { programmeId: 'p1', channel: 'poster', language: 'fr', name: 'Liège' };
const mail: SourceDraft = { programmeId: 'p1', channel: 'mail', language: 'nl' };

async function recruiting() {
  const found = await office(2);
  await sendCall(found.app.deps, found.me, 'p1', aCall());
  const [first, second] = await keepSources(found.app.deps, 'p1', [poster, mail]);
  return { ...found, first: first!, second: second! };
}

describe('a source', () => {
  it('has one code however often it is made, and each language and place has its own', async () => {
    const { app, first } = await recruiting();
    await Promise.all([keepSources(app.deps, 'p1', [poster]), keepSources(app.deps, 'p1', [poster])]);
    assert.equal((await sourcesOf(app.deps, 'p1')).filter(({ channel }) => channel === 'poster').length, 1);
    assert.equal((await findSource(app.deps, first.code))?.name, 'Liège');
    const others: SourceDraft[] = [
      { ...poster, language: 'nl' },
      { ...poster, name: 'Gent' },
      { ...poster, callId: 'c' },
    ];
    assert.equal(new Set([poster, ...others].map(codeOf)).size, 4);
    for (const one of others) assert.ok(sourceCode.safeParse(codeOf(one)).success);
  });

  it('is kept with who came by it, the first and the last, and with the application that was begun', async () => {
    const { app, who, first, second } = await recruiting();
    assert.equal(await sourceOf(app.deps, 'p1', who.personId), 'unknown');
    await arriveBy(app.deps, who, first.code);
    app.pass({ days: 1 });
    assert.deepEqual(await arriveBy(app.deps, who, second.code), { programmeId: 'p1' });
    const found = await sourceOf(app.deps, 'p1', who.personId);
    assert.ok(found !== 'unknown');
    assert.deepEqual([found.first.channel, found.last.channel], ['poster', 'mail']);
    const begun = await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true });
    assert.equal(begun.source, second.code);
    await arriveBy(app.deps, who, first.code);
    const later = await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true });
    assert.equal(later.source, second.code, 'what somebody looks at later began nothing');
    assert.deepEqual((await lastArrivals(app.deps, 'p1')).length, 1);
  });

  it('of whoever came without a code is unknown, also when the person was invited', async () => {
    const { app, who } = await recruiting();
    const begun = await saveApplication(app.deps, who, 'p1', { answers: someAnswers(), apply: true });
    assert.equal(begun.source, undefined);
    assert.equal(await sourceOf(app.deps, 'p1', who.personId), 'unknown');
  });

  it('that nobody made leads nowhere, and one of a programme in preparation neither', async () => {
    const { app, who } = await office(1);
    await assert.rejects(arriveBy(app.deps, who, '00000000'), reasonIs('programme-gone'));
    const [made] = await keepSources(app.deps, 'p1', [poster]);
    await assert.rejects(arriveBy(app.deps, who, made!.code), reasonIs('programme-gone'));
    assert.equal(await sourceOf(app.deps, 'p1', who.personId), 'unknown');
  });
});

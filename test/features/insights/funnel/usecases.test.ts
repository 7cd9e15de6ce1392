import assert from 'node:assert/strict';
import { steps } from '../../../../src/features/insights/funnel/model.ts';
import { exportFunnel, funnelOf } from '../../../../src/features/insights/funnel/usecases.ts';
import { saveApplication } from '../../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../../src/features/recruitment/calls/usecases.ts';
import { slipChannels } from '../../../../src/features/recruitment/slips/model.ts';
import { applyFor } from '../../../../src/features/recruitment/slips/usecases.ts';
import { arriveBy, keepSources } from '../../../../src/features/recruitment/sources/usecases.ts';
import { someAnswers } from '../../../support/applications.ts';
import { callerFor } from '../../../support/app.ts';
import { aCall, office } from '../../recruitment/office.ts';

/** 44 people: 20 come by a poster, of whom 12 apply; 6 apply without a code, and look at the poster afterwards. */
async function recruited() {
  const found = await office(44);
  const { app, people, me } = found;
  await sendCall(app.deps, me, 'p1', aCall());
  const [poster] = await keepSources(app.deps, 'p1', [
    { programmeId: 'p1', channel: 'poster', language: 'fr', name: 'Liège' },
  ]);
  for (const one of people.slice(0, 20)) await arriveBy(app.deps, callerFor(one), poster!.code);
  for (const one of [...people.slice(0, 12), ...people.slice(20, 26)])
    await saveApplication(app.deps, callerFor(one), 'p1', { answers: someAnswers(), apply: true });
  for (const one of people.slice(20, 26)) await arriveBy(app.deps, callerFor(one), poster!.code);
  return found;
}

describe('the way of a programme', () => {
  it('attributes every application to its source, and those without a code to none', async () => {
    const { app, me } = await recruited();
    const page = await funnelOf(app.deps, me, 'p1', 'source');
    const at = steps.indexOf('applied');
    const told = page.parts.map(({ name, counts }) => [name.kind === 'source' ? name.name : name.kind, counts[at]]);
    assert.deepEqual(told, [
      ['Liège', { from: 10, to: 14 }],
      ['unknown', { from: 5, to: 9 }],
    ]);
    assert.deepEqual(page.totals[at], { from: 15, to: 19 });
  });

  it('counts helped, paper and kiosk as sources of their own', async () => {
    const { app, people, me } = await office(30);
    await sendCall(app.deps, me, 'p1', aCall());
    const { wishes: _wishes, ratherNot: _ratherNot, ...answers } = someAnswers();
    for (const [at, { id: personId }] of people.entries())
      await applyFor(app.deps, 'p1', { personId, answers, channel: slipChannels[at % 3]!, language: 'nl' });
    const page = await funnelOf(app.deps, me, 'p1', 'source');
    const at = steps.indexOf('applied');
    const told = new Map(page.parts.map(({ name, counts }) => [name.kind === 'source' && name.channel, counts[at]]));
    assert.equal(told.size, 3);
    for (const channel of slipChannels) assert.deepEqual(told.get(channel), { from: 10, to: 14 }, channel);
  });

  it('leaves as a file in each format, with what the page says and nobody of it', async () => {
    const { app, me, people } = await recruited();
    for (const format of ['pdf', 'pptx', 'xlsx', 'csv'] as const) {
      const file = await exportFunnel(app.deps, me, 'p1', { format, language: 'nl' });
      assert.ok(file.bytes.length > 500, format);
    }
    const { bytes } = await exportFunnel(app.deps, me, 'p1', { format: 'csv', language: 'en' });
    const text = new TextDecoder().decode(bytes);
    assert.match(text, /Liège/);
    for (const { id, name } of people) assert.ok(!text.includes(id) && !text.includes(name));
  });
});

import assert from 'node:assert/strict';
import { TryLater } from '../../../src/platform/teams/delivery.ts';
import * as sends from '../../../src/features/insights/sends/usecases.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { sendSomeAgain } from '../../../src/features/people/messages/sends/usecases.ts';
import { aPerson } from '../../support/app.ts';
import { coordinator } from '../pairs/journey.ts';
import { personOf, sendIdOf, called, only, linesOf, isOver } from './sent.ts';

describe('somebody whom chat does not reach', () => {
  it('gets a mail, in their language, that says nothing of what it is about; sent once', async () => {
    const { app, programmeId, letters } = await called(1);
    await app.addPeople(aPerson(1, { language: 'fr' }));
    app.unreachable.add(personOf(1));
    await app.run();
    await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(1), 'mail');
    await assert.rejects(sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(1), 'mail'), isOver);
    await app.run();
    assert.deepEqual(
      letters.map(({ to, subject }) => [...to, subject]),
      [['p1@example.test', 'Un message t’attend dans Teams']],
    );
    assert.match(letters[0]?.text ?? '', /https:\/\/teams\.test\//);
    assert.doesNotMatch(letters[0]?.text ?? '', /Grow|invitation|mentorat/i);
    const [line] = (await linesOf(app, programmeId)).lines;
    assert.deepEqual([line?.state, line?.by], ['arrived', 'mail']);
  });

  it('gets it in working hours, and not when they said meanwhile that they want no invitation', async () => {
    const { app, programmeId, letters } = await called(2);
    for (const number of [1, 2]) app.unreachable.add(personOf(number));
    await app.run();
    app.pass({ hours: 10 });
    for (const number of [1, 2])
      await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(number), 'mail');
    await app.run();
    assert.equal(letters.length, 0);
    const waiting = (await linesOf(app, programmeId)).lines;
    assert.deepEqual(
      waiting.map(({ state, why, by }) => [state, why, by]),
      [
        ['waiting', 'not-at-work', 'mail'],
        ['waiting', 'not-at-work', 'mail'],
      ],
    );
    await setPreferences(app.deps, personOf(2), { doNotAsk: true });
    app.pass({ hours: 14 });
    await app.run();
    assert.deepEqual(
      letters.map(({ to }) => to[0]),
      ['p1@example.test'],
    );
  });

  it('is told apart when there is no address, or no mailbox to send from', async () => {
    const { app, programmeId } = await called(2);
    await app.addPeople(aPerson(1, { mail: undefined }) as never);
    for (const number of [1, 2]) app.unreachable.add(personOf(number));
    await app.run();
    for (const number of [1, 2])
      await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(number), 'mail');
    const { mailFrom: _, ...config } = app.deps.config;
    Object.assign(app.deps, { config });
    await app.run();
    const page = await linesOf(app, programmeId, { sort: 'name' });
    assert.deepEqual([page.mail, page.lines.map(({ reason }) => reason)], [false, ['no-mail', 'mail-not-set-up']]);
  });

  it('is tried once more when Outlook gave no answer, and after that nobody knows', async () => {
    const { app, programmeId } = await called(1);
    app.unreachable.add(personOf(1));
    await app.run();
    let asked = 0;
    Object.assign(app.deps, {
      mail: {
        send: async () => {
          asked += 1;
          throw new TryLater('no-answer', { mayHaveArrived: true });
        },
      },
    });
    await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(1), 'mail');
    for (let turn = 0; turn < 5; turn += 1) {
      await app.run().catch(() => undefined);
      app.rest({ hours: 1 });
      app.pass({ minutes: 1 });
    }
    assert.equal(asked, 2);
    const [line] = (await linesOf(app, programmeId)).lines;
    assert.equal(line?.reason, 'perhaps');
  });

  it('is reached together with all others, spread so that the mailbox may send them', async () => {
    const { app, programmeId, letters } = await called(12);
    for (let number = 1; number <= 12; number += 1) app.unreachable.add(personOf(number));
    await app.run();
    const { id: sendGroup, mayGetAgain } = await only(app, programmeId);
    assert.equal(mayGetAgain, 12);
    await sends.sendWholeAgain(app.deps, coordinator, { programmeId, sendGroup }, { what: 'not-reached', by: 'mail' });
    await app.run();
    const atFirst = letters.length;
    app.clock.setOffset(app.clock.now() + 10_000 - Date.now());
    await app.run();
    assert.ok(atFirst < 5 && letters.length < 12, `${atFirst}, then ${letters.length}`);
    app.pass({ minutes: 1 });
    await app.run();
    assert.equal(letters.length, 12);
  });

  it('is asked again only for what had failed by then: a step that is run twice finds nothing', async () => {
    const { app, programmeId } = await called(1);
    app.unreachable.add(personOf(1));
    await app.run();
    const { id: group } = await only(app, programmeId);
    const place = { table: 'programmes', partition: programmeId } as const;
    const wish = {
      group,
      what: 'not-reached',
      by: 'chat',
      who: personOf(900),
      asked: app.clock.now() - 60_000,
    } as const;
    assert.equal(await sendSomeAgain(app.deps, place, wish), undefined);
    assert.equal((await only(app, programmeId)).counts['not-reached'], 1);
  });
});

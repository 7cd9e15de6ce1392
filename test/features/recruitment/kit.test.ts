import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { letterboxes } from '../../../src/features/people/messages/store.ts';
import { recruitmentPageOf, sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { previewToMyself } from '../../../src/features/recruitment/inviting/usecases.ts';
import { forms, kitPage } from '../../../src/features/recruitment/kit/model.ts';
import {
  kitFileOf,
  kitPageOf,
  outsidePageOf,
  saveKitSettings,
} from '../../../src/features/recruitment/kit/usecases.ts';
import { addNetwork, networksPageOf, noteContact } from '../../../src/features/recruitment/networks/usecases.ts';
import { askForPost } from '../../../src/features/recruitment/posting/usecases.ts';
import { arriveBy, findSource } from '../../../src/features/recruitment/sources/usecases.ts';
import { stopByLink } from '../../../src/features/recruitment/stopping/usecases.ts';
import type { Message } from '../../../src/platform/mail.ts';
import { squaresOf } from '../../../src/platform/papers/pdf/code.ts';
import { Undeliverable } from '../../../src/platform/teams/delivery.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson } from '../../support/app.ts';
import { aCall, coordinator, office, reasonIs } from './office.ts';

/** Its types are those of a module, and what Node imports is the function itself. */
const readCode = jsQR as unknown as typeof jsQR.default;

async function kitOffice(count = 2) {
  const found = await office(count);
  const mails: Message[] = [];
  const refused = new Set<string>();
  const mail = {
    send: async (message: Message) => {
      if (message.to.some((one) => refused.has(one))) throw new Undeliverable('mail-refused');
      mails.push(message);
    },
  };
  Object.assign(found.app.deps, { mail, config: { ...found.app.deps.config, mailFrom: 'mentoring@example.test' } });
  return { ...found, mails, refused };
}

/** The squares as a camera sees them: four pixels each. */
function decoded(link: string): string | undefined {
  const { size, dark } = squaresOf(link);
  const wide = size * 4;
  const pixels = new Uint8ClampedArray(wide * wide * 4).fill(255);
  for (const [x, y] of dark)
    for (let at = 0; at < 16; at += 1) {
      const place = ((y * 4 + (at >> 2)) * wide + x * 4 + (at % 4)) * 4;
      pixels.set([0, 0, 0], place);
    }
  return readCode(pixels, wide, wide)?.data;
}

describe('the recruitment kit', () => {
  it('tells one call in every form and language, each with a link of its own that leads to its source', async () => {
    const { app, me } = await kitOffice();
    await sendCall(app.deps, me, 'p1', aCall({ words: { en: 'Our own words.' } }));
    const { texts } = await kitPageOf(app.deps, me, 'p1');
    assert.equal(texts.length, forms.length * languages.length);
    assert.equal(new Set(texts.map(({ code }) => code)).size, texts.length);
    for (const { form, language, code, link, paragraphs } of texts) {
      const source = await findSource(app.deps, code);
      assert.deepEqual([source?.channel, source?.language], [form, language]);
      assert.ok(link.endsWith(`/go/${code}`));
      assert.ok(
        paragraphs.every((one) => !/[{}]/.test(one) && one.length > 10),
        `${form} ${language}`,
      );
      assert.equal(decoded(link), link, 'the code on a poster leads to its source');
    }
    assert.deepEqual(await kitPageOf(app.deps, me, 'p1').then((page) => page.texts), texts, 'codes stay');
    await assert.rejects(kitPageOf(app.deps, { ...me, personId: aPerson(1).id }, 'p1'));
  });

  it('says hours, months, how people were chosen, and that no has no effect, where somebody is asked', async () => {
    const { app, me } = await kitOffice();
    await sendCall(app.deps, me, 'p1', aCall());
    const { texts } = await kitPageOf(app.deps, me, 'p1');
    const said = (form: string): string =>
      texts.find((one) => one.form === form && one.language === 'en')!.paragraphs.join(' ');
    for (const form of ['channel', 'mail', 'network'])
      for (const words of ['hour a month', 'Why you get this', 'no effect'])
        assert.ok(said(form).includes(words), form);
    assert.match(said('managers'), /does not mean/);
  });

  it('gives poster, slide and picture as files', async () => {
    const { app, me } = await kitOffice();
    await sendCall(app.deps, me, 'p1', aCall());
    const begins = { poster: '%PDF', slide: 'PK', social: '\u0089PNG' } as const;
    for (const form of ['poster', 'slide', 'social'] as const) {
      const file = await kitFileOf(app.deps, me, 'p1', { form, language: 'fr' });
      assert.ok(Buffer.from(file.bytes).toString('latin1').startsWith(begins[form]), form);
      assert.match(file.name, /fr\.(pdf|pptx|png)$/);
    }
  });

  it('sends a call by mail instead of a card, with an end that needs no sign-in, and shows what was refused', async () => {
    const { app, me, people, mails, refused } = await kitOffice(4);
    refused.add(people[0]!.mail!);
    await sendCall(app.deps, me, 'p1', aCall({ by: 'mail' }));
    await app.run();
    assert.equal(mails.length, 3);
    assert.equal(app.sent.length, 0, 'nobody gets both');
    assert.deepEqual((await recruitmentPageOf(app.deps, me, 'p1')).notReached, [{ reason: 'mail-refused', count: 1 }]);
    const [, token] = /\/stop\/([0-9a-z]{20})/.exec(mails[0]!.text) ?? [];
    assert.ok(mails[0]!.html?.includes(`/stop/${token}`));
    await assert.rejects(stopByLink(app.deps, 'x'.repeat(20)), reasonIs('not-found'));
    await stopByLink(app.deps, token!);
    const reached = people.find(({ mail }) => mail === mails[0]!.to[0])!;
    const { preferencesOfPerson } = await import('../../../src/features/people/usecases.ts');
    assert.equal((await preferencesOfPerson(app.deps, reached.id)).doNotAsk, true);
  });

  it('says who has no address, and keeps nobody else’s message waiting for it', async () => {
    const { app, me, people, mails } = await kitOffice(3);
    const { mail: _, ...without } = people[0]!;
    await app.addPeople(without);
    app.pass({ hours: 10 });
    await sendCall(app.deps, me, 'p1', aCall({ by: 'mail' }));
    await app.run();
    assert.equal(mails.length, 0, 'it is night');
    app.pass({ hours: 14 });
    await app.run();
    assert.equal(mails.length, 2);
    const { notReached } = await recruitmentPageOf(app.deps, me, 'p1');
    assert.deepEqual(notReached, [{ reason: 'no-mail', count: 1 }]);
    const line = (await letterboxes.find(app.deps.tables, people[0]!.id, 'own'))?.value;
    assert.deepEqual(line?.waiting ?? [], []);
  });

  it('sends nothing before its day, and spreads it over the days that were chosen', async () => {
    const { app, me } = await kitOffice(30);
    await sendCall(app.deps, me, 'p1', aCall({ sendOn: '2026-03-09', overDays: 3 }));
    await app.run();
    assert.equal(app.sent.length, 0);
    const counts: number[] = [];
    for (let days = 0; days < 9; days += 1) {
      app.pass({ days: 1 });
      await app.run();
      counts.push(app.sent.length);
    }
    assert.equal(counts.at(-1), 30);
    // Monday to Wednesday: each day some, no day all.
    assert.deepEqual(counts.slice(0, 5), [0, 0, 0, 0, 0]);
    assert.ok(counts[5]! > 0 && counts[5]! < counts[6]! && counts[6]! < counts[7]!);
  });

  it('comes to the coordinator first, as card or mail, and invites nobody by that', async () => {
    const { app, me, mails } = await kitOffice();
    await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['None'] } }));
    await previewToMyself(app.deps, me, 'p1', 'chat');
    await previewToMyself(app.deps, me, 'p1', 'mail');
    await app.run();
    assert.deepEqual([app.cardsTo(coordinator.id).length, mails.length], [1, 1]);
  });

  it('is posted once in a channel; where the app is not, the reason stands there and it can be tried again', async () => {
    const { app, me } = await kitOffice();
    await sendCall(app.deps, me, 'p1', aCall({ audience: { kind: 'departments', departments: ['None'] } }));
    await Promise.all([1, 2].map(() => askForPost(app.deps, me, 'p1', { channelId: 'general', language: 'nl' })));
    await app.run();
    assert.equal(app.posts.length, 1);
    const { postToChannel } = app.deps.teams;
    Object.assign(app.deps.teams, { postToChannel: () => Promise.reject(new Undeliverable('not-installed')) });
    const other = { channelId: '19:other@thread', language: 'fr' } as const;
    await askForPost(app.deps, me, 'p1', other);
    await app.run();
    const states = async () => (await kitPageOf(app.deps, me, 'p1')).posts.map(({ state, reason }) => reason ?? state);
    assert.deepEqual((await states()).sort(), ['not-installed', 'posted']);
    Object.assign(app.deps.teams, { postToChannel });
    app.pass({ minutes: 1 });
    await askForPost(app.deps, me, 'p1', other);
    await app.run();
    assert.deepEqual(await states(), ['posted', 'posted']);
    assert.ok(kitPage.safeParse(await kitPageOf(app.deps, me, 'p1')).success, 'the page can still be opened');
  });

  it('shows people from outside what it is and whom to ask, and nobody’s name', async () => {
    const { app, me, people } = await kitOffice();
    await sendCall(app.deps, me, 'p1', aCall());
    await saveKitSettings(app.deps, me, 'p1', { ask: 'mentoring@example.test' });
    const { texts } = await kitPageOf(app.deps, me, 'p1');
    for (const language of languages) {
      const shown = JSON.stringify(await outsidePageOf(app.deps, texts[0]!.code, language));
      assert.ok(shown.includes('mentoring@example.test'));
      for (const { name } of [...people, coordinator]) assert.ok(!shown.includes(name));
    }
    await assert.rejects(outsidePageOf(app.deps, '00000000', 'en'), reasonIs('programme-gone'));
  });

  it('keeps a register of networks, each with a link of its own and what came back as a band', async () => {
    const { app, me, who } = await kitOffice();
    await sendCall(app.deps, me, 'p1', aCall());
    const { id: networkId } = await addNetwork(app.deps, me, {
      ...{ name: 'Engineers of Flanders', kind: 'association', contact: 'office@example.test', language: 'nl' },
    });
    await noteContact(app.deps, me, { programmeId: 'p1', networkId }, { sent: true, note: 'They sent it on.' });
    const page = async () => (await networksPageOf(app.deps, me, 'p1')).networks[0]!;
    const { text, sentAt, note } = await page();
    assert.ok(sentAt !== undefined && note === 'They sent it on.');
    await arriveBy(app.deps, who, text.code);
    assert.deepEqual((await page()).came, { kind: 'under-5' }, 'one person is not told');
  });
});

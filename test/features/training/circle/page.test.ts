import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { circleRoutes } from '../../../../src/features/training/circle/routes.ts';
import { circleTexts } from '../../../../src/features/training/circle/store.ts';
import { say } from '../../../../src/features/training/circle/words.ts';
import { resourcesRoutes } from '../../../../src/features/training/resources/routes.ts';
import { resources } from '../../../../src/features/training/resources/store.ts';
import { say as resourceSay } from '../../../../src/features/training/resources/words.ts';
import { say as topicSay } from '../../../../src/features/training/topics/words.ts';
import { say as formSay } from '../../../../src/ui/words.ts';
import { assertAccessible } from '../../../support/axe.ts';
import { phone, startTestTab } from '../../../support/tab.ts';
import { circleWith, host, mentorAt, nameAt, type Circle } from './circle.ts';

const dutch = { locale: 'nl-be', theme: 'dark' } as const;
const base = '/programmes/p1/circle';

describe('the pages of the mentors’ circle and of resources', function () {
  this.timeout(600_000);
  let circle: Circle;
  let tab: Awaited<ReturnType<typeof startTestTab>>;
  const carla = { personId: host.personId, name: 'Carla', roles: ['Coordinator'] };
  let me = carla;
  const be = (number: number | 'host'): void =>
    void (me =
      number === 'host' ? carla : { personId: mentorAt(number).personId, name: nameAt(number), roles: [] as string[] });

  before(async () => {
    circle = await circleWith(5, { joined: 1 });
    await circle.ask(mentorAt(0), 'q1', { language: 'nl', title: 'Hoe begin je een gesprek?' });
    tab = await startTestTab({
      app: circle.app,
      routes: [...circleRoutes, ...resourcesRoutes],
      says: [say, resourceSay],
      entra: { verifyTabToken: async () => me },
    });
  });
  after(() => tab.close());

  const press = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true }).click();
  const fits = async (frame: Frame, name: string): Promise<void> => {
    await assertAccessible(frame, name);
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide`);
  };

  it('lead a mentor on a phone, in the dark, in Dutch, from joining to a question without a name', async () => {
    be(1);
    const { frame } = await tab.show(base, dutch, phone);
    await frame.getByText(say('nl', 'join.nameless')).waitFor();
    await fits(frame, 'joining');
    await press(frame, say('nl', 'join'));
    const link = frame.getByRole('link', { name: 'Hoe begin je een gesprek?' });
    await link.waitFor();
    assert.equal(await link.locator('span').getAttribute('lang'), 'nl');
    await fits(frame, 'the questions');
    await frame.getByRole('link', { name: say('nl', 'ask') }).click();
    await press(frame, say('nl', 'ask.send'));
    await frame.getByText(formSay('nl', 'form.check', { count: 3 })).waitFor();
    await fits(frame, 'a question without words');
    await frame.getByRole('textbox', { name: say('nl', 'ask.title') }).fill('Wat doe je als Mentee Yotaa zwijgt?');
    await frame.getByRole('combobox').selectOption({ label: topicSay('nl', 'topic.active-listening') });
    await frame.getByRole('radio', { name: say('nl', 'write.nameless') }).check();
    await press(frame, say('nl', 'ask.send'));
    await frame.getByText('Mentee Yotaa', { exact: true }).waitFor();
    assert.equal((await circleTexts.list(circle.deps.tables, 'p1')).length, 1, 'nothing is kept with a name in it');
    await fits(frame, 'a name that was found');
    await frame.getByRole('textbox', { name: say('nl', 'ask.title') }).fill('Wat doe je als de ander zwijgt?');
    await press(frame, say('nl', 'ask.send'));
    await frame.getByRole('heading', { name: 'Wat doe je als de ander zwijgt?' }).waitFor();
    await frame.getByText(say('nl', 'by.nobody')).first().waitFor();
    await fits(frame, 'the own question');
  });

  it('let another answer under the own name, and see that it helped', async () => {
    be(0);
    const asked = (await circleTexts.list(circle.deps.tables, 'p1')).find(({ value }) => value.personId === undefined)!;
    const { frame } = await tab.show(`${base}/${asked.value.id}`);
    await frame.getByRole('textbox', { name: say('en', 'answer.text') }).fill('I count to ten.');
    await frame.getByRole('radio', { name: say('en', 'write.named') }).check();
    await press(frame, say('en', 'answer.send'));
    await frame.getByText('I count to ten.').waitFor();
    await frame.getByText(new RegExp(nameAt(0))).waitFor();
    be(1);
    const { frame: asker } = await tab.show(`${base}/${asked.value.id}`);
    await press(asker, say('en', 'helped'));
    await asker.getByText(say('en', 'helped.count', { count: 1 })).waitFor();
    await fits(asker, 'an answer that helped');
  });

  it('let a host take out a text with a reason, which its writer reads and nobody else', async () => {
    be('host');
    const { frame } = await tab.show(`${base}/q1`);
    await press(frame, say('en', 'remove'));
    await frame.getByRole('textbox', { name: say('en', 'remove.why') }).fill('It tells of one person');
    await assertAccessible(frame, 'taking out');
    await frame
      .getByRole('dialog')
      .getByRole('button', { name: say('en', 'remove.do') })
      .click();
    await frame.getByText(say('en', 'remove.done')).waitFor();
    be(0);
    const { frame: writer } = await tab.show(base);
    await writer.getByText(say('en', 'removed.question', { why: 'It tells of one person' })).waitFor();
    await press(writer, say('en', 'removed.read'));
    await writer.getByText(say('en', 'removed.title', { count: 1 })).waitFor({ state: 'hidden' });
    await press(writer, say('en', 'leave.keep-texts'));
    await writer
      .getByRole('dialog')
      .getByRole('button', { name: say('en', 'leave.do') })
      .click();
    await writer.getByRole('button', { name: say('en', 'join') }).waitFor();
  });

  it('let a coordinator add a link, say what is wrong with an address, and a mentor find it by its topic', async () => {
    be('host');
    const { frame } = await tab.show('/programmes/p1/resources', { locale: 'fr-be' });
    await press(frame, resourceSay('fr', 'add'));
    await frame.getByRole('textbox', { name: resourceSay('fr', 'field.title') }).fill('Le guide du feedback');
    const address = frame.getByRole('textbox', { name: resourceSay('fr', 'field.address') });
    await address.fill('javascript:alert(1)');
    const form = frame.locator('form');
    await form.getByRole('combobox').selectOption({ label: topicSay('fr', 'topic.feedback') });
    await press(frame, resourceSay('fr', 'keep'));
    await frame.getByText(resourceSay('fr', 'problem.resource-address')).first().waitFor();
    await fits(frame, 'an address that is refused');
    await address.fill('https://www.example.org/guide');
    await press(frame, resourceSay('fr', 'keep'));
    await frame.getByRole('link', { name: 'Le guide du feedback' }).waitFor();
    await fits(frame, 'resources for the team');
    assert.equal((await resources.list(circle.deps.tables, 'p1')).length, 1);
    be(1);
    const { frame: read } = await tab.show('/programmes/p1/resources', dutch, phone);
    await read
      .getByRole('combobox')
      .first()
      .selectOption({ label: topicSay('nl', 'topic.feedback') });
    const link = read.getByRole('link', { name: 'Le guide du feedback' });
    await link.waitFor();
    assert.equal(await link.getAttribute('href'), 'https://www.example.org/guide');
    assert.equal(await read.getByRole('button', { name: resourceSay('nl', 'add') }).count(), 0);
    await fits(read, 'resources');
  });
});

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assess } from '../support/assessed.ts';
import { testBrowser } from '../support/browser.ts';
import { watchRequests } from '../support/quiet.ts';
import { startToldSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { tellStories, type Story } from '../support/story.ts';
import { desk } from '../support/tab.ts';
import { openAt } from '../support/window.ts';
import { pause } from '../../src/platform/clock.ts';
import { pages } from '../../src/tab/pages.tsx';
import { enter, keysOf, type Keys } from './keys.ts';

interface Hands extends Keys {
  /** Waits until the page says so. */
  reads(this: void, text: RegExp | string): Promise<void>;
  /** What is open on the page as a dialog. */
  hasDialog(this: void): Promise<boolean>;
  /** The focus is on what has this name. */
  isAt(this: void, name: RegExp): Promise<boolean>;
}

interface Flow {
  readonly who: (story: Story, sandbox: TestSandbox) => string | Promise<string>;
  readonly at: (story: Story, sandbox: TestSandbox) => string | Promise<string>;
  readonly by: (hands: Hands) => Promise<void>;
}

const pairOf = ({ ids }: Story): string => `/programmes/${ids.programme}/pairs/${ids.pair}`;

interface Offered {
  readonly id: string;
  readonly state: string;
  readonly mentee: { readonly id: string };
}

/** Somebody who was proposed a mentor when the matching was published: the worker makes the pairs of it. */
async function offered({ coordinator, ids }: Story, sandbox: TestSandbox): Promise<Offered> {
  const path = `/programmes/${ids.openProgramme}/pairs`;
  for (let turn = 0; turn < 60; turn += 1) {
    const { pairs } = await sandbox.api<{ pairs: Offered[] }>(coordinator, 'GET', path);
    const found = pairs.find(({ state }) => state === 'offered');
    if (found) return found;
    await pause(1_000);
  }
  throw new Error('nobody was proposed a mentor');
}

/** Each a task as people come for it, from the page on which it begins to the sentence that says that it is done. */
const flows: Readonly<Record<string, Flow>> = {
  'apply to a programme': {
    who: ({ invited }) => invited,
    at: ({ ids }) => `/programmes/${ids.openProgramme}/apply`,
    by: async ({ go, choose, reads }) => {
      await choose(/^I look for a mentor/);
      await go(/^Go on$/);
      await reads(/Step 2 of 5/);
      await go(/^Go on$/);
      // What is missing is said, and the focus is where it is missing.
      await reads('Choose at least one topic: the match needs it.');
      await choose(/^Being seen/);
      await go(/^Go on$/);
      await reads(/Step 3 of 5/);
      await go(/^Go on$/);
      await reads(/Step 4 of 5/);
      await go(/^Go on$/);
      await reads(/Step 5 of 5/);
      await go(/^Apply$/);
      await reads('You have applied');
    },
  },
  'answer a survey': {
    who: ({ reader }) => reader,
    at: ({ ids }) => `/surveys/${ids.openSurvey}/answer`,
    by: async ({ fillUntil, reads }) => {
      await fillUntil(/^Send my answers$/);
      await reads('Thank you for answering');
    },
  },
  'plan a meeting': {
    who: ({ mentee }) => mentee,
    at: (story) => `${pairOf(story)}/meetings/new`,
    by: async ({ go, reads }) => {
      await go(/^Book /);
      await reads(/^Booked\. It is in both calendars/);
    },
  },
  'move a meeting': {
    who: ({ mentee }) => mentee,
    at: (story) => `${pairOf(story)}/meetings/${story.ids.meeting}/move`,
    by: async ({ go, reads }) => {
      await go(/^Move to /);
      await reads(/^Moved\. /);
    },
  },
  'answer a check-in': {
    who: ({ mentee }) => mentee,
    at: (story) => `${pairOf(story)}/check-ins/day-30`,
    by: async ({ fillUntil, reads }) => {
      await fillUntil(/^Send$/);
      await reads(/^Your answer is saved\./);
    },
  },
  'thank somebody': {
    who: ({ mentee }) => mentee,
    at: pairOf,
    by: async ({ go, write, reads }) => {
      await write(/^What did it change for you\?/, 'Thanks to you I dared to ask.');
      await go(/^Say thanks$/);
      await reads(/gets your thanks$/);
    },
  },
  'write and sign an agreement': {
    who: ({ mentee }) => mentee,
    at: (story) => `${pairOf(story)}/agreement`,
    by: async ({ go, write, reads }) => {
      await write(/^How we meet/, 'Once a month, for an hour');
      await go(/^Save$/);
      await go(/^Sign$/);
      await reads(/^You (both )?signed/);
    },
  },
  'make a goal': {
    who: ({ mentee }) => mentee,
    at: (story) => `${pairOf(story)}/goals/new`,
    by: async ({ go, write, reads }) => {
      await write(/^I want to …/, 'speak up in large meetings');
      await go(/^Next question$/);
      await reads('How will you notice that it works?');
      await go(/^Write it myself$/);
      await go(/^Keep this goal$/);
      await reads(/^Your goal is kept\./);
    },
  },
  'make and publish a matching': {
    who: ({ coordinator }) => coordinator,
    at: ({ ids }) => `/programmes/${ids.openProgramme}/matching`,
    by: async ({ go, reads, hasDialog }) => {
      await go(/^Make a (new )?proposal$/);
      await reads('Proposed pairs');
      await go(/^Publish$/);
      assert.ok(await hasDialog());
      await go(/^Yes, publish$/);
      await reads(/published/i);
    },
  },
  'accept a proposed mentor': {
    who: async (story, sandbox) => (await offered(story, sandbox)).mentee.id,
    at: async (story, sandbox) => `/programmes/${story.ids.openProgramme}/pairs/${(await offered(story, sandbox)).id}`,
    by: async ({ go, reads }) => {
      await go(/^Yes, I would like to meet$/);
      await reads('Thank you, we have your answer.');
    },
  },
  'create a survey': {
    who: ({ coordinator }) => coordinator,
    at: () => '/surveys/new',
    by: async ({ go, choose, reads }) => {
      await choose(/whether there is support/);
      await go(/^Next$/);
      await reads('What you ask');
      await go(/^Next$/);
      await choose(/^Everybody/);
      await go(/^Next$/);
      await reads('When does what go out?');
      await go(/^Next$/);
      await go(/^Open and ask/);
      await reads('How it is going');
    },
  },
  'create a programme': {
    who: ({ coordinator }) => coordinator,
    at: () => '/programmes/new',
    by: async ({ go, write, reads }) => {
      await write(/^Name of the programme/, 'By hand');
      await write(/^For whom is it\?/, 'Colleagues who are new here.');
      await write(/^Why do you do it\?/, 'They know few people.');
      await write(/^How are people chosen/, 'Everybody in Sales gets this.');
      await go(/^Start the programme$/);
      await reads('By hand');
    },
  },
  'change the language of messages': {
    who: ({ mentee }) => mentee,
    at: () => '/',
    by: async ({ to, press, reads }) => {
      await to(/^Français$/);
      await press('Space');
      await reads('Kept.');
    },
  },
  'ask for a private talk': {
    who: ({ reader }) => reader,
    at: () => '/private-talk',
    by: async ({ choose, go, reads }) => {
      await choose(/^A call in Teams/);
      await choose(/morning/);
      await go(/^Ask for the talk$/);
      await reads(/^Sent\. An adviser answers/);
    },
  },
  'be forgotten, up to the last press': {
    who: ({ mentee }) => mentee,
    at: () => '/me/data',
    by: async ({ go, press, hasDialog, isAt }) => {
      await go(/^Erase me$/);
      assert.ok(await hasDialog());
      await press('Escape');
      assert.equal(await hasDialog(), false);
      assert.ok(await isAt(/^Erase me$/), 'the focus is not back where it was');
    },
  },
};

/** With `EVERY_LOOK=1`, like all that is looked at of every page: seven minutes. */
const isWhole = process.env['EVERY_LOOK'] !== undefined;

(isWhole ? describe : describe.skip)('whole tasks by the keyboard alone', function () {
  this.timeout(900_000);
  let sandbox: TestSandbox;
  let story: Story;
  let page: Page;
  const done: string[] = [];

  before(async () => {
    sandbox = await startToldSandbox('--people', '300');
    story = await tellStories(sandbox);
    // So far only mentees have applied to it; whoever applies by the keyboard later does not do so now.
    const everybody = await sandbox.control<SandboxPerson[]>('/people');
    const people = everybody.map(({ id }) => id).filter((id) => id !== story.invited);
    const { openProgramme: programmeId } = story.ids;
    await sandbox.control('/act', { what: 'apply', count: 6, role: 'mentor', programmeId, people });
    page = await (await testBrowser()).newPage({ viewport: desk, reducedMotion: 'reduce' });
    watchRequests(page);
  });
  after(async () => {
    await page?.close();
    await sandbox?.stop();
  });

  for (const [name, { who, at, by }] of Object.entries(flows))
    it(name, async () => {
      const place = { personId: await who(story, sandbox), path: await at(story, sandbox) };
      const { frame } = await openAt(page, sandbox.host, place);
      await enter(frame);
      const keys = keysOf(page, frame);
      await by({
        ...keys,
        reads: (text) => frame.getByText(text).first().waitFor({ timeout: 30_000 }),
        hasDialog: async () => (await frame.locator('dialog[open]').count()) > 0,
        isAt: async (wanted) => wanted.test((await keys.here())?.name ?? ''),
      });
      done.push(name);
    });

  it('are all done, as the statement on accessibility says', () => {
    process.stdout.write(`      ${done.length} of ${Object.keys(flows).length} tasks done by the keyboard alone\n`);
    assert.equal(done.length, Object.keys(flows).length);
    assess('keyboard', { pages: pages.length, flows: done });
  });
});

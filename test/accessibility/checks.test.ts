import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { phone } from '../support/tab.ts';
import { forcedFaults, markGrounds } from './checks/forced.ts';
import { walkByKeyboard } from './checks/keyboard.ts';
import { motionFaults } from './checks/motion.ts';
import { structureFaults } from './checks/structure.ts';
import { targetFaults } from './checks/targets.ts';
import { textFaults } from './checks/text.ts';

/** What each check must notice, by the words that it says of it. */
const planted: Readonly<
  Record<string, { body: string; says: RegExp; by: (page: Page) => Promise<readonly string[]> }>
> = {
  'a word that is cut off': {
    body: '<p style="width:60px;overflow:hidden;white-space:nowrap">Far too many words</p>',
    says: /is cut: Far too many/,
    by: (page) => textFaults(page.mainFrame()),
  },
  'words that reach out of their button': {
    body: '<button style="width:40px;height:20px;white-space:nowrap;overflow:visible;padding:0">Send the invitation</button>',
    says: /reaches out of its button/,
    by: (page) => textFaults(page.mainFrame()),
  },
  'words on other words': {
    body: '<p>Below</p><p style="margin-top:-34px">Above</p>',
    says: /lie on each other/,
    by: (page) => textFaults(page.mainFrame()),
  },
  'a page wider than the window': {
    body: '<div style="width:900px">wide</div>',
    says: /px wider than the window/,
    by: (page) => textFaults(page.mainFrame()),
  },
  'a placeholder that is cut off': {
    body: '<input style="width:60px" placeholder="Search in this long list">',
    says: /placeholder is cut/,
    by: (page) => textFaults(page.mainFrame()),
  },
  'two small targets side by side': {
    body: '<button style="width:16px;height:16px;padding:0"></button><button style="width:16px;height:16px;padding:0"></button>',
    says: /16 × 16 px beside another/,
    by: (page) => targetFaults(page.mainFrame()),
  },
  'a heading that is skipped': {
    body: '<main><h1>Page</h1><h3>Part</h3></main>',
    says: /goes from heading 1 to 3/,
    by: (page) => structureFaults(page.mainFrame(), 'en'),
  },
  'a part in another language': {
    body: '<main><h1>Page</h1><p>Wie wil je graag een keer spreken, en wanneer is dat voor jou?</p></main>',
    says: /does not say that this is nl/,
    by: (page) => structureFaults(page.mainFrame(), 'en'),
  },
  'a bar that is a ground alone': {
    body: '<div style="width:50px;height:10px;background:rgb(200,0,0)"></div>',
    says: /vanishes in forced colours/,
    by: async (page) => {
      await markGrounds(page.mainFrame());
      await page.emulateMedia({ forcedColors: 'active' });
      const faults = await forcedFaults(page.mainFrame());
      await page.emulateMedia({ forcedColors: 'none' });
      return faults;
    },
  },
  'what slides all the same': {
    body: '<div style="transition: width 1s">slow</div>',
    says: /slides although less motion/,
    by: (page) => motionFaults(page.mainFrame()),
  },
  'a focus that nobody sees': {
    body: '<a href="#a" style="outline:none">Here</a>',
    says: /does not show the focus on a Here/,
    by: async (page) => (await walkByKeyboard(page.mainFrame())).faults,
  },
  'a focus under a bar': {
    body: '<button>one</button><nav style="position:fixed;left:0;right:0;bottom:0;height:100px;background:#fff">bar</nav><div style="height:3000px"></div><button>two</button>',
    says: /hides the focus on button two/,
    by: async (page) => (await walkByKeyboard(page.mainFrame())).faults,
  },
  'a trap for the focus': {
    body: '<button onkeydown="event.preventDefault()">one</button><button>two</button>',
    says: /keeps the focus|is not reached/,
    by: async (page) => (await walkByKeyboard(page.mainFrame())).faults,
  },
  'an order that goes back': {
    body: '<div style="display:flex;flex-direction:column-reverse"><button>below</button><button>above</button></div>',
    says: /goes up from button below to button above/,
    by: async (page) => (await walkByKeyboard(page.mainFrame())).faults,
  },
};

describe('the checks of accessibility', function () {
  this.timeout(120_000);
  let page: Page;

  before(async () => {
    page = await (await testBrowser()).newPage({ viewport: phone, reducedMotion: 'reduce' });
  });
  after(() => page.close());

  for (const [what, { body, says, by }] of Object.entries(planted))
    it(`notice ${what}`, async () => {
      await page.setContent(`<!doctype html><html lang="en"><title>Page</title><body>${body}</body></html>`);
      const faults = await by(page);
      assert.ok(
        faults.some((one) => says.test(one)),
        `said ${faults.join(' · ') || 'nothing'}`,
      );
    });

  it('say nothing of a page that is as it should be', async () => {
    const good =
      '<main><h1>Page</h1><p>Words that can be read, and a <a href="#b">link in them</a>.</p><button style="min-height:44px">Send</button></main>';
    await page.setContent(`<!doctype html><html lang="en"><title>Page</title><body>${good}</body></html>`);
    const frame = page.mainFrame();
    const all = [await textFaults(frame), await targetFaults(frame), await structureFaults(frame, 'en')];
    assert.deepEqual([...all, (await walkByKeyboard(frame)).faults].flat(), []);
  });
});

/** The hands of somebody who has no mouse: Tab, arrows, Space, Enter and letters; nothing else touches the page. */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { askPage } from '../support/window.ts';

export interface Stop {
  readonly kind: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  /** Of a radio button: the names of its group, in order. */
  readonly group: readonly string[];
}

export interface Keys {
  /** Tab until the focus is on what has this name; in a group of radio buttons the arrows go on. */
  to(this: void, name: RegExp): Promise<Stop>;
  /** Goes there, and presses Enter: a button or a link. */
  go(this: void, name: RegExp): Promise<void>;
  /** Goes there, and presses Space: something to tick or one of some. */
  choose(this: void, name: RegExp): Promise<void>;
  /** Goes there, and writes. */
  write(this: void, name: RegExp, text: string): Promise<void>;
  /** Goes through the form, fills in what is empty, and presses the button with this name. */
  fillUntil(this: void, button: RegExp): Promise<void>;
  press(this: void, key: string): Promise<void>;
  /** What has the focus. */
  here(this: void): Promise<Stop | undefined>;
}

const mostSteps = 250;
const sentence = 'Three sentences would be too many, one is enough.';

export function keysOf(page: Page, frame: Frame): Keys {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const tab = async (): Promise<Stop | undefined> => {
    await press('Tab');
    return stopOf(frame);
  };
  /** Round the page once: behind its last stop come those of Teams, and then its first again. */
  async function* round(): AsyncGenerator<Stop> {
    for (let step = 0; step < mostSteps; step += 1) {
      const stop = await tab();
      if (stop) yield stop;
      else await enter(frame);
    }
  }
  const to = async (name: RegExp): Promise<Stop> => {
    const here = await stopOf(frame);
    if (here && name.test(here.name)) return here;
    const passed: string[] = [];
    for await (const stop of round()) {
      if (name.test(stop.name)) return stop;
      passed.push(stop.name.slice(0, 30));
      if (!stop.group.some((one) => name.test(one))) continue;
      for (const _ of stop.group) {
        await press('ArrowDown');
        const next = await stopOf(frame);
        if (next && name.test(next.name)) return next;
      }
    }
    throw assert.fail(`the focus does not come to ${String(name)}, only to ${[...new Set(passed)].join(' | ')}`);
  };
  return {
    ...{ to, press, here: () => stopOf(frame) },
    go: async (name) => {
      await to(name);
      await press('Enter');
    },
    choose: async (name) => {
      const { checked } = await to(name);
      if (!checked) await press('Space');
    },
    write: async (name, text) => {
      await to(name);
      await press('Control+a');
      await page.keyboard.type(text);
    },
    fillUntil: async (button) => {
      for await (const stop of round()) {
        if (stop.kind === 'button' && button.test(stop.name)) return press('Enter');
        await fill(stop);
      }
      throw assert.fail(`the focus does not come to ${String(button)}`);
    },
  };

  async function fill({ kind, value, group, checked }: Stop): Promise<void> {
    if (kind === 'radio' && group.length > 0 && !checked) await press('Space');
    else if ((kind === 'text' || kind === 'textarea') && value === '') await page.keyboard.type(sentence);
    else if (kind === 'number' && value === '') await page.keyboard.type('3');
    else if (kind === 'select' && value === '') await press('ArrowDown');
  }
}

/** Puts the focus before the first stop of the page, as coming from the bar of Teams does. */
export function enter(frame: Frame): Promise<void> {
  return askPage(frame, () => {
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.addEventListener('blur', () => start.remove(), { once: true });
  });
}

function stopOf(frame: Frame): Promise<Stop | undefined> {
  return askPage(frame, () => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body || !document.hasFocus()) return undefined;
    const nameOf = (of: HTMLElement): string => {
      const labels = 'labels' in of ? [...((of.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
      const by = of
        .getAttribute('aria-labelledby')
        ?.split(' ')
        .map((id) => document.getElementById(id)?.textContent);
      const name =
        of.getAttribute('aria-label') ??
        by?.join(' ') ??
        (labels.map((l) => l.textContent).join(' ') || of.textContent);
      return name.replaceAll(/\s+/g, ' ').trim();
    };
    const isInput = one instanceof HTMLInputElement;
    const group =
      isInput && one.type === 'radio'
        ? [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
            (other) => other.name === one.name && other.form === one.form,
          )
        : [];
    return {
      kind: isInput ? one.type : one.tagName.toLowerCase(),
      name: nameOf(one),
      value: 'value' in one ? String(one.value) : '',
      checked: isInput && (one.checked || group.some((other) => other.checked)),
      group: group.map(nameOf),
    };
  });
}

/**
 * Every button of a page is pressed by Enter, and whatever it would change is refused: a dialog keeps the focus, closes with Escape and gives the
 * focus back (WCAG 2.1.2, 2.4.3); what failed is said where it is read out (4.1.3), and fields that are refused say so beside them, the first
 * with the focus (3.3.1).
 */
import type { Frame, Page, Route } from 'playwright-core';
import { askPage } from '../../support/window.ts';

export interface Pressed {
  readonly faults: readonly string[];
  readonly buttons: number;
  readonly dialogs: number;
  readonly refusals: number;
  readonly fields: number;
}

/** Enough for every page but the rehearsal, which has those of all messages; cards are looked at on their own. */
const mostButtons = 40;

const refusal = 'This was refused, so that nothing changes.';

/** `open` brings the page back to where it was. */
export async function pressAll(page: Page, open: () => Promise<Frame>): Promise<Pressed> {
  let refused = 0;
  let names: readonly string[] = [];
  const refuse = async (route: Route): Promise<void> => {
    if (route.request().method() === 'GET') return route.fallback();
    refused += 1;
    const fields = names.map((field) => ({ field, message: `${field} ${refusal}` }));
    const body = JSON.stringify({ status: 422, title: 'Refused', detail: refusal, fields });
    return route.fulfill({ status: 422, contentType: 'application/problem+json', body });
  };
  await page.route('**/api/**', refuse);
  const faults = new Set<string>();
  const sums = { buttons: 0, dialogs: 0, refusals: 0, fields: 0 };
  try {
    let frame = await open();
    const kinds = new Map<string, number>();
    for (let at = 0; sums.buttons < mostButtons; at += 1) {
      const before = refused;
      names = await namesIn(frame, at);
      const name = await focusOne(frame, at);
      if (name === undefined) break;
      // Of buttons that stand in each row of a list, two.
      const kind = name.split(/[:,]/)[0] ?? '';
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if ((kinds.get(kind) ?? 0) > 2) continue;
      await page.keyboard.press('Enter');
      sums.buttons += 1;
      await settled(page, frame);
      const seen = await lookAfter(frame);
      if (seen.dialog !== undefined) {
        sums.dialogs += 1;
        if (!seen.isFocusIn) faults.add(`the dialog of ${name} does not take the focus`);
        await page.keyboard.press('Escape');
        await settled(page, frame);
        const after = await lookAfter(frame);
        if (after.dialog !== undefined) faults.add(`the dialog of ${name} does not close with Escape`);
        else if (after.focus === at) continue;
        else faults.add(`the dialog of ${name} does not give the focus back`);
      } else if (refused > before) {
        sums.refusals += 1;
        sums.fields += seen.fields.length;
        if (!seen.isTold) faults.add(`${name} failed and says nothing`);
        for (const one of seen.fields.filter((field) => !field.isTied))
          faults.add(`${name}: the field ${one.name} is refused and does not say so`);
        if (seen.fields.length > 0 && !seen.fields.some((field) => field.hasFocus))
          faults.add(`${name}: no refused field has the focus`);
      } else if (seen.focus === 'lost') faults.add(`${name} loses the focus`);
      frame = await open();
    }
  } finally {
    await page.unroute('**/api/**', refuse);
  }
  return { faults: [...faults], ...sums };
}

const settled = async (page: Page, frame: Frame): Promise<void> => {
  await page.waitForTimeout(200);
  for (
    let turn = 0;
    turn < 20 && (await frame.locator('[aria-busy=true], [aria-disabled=true]:focus').count()) > 0;
    turn += 1
  )
    await page.waitForTimeout(50);
};

/** The fields of the form in which the button is that sends it. */
function namesIn(frame: Frame, at: number): Promise<readonly string[]> {
  return askPage(
    frame,
    (number) => {
      const button = [
        ...document.querySelectorAll<HTMLButtonElement>('main button:not(:disabled, .ac-pushButton)'),
      ].filter((one) => one.checkVisibility())[number];
      if (button?.type !== 'submit') return [];
      const fields = [
        ...(button.form?.querySelectorAll<HTMLInputElement>('input[name], select[name], textarea[name]') ?? []),
      ];
      return [
        ...new Set(
          fields.filter((one) => one.checkVisibility() || one.labels?.[0]?.checkVisibility()).map((one) => one.name),
        ),
      ];
    },
    at,
  );
}

/** Puts the focus on the button with this number and gives its name; undefined when there are no more. */
function focusOne(frame: Frame, at: number): Promise<string | undefined> {
  return askPage(
    frame,
    (number) => {
      const button = [
        ...document.querySelectorAll<HTMLButtonElement>('main button:not(:disabled, .ac-pushButton)'),
      ].filter((one) => one.checkVisibility())[number];
      if (!button) return undefined;
      for (const one of document.querySelectorAll<HTMLElement>('[data-pressed]')) delete one.dataset['pressed'];
      button.dataset['pressed'] = String(number);
      button.focus();
      return (button.getAttribute('aria-label') ?? button.textContent).trim().slice(0, 50);
    },
    at,
  );
}

interface Seen {
  readonly dialog: string | undefined;
  readonly isFocusIn: boolean;
  /** The number of the button that has the focus, `other`, or `lost` when nothing has it. */
  readonly focus: number | 'other' | 'lost';
  readonly isTold: boolean;
  readonly fields: readonly { readonly name: string; readonly isTied: boolean; readonly hasFocus: boolean }[];
}

function lookAfter(frame: Frame): Promise<Seen> {
  return askPage(frame, () => {
    const words = 'This was refused, so that nothing changes.';
    const dialog = document.querySelector('dialog[open], [role=dialog], [role=alertdialog]');
    const active = document.activeElement;
    const number = active instanceof HTMLElement ? active.dataset['pressed'] : undefined;
    const textBy = (one: Element): string =>
      (one.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
    const said = [...document.querySelectorAll('[role=alert], [role=status], [aria-live], output')];
    const invalid = [
      ...document.querySelectorAll<HTMLElement>('main [aria-invalid=true], main fieldset[data-invalid=true]'),
    ].filter((one) => !one.parentElement?.closest('fieldset[data-invalid=true]'));
    return {
      dialog: dialog?.textContent,
      isFocusIn: dialog?.contains(active) === true,
      focus: number !== undefined ? Number(number) : !active || active === document.body ? 'lost' : 'other',
      // What offers to try again stands in the notice that says what failed.
      isTold:
        said.some(({ textContent }) => textContent.includes(words)) ||
        document.querySelector(':is([role=status], [role=alert]) [data-pressed]') !== null,
      fields: invalid.map((one) => ({
        name: one.getAttribute('name') ?? one.outerHTML.slice(0, 60),
        isTied: textBy(one).includes(words) || textBy(one.closest('[aria-describedby]') ?? one).includes(words),
        hasFocus: one === active || one.contains(active),
      })),
    };
  });
}

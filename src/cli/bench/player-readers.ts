/** One person in the player: looks at "My courses", opens a course, goes step by step, is done, looks again. After a cut the page is opened anew. */
import type { Answered, Wanted } from './load.ts';

export const course = 'setting-goals';

export interface Reader {
  readonly personId: string;
  readonly token: string;
  place: 'list' | 'course' | 'steps' | 'again' | 'list-after' | 'over';
  /** Where the page stands. */
  step: number;
  steps: number;
  /** The furthest step that was confirmed; what counts as lost is measured against it. */
  confirmed: number;
  /** As it was confirmed first. */
  doneAt: number | undefined;
  resumed: number;
  /** Confirmed before, and gone when the page was opened anew. */
  lost: number;
  /** "Done" was confirmed a second time, at another moment than the first. */
  doubled: number;
}

export const newReader = (personId: string, token: string): Reader => ({
  ...{ personId, token, place: 'list', step: 0, steps: 0, confirmed: 0, doneAt: undefined },
  ...{ resumed: 0, lost: 0, doubled: 0 },
});

/** An answer to a question stays in the page, as in the product: it is a part of the time between two requests. */
export function nextOf(one: Reader): Wanted | undefined {
  switch (one.place) {
    case 'over':
      return undefined;
    case 'list':
    case 'list-after':
      return { method: 'GET', path: '/api/me/training', token: one.token };
    case 'course':
      return { method: 'GET', path: `/api/courses/${course}`, token: one.token };
    case 'steps':
    case 'again': {
      const isDone = one.place === 'again' || one.step >= one.steps - 1;
      const body = { step: isDone ? one.steps - 1 : one.step + 1, isDone };
      return { method: 'PUT', path: `/api/me/courses/${course}`, token: one.token, body };
    }
    default:
      return one.place satisfies never;
  }
}

interface View {
  readonly step: number;
  readonly doneAt?: number;
  readonly steps: readonly unknown[];
}

/** Nobody knows whether a request that was cut off was done: the page is opened anew and says so. */
export function noteAnswer(one: Reader, { isCut, status, text }: Answered, random: () => number): void {
  if (isCut || status !== 200) {
    if (one.place === 'list' || one.place === 'list-after') return;
    one.resumed += isCut ? 1 : 0;
    one.place = 'course';
    return;
  }
  if (one.place === 'list') one.place = 'course';
  else if (one.place === 'list-after') one.place = 'over';
  else noteView(one, JSON.parse(text) as View, random);
}

function noteView(one: Reader, view: View, random: () => number): void {
  compare(one, view);
  one.steps = view.steps.length;
  one.step = view.step;
  one.confirmed = Math.max(one.confirmed, view.step);
  const wasDone = one.doneAt !== undefined;
  one.doneAt ??= view.doneAt;
  if (one.doneAt === undefined) one.place = 'steps';
  // Every tenth presses a second time.
  else one.place = !wasDone && one.place === 'steps' && random() < 0.1 ? 'again' : 'list-after';
}

/** What a page says against what was confirmed to this person. */
export function compare(one: Reader, view: Pick<View, 'step' | 'doneAt'>): void {
  if (view.step < one.confirmed || (one.doneAt !== undefined && view.doneAt === undefined)) one.lost += 1;
  if (one.doneAt !== undefined && view.doneAt !== undefined && view.doneAt !== one.doneAt) one.doubled += 1;
}

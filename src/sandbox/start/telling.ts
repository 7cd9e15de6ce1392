/** Keeps where the opening story is, for those who look in while it is being told. */
import type { StoryProgress } from '../host/world.ts';

export interface Telling extends StoryProgress {
  /** Notes the chapters of a story until it has been told. */
  during(tell: (said: (chapter: string) => void) => Promise<void>): Promise<void>;
}

export function newTelling(): Telling {
  let chapter: string | undefined;
  let under: Promise<void> = Promise.resolve();
  return {
    chapter: () => chapter,
    told: () => under.catch(() => undefined),
    during(tell) {
      chapter = '';
      under = tell((said) => (chapter = said)).finally(() => (chapter = undefined));
      return under;
    },
  };
}

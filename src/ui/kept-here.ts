/**
 * What stays in this browser. A browser may refuse it: a frame whose site data are blocked throws at the first look, a full disk at a
 * write. Then it stays in this window, until the page is loaded anew.
 */

export interface KeptHere {
  get(this: void, place: string): string | undefined;
  set(this: void, place: string, text: string): void;
  remove(this: void, place: string): void;
  places(this: void): string[];
}

/** Until the window is closed. */
export const keptInSession = keptIn(() => sessionStorage);
/** For all windows, until somebody clears it. */
export const keptForLong = keptIn(() => localStorage);

function keptIn(storage: () => Storage): KeptHere {
  const inWindow = new Map<string, string>();
  const perhaps = <T>(work: (store: Storage) => T): T | undefined => {
    try {
      return work(storage());
    } catch {
      return undefined;
    }
  };
  return {
    get: (place) => inWindow.get(place) ?? perhaps((store) => store.getItem(place)) ?? undefined,
    set(place, text) {
      const isKept = perhaps((store) => {
        store.setItem(place, text);
        return true;
      });
      if (isKept) inWindow.delete(place);
      else inWindow.set(place, text);
    },
    remove(place) {
      inWindow.delete(place);
      perhaps((store) => store.removeItem(place));
    },
    places: () => [...inWindow.keys(), ...(perhaps(Object.keys) ?? [])],
  };
}

/** What was kept as JSON; nothing where there is none, or somebody else wrote there. */
export function readKept(place: string): object | undefined {
  try {
    const found: unknown = JSON.parse(keptInSession.get(place) ?? 'null');
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

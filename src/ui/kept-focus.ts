/**
 * Whoever works with the keyboard never loses their place: when a button goes that has the focus, since a form comes in its stead or its row is
 * gone, the focus goes to what stands there now. A browser leaves it nowhere, and a screen reader begins the page anew.
 */
const usable =
  'a[href], button:not(:disabled), input:not(:disabled, [type=hidden]), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** A page that takes the focus itself does so first. */
const patienceMs = 120;

function usableIn(place: ParentNode): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(usable)].filter((one) => one.checkVisibility());
}

/** Watches the page until what it gives is called. */
export function keepFocus(): () => void {
  let last: HTMLElement | undefined;
  /** What could have the focus before it, the nearest first. */
  let before: readonly HTMLElement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const noticed = ({ target }: FocusEvent): void => {
    const one = target instanceof HTMLElement ? target : undefined;
    // A finger or a mouse has its place by itself.
    last = one?.matches(':focus-visible') ? one : undefined;
    const all = last ? usableIn(document) : [];
    before = last ? all.slice(0, all.indexOf(last)).toReversed() : [];
  };
  /** Gone, or closed because of what was pressed. */
  const isLost = (): boolean =>
    last !== undefined && (!last.isConnected || last.matches(':disabled')) && document.activeElement === document.body;
  const find = (): void => {
    if (!isLost()) return;
    const all = usableIn(document);
    const nearest = before.find((one) => one.isConnected);
    const next = nearest ? all[all.indexOf(nearest) + 1] : all[0];
    (next ?? nearest)?.focus();
  };
  const observer = new MutationObserver(() => {
    if (!isLost()) return;
    clearTimeout(timer);
    timer = setTimeout(find, patienceMs);
  });
  document.addEventListener('focusin', noticed);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    document.removeEventListener('focusin', noticed);
    observer.disconnect();
    clearTimeout(timer);
  };
}

/**
 * What makes the page forget: a minute after the last touch it goes back to its beginning, and so it does when the browser wants to
 * show it again as it was left. "More time" gives five minutes, once for each press. Nothing is kept anywhere.
 */
export const script = `
(() => {
  const usual = 60, more = 300, warn = 20;
  const start = document.body.dataset.start;
  const left = document.getElementById('left'), soon = document.getElementById('soon');
  let runs = !('rest' in document.body.dataset) || location.pathname !== start;
  let until = performance.now() + usual * 1000;
  const empty = () => { for (const form of document.forms) form.reset(); };
  const clear = () => { empty(); location.replace(start); };
  const tick = () => {
    if (!runs) return;
    const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    left.textContent = left.dataset.left.replace('#', String(seconds));
    const word = seconds <= warn ? left.dataset.soon : '';
    if (soon.textContent !== word) soon.textContent = word;
    if (seconds === 0) { runs = false; clear(); }
  };
  const wait = (seconds) => { runs = true; until = Math.max(until, performance.now() + seconds * 1000); tick(); };
  for (const touch of ['pointerdown', 'keydown', 'input']) addEventListener(touch, () => wait(usual), { passive: true });
  document.getElementById('more').addEventListener('click', () => wait(more));
  document.getElementById('clear').addEventListener('click', (event) => { event.preventDefault(); clear(); });
  addEventListener('pageshow', (event) => { if (event.persisted) clear(); else empty(); });
  addEventListener('pagehide', empty);
  setInterval(tick, 500);
  tick();
})();
`;

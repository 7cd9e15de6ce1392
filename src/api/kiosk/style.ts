/** Large targets and large letters: a kiosk is used standing, with gloves, and by people who see little. */
export const style = [
  ':root{color-scheme:light dark;--line:#5c6b7a;--brand:#0f3d6e;--on:#fff}',
  'body{font:1.25rem/1.5 "Segoe UI",system-ui,sans-serif;margin:0;padding-bottom:9rem}',
  'main,nav{max-width:44rem;margin:0 auto;padding:0 1.25rem}main{padding-top:1rem;overflow-wrap:anywhere}',
  'h1{font-size:2rem;line-height:1.2}h2{font-size:1.4rem;line-height:1.3;margin:2rem 0 .5rem}',
  'nav ul{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;margin:1rem 0 0;padding:0}',
  'section{border-top:2px solid var(--line)}label{display:block;font-weight:600}',
  'input{width:100%;box-sizing:border-box;min-height:60px;font:inherit;padding:.5rem .75rem;border:2px solid var(--line);border-radius:.4rem}',
  '.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}',
  'a.to,button{display:inline-flex;align-items:center;min-height:60px;box-sizing:border-box;padding:.6rem 1.25rem;border:2px solid var(--brand);',
  'border-radius:.4rem;font:inherit;font-weight:600;background:var(--brand);color:var(--on);text-decoration:none;cursor:pointer}',
  '.quiet,nav a.to:not([aria-current]),.clock a.to{background:Canvas;color:CanvasText;border-color:var(--line)}',
  ':focus-visible{outline:4px solid #e08a00;outline-offset:3px}',
  '.clock{position:fixed;inset:auto 0 0 0;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:center;',
  'padding:.75rem 1.25rem;background:Canvas;border-top:2px solid var(--line)}.clock p{margin:0}',
  '.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}',
  '@media (max-width:40rem){body{padding-bottom:15rem}.clock a.to,.clock button{flex:1 1 100%;justify-content:center}}',
].join('');

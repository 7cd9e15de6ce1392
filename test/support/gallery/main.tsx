/** The real shell around pages that show everything pages are made of. */
import { page } from '../../../src/tab/page-table.tsx';
import { startTab } from '../../../src/tab/start.tsx';

const pages = [
  page({ path: '/', area: 'mine', load: () => import('./overview.tsx') }),
  page({ path: '/programmes', area: 'coordinate', load: () => import('./figures.tsx') }),
  page({ path: '/languages', area: 'help', load: () => import('./languages.tsx') }),
  page({ path: '/form', area: 'mine', load: () => import('./form.tsx') }),
  page({ path: '/long', area: 'coordinate', load: () => import('./long-list.tsx') }),
  page({ path: '/cards', area: 'help', load: () => import('./cards.tsx') }),
  page({ path: '/broken/:why', area: 'mine', load: () => import('./broken.tsx') }),
];

startTab(pages.slice(0, 1), async () => pages);

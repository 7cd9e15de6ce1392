/** The row of the page that Teams opens, apart from the table: that of all others is fetched once this one is there. */
import { page } from './page-table.tsx';

export const frontPage = page({ path: '/', area: 'mine', load: () => import('./home-page.tsx') });

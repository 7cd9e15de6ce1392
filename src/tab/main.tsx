/** Where the browser begins. */
import { frontPage } from './front-page.tsx';
import { startTab } from './start.tsx';

startTab([frontPage], async () => (await import('./pages.tsx')).pages);

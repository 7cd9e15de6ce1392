/** Where the browser begins. */
import { pages } from './pages.tsx';
import { startTab } from './start.tsx';

startTab(pages);

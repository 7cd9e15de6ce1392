/** For comparison: the same pages with the whole of Fluent and the card renderer in one file, as a bundler makes it when nobody splits. */
import * as fluent from '@fluentui/react-components';
import * as cards from 'adaptivecards';
import * as teams from '@microsoft/teams-js';
import { pages } from '../../../../tab/pages.tsx';
import { startTab } from '../../../../tab/start.tsx';

// Kept as an app keeps what it imports and uses somewhere.
Object.assign(globalThis, { all: { fluent, cards, teams } });
startTab(pages, async () => pages);

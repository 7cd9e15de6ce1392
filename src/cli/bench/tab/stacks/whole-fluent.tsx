/** For comparison: what an app for Teams weighs before it has a page of its own, when it imports Fluent, the card renderer and Teams whole. */
import * as fluent from '@fluentui/react-components';
import * as cards from 'adaptivecards';
import * as teams from '@microsoft/teams-js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

// Kept as an app keeps what it imports and uses somewhere.
Object.assign(globalThis, { all: { fluent, cards, teams } });
createRoot(document.querySelector('#tab')!).render(
  <QueryClientProvider client={new QueryClient()}>
    <fluent.FluentProvider theme={fluent.teamsLightTheme}>
      <fluent.Button>Go</fluent.Button>
    </fluent.FluentProvider>
  </QueryClientProvider>,
);

import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { HostApp } from './app.tsx';
import { usePlace } from './place.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });

function Page() {
  const [place] = usePlace();
  useEffect(() => {
    document.documentElement.lang = place.lang;
  }, [place.lang]);
  return (
    <FluentProvider
      theme={themes[place.theme]}
      style={{ height: '100dvh', colorScheme: place.theme === 'light' ? 'light' : 'dark' }}
    >
      <HostApp />
    </FluentProvider>
  );
}

const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Page />
      </QueryClientProvider>
    </StrictMode>,
  );

/** How the tab is built: one page, hashed files, a place for the nonce of each request, a manifest for the size check. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { InlineConfig, Rolldown } from 'vite';
import { noncePlaceholder } from '../api/tab-files.ts';
import { travelLight } from './lighter.ts';
import { shellName } from './preloads.ts';
import { dropUnaskedSchemas } from './unasked-schemas.ts';
import { speakOneLanguage } from './word-lists.ts';

const parser = '@formatjs/icu-messageformat-parser';

/** What every page needs comes in one file: else it is thirty, as pages share parts of it in thirty ways. */
const shell: Rolldown.CodeSplittingGroup = { name: shellName, tags: ['$initial'] };

/** The server names in the page's head what the front page needs (`preloads.ts`): its own code need not name it again. */
const besidePage = (_: string, files: string[], { hostId }: { readonly hostId: string }): string[] =>
  /\/(?:shell|home-page)-[^/]+$/.test(hostId) ? [] : files;

/** `root` holds the index.html: the tab's own, or in tests one that shows what pages are made of. */
export function tabConfig(outDir: string, development: boolean, root = import.meta.dirname): InlineConfig {
  return {
    configFile: false,
    root,
    base: '/tab/',
    publicDir: false,
    mode: development ? 'development' : 'production',
    logLevel: 'error',
    plugins: [travelLight(), speakOneLanguage(), dropUnaskedSchemas(), react()],
    resolve: { alias: { [parser]: `${parser}/no-parser.js`, zod: join(import.meta.dirname, 'no-schemas.ts') } },
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      manifest: true,
      sourcemap: development,
      modulePreload: { polyfill: false, resolveDependencies: besidePage },
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // The table of pages names every file of every page: a shorter hash leaves room for more pages.
          chunkFileNames: 'assets/[name]-[hash:7].js',
          codeSplitting: { groups: [shell] },
        },
      },
    },
  };
}

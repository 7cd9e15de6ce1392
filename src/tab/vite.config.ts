/** How the tab is built: one page, hashed files, a place for the nonce of each request, a manifest for the size check. */
import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { noncePlaceholder } from '../api/tab-files.ts';
import { readWords, speakOneLanguage } from './word-lists.ts';

const parser = '@formatjs/icu-messageformat-parser';

/** `root` holds the index.html: the tab's own, or in tests one that shows what pages are made of. */
export function tabConfig(outDir: string, development: boolean, root = import.meta.dirname): InlineConfig {
  return {
    configFile: false,
    root,
    base: '/tab/',
    publicDir: false,
    mode: development ? 'development' : 'production',
    logLevel: 'error',
    plugins: [speakOneLanguage(), readWords(), react()],
    resolve: { alias: { [parser]: `${parser}/no-parser.js`, zod: join(import.meta.dirname, 'no-schemas.ts') } },
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      manifest: true,
      sourcemap: development,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // The shell names every file of every page: a shorter hash leaves room for more pages.
      rolldownOptions: { output: { chunkFileNames: 'assets/[name]-[hash:7].js' } },
    },
  };
}

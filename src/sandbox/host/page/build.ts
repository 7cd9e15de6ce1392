/** Builds the host's page with Vite: one small first load; cards are drawn by a chunk of their own. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Into a folder beside, and then in one step into its place: two who build at once do no harm. */
export async function buildHostPage(target: string): Promise<void> {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  await mkdir(dirname(target), { recursive: true });
  const outDir = await mkdtemp(join(dirname(target), '.host-'));
  try {
    await build({
      configFile: false,
      root: fileURLToPath(new URL('.', import.meta.url)),
      logLevel: 'warn',
      plugins: [react()],
      build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
    });
    await rm(target, { recursive: true, force: true });
    // Whoever built the same meanwhile may have been quicker.
    await rename(outDir, target).catch((error: unknown) => {
      if (!existsSync(join(target, 'index.html'))) throw error;
    });
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** The process that is deployed: web, worker, or both, by ROLES. Says one line of JSON when it listens. */
import { startApp } from './app.ts';
import { ConfigProblem, readConfig } from './config.ts';

async function main(): Promise<void> {
  const app = await startApp(readConfig(process.env));
  process.stdout.write(`${JSON.stringify({ listening: true, port: app.port, roles: app.roles })}\n`);
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), 4_500).unref();
      void app.close().then(() => process.exit(0));
    });
}

main().catch((error: unknown) => {
  const text = error instanceof ConfigProblem ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});

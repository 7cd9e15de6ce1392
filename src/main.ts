/** The process that is deployed: web, worker, or both, by ROLES. Says one line of JSON when it listens. */
import { startApp } from './app.ts';
import { ConfigProblem, readConfig } from './config.ts';
import { StartProblem } from './platform/starting.ts';

/** Milliseconds in which a process that was told to stop is over, whatever hangs: platforms kill it after thirty seconds. */
const longestFarewell = { production: 25_000, usual: 4_500 };

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await startApp(config);
  process.stdout.write(`${JSON.stringify({ listening: true, port: app.port, roles: app.roles })}\n`);
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), config.production ? longestFarewell.production : longestFarewell.usual).unref();
      void app.close().then(() => process.exit(0));
    });
}

main().catch((error: unknown) => {
  const isSentence = error instanceof ConfigProblem || error instanceof StartProblem;
  const text = isSentence ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});

/** `npm run worker -- --env FILE`: adds a worker to a running sandbox, with the settings that the sandbox wrote. */
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { startApp } from '../app.ts';
import { readConfig } from '../config.ts';

const { values } = parseArgs({ options: { env: { type: 'string' }, help: { type: 'boolean' } } });
if (values.help || values.env === undefined) {
  process.stderr.write('npm run worker -- --env FILE   (the sandbox writes FILE: data/sandbox.env)\n');
  process.exit(values.help ? 0 : 1);
}
const app = await startApp(readConfig({ ...parseEnv(readFileSync(values.env, 'utf8')), ROLES: 'worker', PORT: '0' }));
process.stdout.write(`${JSON.stringify({ working: true })}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    setTimeout(() => process.exit(1), 4_500).unref();
    void app.close().then(() => process.exit(0));
  });

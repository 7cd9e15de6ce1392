/** Puts the pieces together, once: settings in, a running product out. */
import type { Server } from 'node:http';
import { createApi } from './api/main.ts';
import { createPace } from './api/pace.ts';
import { routes, says } from './api/routes.ts';
import { createWebServer } from './api/server.ts';
import { actions } from './bot/actions.ts';
import { createBotEndpoint } from './bot/endpoint.ts';
import type { Config } from './config.ts';
import { connect, type Connected } from './platform/connect.ts';
import { describeError } from './platform/log.ts';
import { beginRecurring } from './worker/recurring.ts';
import { jobs } from './worker/jobs.ts';
import { startWorker, type Worker } from './worker/run.ts';

export interface RunningApp {
  readonly port: number;
  readonly roles: Config['roles'];
  close(): Promise<void>;
}

export async function startApp(config: Config): Promise<RunningApp> {
  const connected = await connect(config);
  const worker = config.roles.includes('worker') ? await startWork(connected) : undefined;
  const server = config.roles.includes('web') ? await startWeb(connected) : undefined;
  const stopPulse = connected.startPulse();
  const address = server?.address();
  return {
    port: typeof address === 'object' && address ? address.port : config.port,
    roles: config.roles,
    close: async () => {
      await Promise.all([server && closeServer(server), worker?.stop()]);
      await Promise.all([stopPulse(), connected.telemetry.end()]);
      connected.stop();
    },
  };
}

async function startWork({ deps, queue, campaign, telemetry }: Connected): Promise<Worker> {
  await beginRecurring(deps);
  return startWorker({ deps, queue, campaign, jobs, telemetry });
}

async function startWeb({ deps, entra, telemetry }: Connected): Promise<Server> {
  const pace = createPace();
  const bot = createBotEndpoint(deps, { actions, says, pace });
  const api = createWebServer(createApi({ deps, entra, routes, says, bot, pace, telemetry }));
  return new Promise((resolve, reject) => {
    api.once('error', reject);
    api.on('error', (error) => deps.log.error(describeError(error), 'the web server failed'));
    api.listen(deps.config.port, deps.config.production ? '0.0.0.0' : '127.0.0.1', () => resolve(api));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

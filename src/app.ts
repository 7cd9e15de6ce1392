/** Puts the pieces together, once: settings in, a running product out. */
import type { RequestListener, Server } from 'node:http';
import { healthAlone } from './api/health.ts';
import { createApi } from './api/main.ts';
import { createPace } from './api/pace.ts';
import { routes, says } from './api/routes.ts';
import { createWebServer } from './api/server.ts';
import { actions } from './bot/actions.ts';
import { createBotEndpoint } from './bot/endpoint.ts';
import type { Config } from './config.ts';
import { pause } from './platform/clock.ts';
import type { Connected } from './platform/connect.ts';
import { describeError } from './platform/log.ts';
import { botWorks, createReadiness, signInWorks, storageAnswers, type Readiness } from './platform/readiness.ts';
import { connectOrSay, lookOver } from './platform/starting.ts';
import { beginRecurring } from './worker/recurring.ts';
import { jobs } from './worker/jobs.ts';
import { startWorker, type Worker } from './worker/run.ts';

export interface RunningApp {
  readonly port: number;
  readonly roles: Config['roles'];
  /** Not ready any more at once; takes requests until the balancer has seen it, finishes what is under way, and ends. */
  close(): Promise<void>;
}

/** How long requests and tasks may take to their end when the process stops; within 25 s, and 5 s on a desk, all is over. */
const endings = { production: { requestsMs: 8_000, tasksMs: 20_000 }, usual: { requestsMs: 2_000, tasksMs: 2_500 } };

/** Throws a StartProblem when this installation cannot work as it is. */
export async function startApp(config: Config): Promise<RunningApp> {
  const connected = await connectOrSay(config);
  await lookOver(connected);
  const worker = config.roles.includes('worker') ? await startWork(connected) : undefined;
  const readiness = readinessOf(connected, worker);
  const server = config.roles.includes('web')
    ? await startWeb(connected, readiness)
    : await startHealth(connected, readiness);
  const stopPulse = connected.startPulse();
  const address = server?.address();
  const ends = config.production ? endings.production : endings.usual;
  return {
    port: typeof address === 'object' && address ? address.port : config.port,
    roles: config.roles,
    close: async () => {
      readiness.end();
      const worked = worker?.stop(ends.tasksMs);
      if (config.roles.includes('web')) await pause(config.drainSeconds * 1000);
      await Promise.all([server && closeServer(server, ends.requestsMs), worked]);
      await Promise.all([stopPulse(), connected.telemetry.end()]);
      connected.stop();
    },
  };
}

/** What each role needs: who answers people must be able to tell who they are. */
function readinessOf({ deps, entra, outbound }: Connected, worker: Worker | undefined): Readiness {
  const { clock, log, tables, config } = deps;
  const web = { 'sign-in': signInWorks(entra), bot: botWorks(outbound, config.endpoints.botMetadata) };
  const looks = {
    storage: storageAnswers(tables),
    ...(config.roles.includes('web') ? web : {}),
    ...(worker ? { worker: () => Promise.resolve(worker.isAlive()) } : {}),
  };
  return createReadiness({ clock, log, looks });
}

async function startWork({ deps, queue, campaign, telemetry }: Connected): Promise<Worker> {
  await beginRecurring(deps);
  return startWorker({ deps, queue, campaign, jobs, telemetry });
}

function startWeb({ deps, entra, telemetry }: Connected, readiness: Readiness): Promise<Server> {
  const pace = createPace();
  const bot = createBotEndpoint(deps, { actions, says, pace });
  return open(deps, createApi({ deps, entra, routes, says, bot, pace, readiness, telemetry }));
}

/** Where a web process of the same machine has the port, a worker works all the same. */
function startHealth({ deps }: Connected, readiness: Readiness): Promise<Server | undefined> {
  return open(deps, healthAlone(readiness)).catch((error: unknown) => {
    deps.log.warn(describeError(error), 'nobody can ask this worker how it is: another process has its port');
    return undefined;
  });
}

function open({ config, log }: Connected['deps'], doors: RequestListener): Promise<Server> {
  const server = createWebServer(doors);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.on('error', (error) => log.error(describeError(error), 'the web server failed'));
    server.listen(config.port, config.production ? '0.0.0.0' : '127.0.0.1', () => resolve(server));
  });
}

/** Answers that are under way are finished; whoever takes too long is cut off. */
function closeServer(server: Server, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const tidy = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), withinMs);
    server.close(() => {
      clearInterval(tidy);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

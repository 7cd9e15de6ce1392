/** What may stand after `npm start --`. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';

export interface StartOptions {
  readonly port: number;
  readonly seed: number;
  readonly people: number;
  readonly fresh: boolean;
  readonly dataDir: string;
  readonly graphUrl: string | undefined;
  readonly worker: boolean;
  /** The instant at which a new organisation's calendar stands; the machine's when absent. */
  readonly today: string | undefined;
  /** Without the story: an organisation that has no programme yet. */
  readonly empty: boolean;
  /** The servers speak TLS too, and the app is left to whoever starts what is deployed, with the settings in DATA/production.env. */
  readonly production: boolean;
  /** With a language model that answers by simple rules, on a port of the system's choice. */
  readonly model: boolean;
  /** With a collector of what the product tells about its own work. */
  readonly traces: boolean;
  /** What the product says on standard error. */
  readonly logLevel: string;
}

/** A sentence for the person at the keyboard; no stack is shown. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

export const help = `npm start [-- OPTIONS]   the sandbox organisation with the whole product on it

  --port 3978       the app; the host page is at +1, Graph +2, Entra +3, connector +4, storage +5 to +7, vault +8
  --seed 7          another number is another organisation
  --people 1200     how many employees it has (20 to 200,000)
  --fresh           begins anew: what was kept in the data folder is thrown away
  --data DIR        where everything is kept (data/ in this project)
  --graph-url URL   the app talks to this Graph instead: for a proxy in between
  --today TIME      a new organisation's calendar stands here, such as 2027-03-01T09:00:00Z (now)
  --empty           an organisation without a history; otherwise a new one opens in mid-story
  --log-level warn  what the app says on standard error: debug, info, warn, error or silent
  --model           with a language model for the coach, which answers by simple rules
  --traces          every trace of the app as text: open /sandbox/traces of the host page
  --production      without the app, and the servers over TLS too (ports +9 to +17): for what npm run build makes, with the
                    settings in DIR/production.env; its organisation is empty
  --no-worker       the app runs without a worker; add one with npm run worker -- --env DIR/sandbox.env
  --help            this text

Ctrl-C stops everything; the data are kept. The Agents Playground talks to the bot through the connector:
  agentsplayground start -e http://127.0.0.1:3982/playground/messages -c msteams`;

const number = (name: string, least: number, most: number) =>
  z.string().regex(/^\d+$/, `${name} is a whole number`).transform(Number).pipe(z.int().min(least).max(most));

const wanted = z.strictObject({
  port: number('--port', 1024, 65_518).default(3978),
  seed: number('--seed', 0, 2_147_483_647).default(7),
  people: number('--people', 20, 200_000).default(1200),
  fresh: z.boolean().default(false),
  data: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL('../../../data', import.meta.url))),
  'graph-url': z.url({ protocol: /^https?$/, error: '--graph-url is an http address' }).optional(),
  today: z.iso.datetime({ offset: true, error: '--today is an instant such as 2027-03-01T09:00:00Z' }).optional(),
  'no-worker': z.boolean().default(false),
  empty: z.boolean().default(false),
  model: z.boolean().default(false),
  traces: z.boolean().default(false),
  production: z.boolean().default(false),
  'log-level': z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

/** Gives `help` when that was asked for. Throws a StartProblem that names what is wrong. */
export function readOptions(words: readonly string[]): StartOptions | 'help' {
  const parsed = wanted.safeParse(valuesIn(words));
  if (parsed.success) {
    const { data, 'graph-url': graphUrl, 'no-worker': noWorker, 'log-level': logLevel, today, ...rest } = parsed.data;
    const { empty, production } = rest;
    const worker = !noWorker && !production;
    return { ...rest, empty: empty || production, dataDir: resolve(data), graphUrl, worker, logLevel, today };
  }
  if (words.includes('--help') || words.includes('-h')) return 'help';
  const lines = parsed.error.issues.map((issue) => `  --${issue.path.join('.')}: ${issue.message}`);
  throw new StartProblem(`These options cannot be used:\n${lines.join('\n')}\n\n${help}`);
}

function valuesIn(words: readonly string[]): Record<string, unknown> {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  const options = {
    port: text,
    seed: text,
    people: text,
    data: text,
    'graph-url': text,
    today: text,
    'log-level': text,
  };
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...options,
        fresh: yes,
        'no-worker': yes,
        empty: yes,
        model: yes,
        traces: yes,
        production: yes,
        help: { ...yes, short: 'h' },
      },
    });
    return { ...values };
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

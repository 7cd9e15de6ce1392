/** The door of the tab over real HTTP on loopback, with routes of the test. */
import type { RequestHandler } from 'express';
import { createApi } from '../../src/api/main.ts';
import type { Pace } from '../../src/api/pace.ts';
import type { TokenReader } from '../../src/api/sign-in.ts';
import type { Route } from '../../src/platform/doors.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createReadiness, storageAnswers, type Readiness } from '../../src/platform/readiness.ts';
import type { Say } from '../../src/platform/words.ts';
import { listen } from '../../src/sandbox/loopback.ts';

export interface ApiWish {
  readonly deps: Platform;
  readonly entra: TokenReader;
  readonly routes?: readonly Route[];
  readonly says?: readonly Say<never>[];
  readonly bot?: RequestHandler;
  readonly pace?: Pace;
  readonly readiness?: Readiness;
}

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly language?: string;
  readonly body?: unknown;
  /** Instead of a body in JSON. */
  readonly raw?: string;
  /** The idempotency key. */
  readonly key?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

const noBot: RequestHandler = (_req, res) => void res.status(500).end();

/** By its storage alone. */
export function readinessOf({ clock, log, tables }: Platform): Readiness {
  return createReadiness({ clock, log, looks: { storage: storageAnswers(tables) } });
}

export async function startApi({ deps, entra, routes = [], says = [], bot = noBot, pace, readiness }: ApiWish) {
  const ready = readiness ?? readinessOf(deps);
  const server = await listen(
    createApi({ deps, entra, routes, says, bot, readiness: ready, ...(pace ? { pace } : {}) }),
    0,
  );
  return {
    url: server.url,
    close: () => server.close(),
    async ask({ method = 'GET', path, token, language = 'en', body, raw, key }: Asked): Promise<Answer> {
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const answer = await fetch(server.url + path, {
        method,
        redirect: 'manual',
        headers: {
          'accept-language': language,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(sent === undefined ? {} : { body: sent }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : {} };
    },
  };
}

/** Two people, known by their tokens: for tests that are not about tokens. */
export const knownTokens: TokenReader = {
  verifyTabToken: async (token) => ({
    personId: token,
    name: 'Someone',
    roles: token.startsWith('coordinator') ? ['Coordinator', 'Nonsense'] : [],
  }),
};

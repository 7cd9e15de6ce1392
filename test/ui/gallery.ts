/** The gallery of everything pages are made of, with a server behind it that can be told how to answer. */
import { join } from 'node:path';
import { z } from 'zod';
import type { TokenReader } from '../../src/api/sign-in.ts';
import { route } from '../../src/platform/doors.ts';
import { Failure } from '../../src/platform/errors.ts';
import { knownTokens } from '../support/api.ts';
import { startTestTab } from '../support/tab.ts';

/** A card, and what it is called where it is shown. */
export interface ShownCard {
  readonly name: string;
  readonly card: object;
}

const answers = z.looseObject({
  title: z.string().min(1).max(20),
  why: z.string().max(200),
  values: z.array(z.string()).min(1),
});

export async function startGallery() {
  const state = {
    broken: false,
    refused: false,
    slow: Promise.resolve(),
    saved: [] as unknown[],
    cards: [] as ShownCard[],
  };
  const entra: TokenReader = {
    verifyTabToken: async (token) => {
      if (state.refused) throw new Failure('not-signed-in', 'token-expired');
      return knownTokens.verifyTabToken(token);
    },
  };
  const greeting = route({
    method: 'GET',
    path: '/greeting',
    who: 'anybody-signed-in',
    gives: z.object({ text: z.string() }),
    run: async () => {
      if (state.broken) throw new Failure('unavailable', 'no-answer');
      return { text: 'Hello from the server' };
    },
  });
  const save = route({
    method: 'POST',
    path: '/answers',
    who: 'anybody-signed-in',
    body: answers,
    gives: z.undefined(),
    run: async (_deps, _caller, { body }) => {
      await state.slow;
      state.saved.push(body);
      return undefined;
    },
  });
  const cards = route({
    ...{ method: 'GET', path: '/cards', who: 'anybody-signed-in' },
    gives: z.array(z.object({ name: z.string(), card: z.looseObject({}) })),
    run: async () => state.cards.map(({ name, card }) => ({ name, card: { ...card } })),
  });
  const root = join(import.meta.dirname, '..', 'support', 'gallery');
  const tab = await startTestTab({ root, routes: [greeting, save, cards], entra });
  return { ...tab, state };
}

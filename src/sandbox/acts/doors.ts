/** The product's own doors for seeded people: the API with a tab token, and the buttons of cards in their chat. */
import { z } from 'zod';
import type { HostWorld } from '../host/world.ts';
import { createRandom, type Random } from '../organisation/random.ts';

const button = z.looseObject({ type: z.string(), title: z.string().default(''), verb: z.string().optional() });
const element = z.looseObject({ type: z.string(), id: z.string().optional() });
const cardShape = z.looseObject({ actions: z.array(button).default([]), body: z.array(element).default([]) });
type Card = z.infer<typeof cardShape>;

export interface OpenCard {
  readonly personId: string;
  readonly messageId: string;
  readonly card: Card;
}

export interface Doors {
  /** Calls the product's API as this person; throws with the problem's words when it refuses. */
  call<T>(personId: string, method: string, path: string, body?: unknown, language?: string): Promise<T>;
  /** Cards in the chats of these people that have a button with this verb, newest first for each. */
  cardsWith(verb: string, people: readonly string[]): OpenCard[];
  /** Presses the button with this verb, the card's inputs filled in as `inputs` or else by chance. */
  press(open: OpenCard, verb: string, inputs?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Everybody who works here, in the order of the directory. */
  readonly employees: readonly string[];
  chance(...words: readonly string[]): Random;
}

export function doorsOf(world: HostWorld): Doors {
  const { connector, entra, appUrl, organisation } = world;

  async function call<T>(personId: string, method: string, path: string, body?: unknown, language = 'en'): Promise<T> {
    const answer = await fetch(`${appUrl}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await entra.tabToken(personId)}`,
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  function cardsWith(verb: string, people: readonly string[]): OpenCard[] {
    return people.flatMap((personId) =>
      connector.messagesOf(personId).flatMap(({ id: messageId, card }) => {
        const parsed = cardShape.safeParse(card).data;
        const has = parsed?.actions.some((action) => action.verb === verb || verbIn(action) === verb);
        return parsed && has ? [{ personId, messageId, card: parsed }] : [];
      }),
    );
  }

  async function press(open: OpenCard, verb: string, inputs?: Readonly<Record<string, unknown>>): Promise<unknown> {
    const action = open.card.actions.find((one) => one.verb === verb || verbIn(one) === verb);
    const filled = inputs ?? fill(open.card, createRandom('press', open.personId, verb, organisation.seed));
    return connector.press(open.personId, open.messageId, action?.title ?? verb, filled);
  }

  const employees = organisation.people.filter(({ role, accountEnabled }) => role === 'employee' && accountEnabled);
  return {
    ...{ call, cardsWith, press, employees: employees.map(({ id }) => id) },
    chance: (...words) => createRandom(organisation.seed, ...words),
  };
}

function verbIn(action: z.infer<typeof button>): string | undefined {
  const data = z.looseObject({ verb: z.string().optional() }).safeParse(action['data']).data;
  return data?.verb;
}

/** Ratings lean to the good side, ticks stay empty, texts stay empty. */
function fill(card: Card, random: Random): Record<string, string> {
  const choices = z.array(z.looseObject({ value: z.string() }));
  const inputs: Record<string, string> = {};
  for (const one of card.body.filter(({ type }) => type === 'Input.ChoiceSet')) {
    const values = choices.safeParse(one['choices']).data?.map(({ value }) => value) ?? [];
    const ratings = values.filter((value) => /^[1-5]$/.test(value));
    const weights = ratings.map((value) => ({ value, weight: [1, 2, 4, 8, 6][Number(value) - 1] ?? 1 }));
    if (one.id !== undefined) inputs[one.id] = weights.length > 0 ? random.weighted(weights).value : (values[0] ?? '');
  }
  return inputs;
}

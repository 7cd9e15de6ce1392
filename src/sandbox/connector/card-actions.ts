/** Finds what can be pressed in a card and what its inputs would send, as the client of Teams does it. */
import { z } from 'zod';
import type { Card } from './messages.ts';

const pressable = z.looseObject({
  type: z.enum(['Action.Execute', 'Action.Submit', 'Action.OpenUrl']),
  id: z.string().optional(),
  title: z.string().optional(),
  verb: z.string().optional(),
  url: z.string().optional(),
  data: z.unknown().optional(),
  associatedInputs: z.string().optional(),
});
export type PressableAction = z.infer<typeof pressable>;

const input = z.looseObject({
  type: z.templateLiteral(['Input.', z.string()]),
  id: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  valueOff: z.string().optional(),
});

export function actionsOf(cards: readonly Card[]): readonly PressableAction[] {
  return objectsIn(cards).flatMap((object) => pressable.safeParse(object).data ?? []);
}

/** The action with this id, verb or title, in this order: ids are unique in a card, titles need not be. */
export function findAction(cards: readonly Card[], name: string): PressableAction | undefined {
  const actions = actionsOf(cards);
  const has = (key: 'id' | 'verb' | 'title') => (action: PressableAction) => action[key]?.trim() === name.trim();
  return actions.find(has('id')) ?? actions.find(has('verb')) ?? actions.find(has('title'));
}

/** What the press carries: the action's own data, what stands in the inputs already, and what the person entered. */
export function dataOf(
  cards: readonly Card[],
  action: PressableAction,
  inputs: Readonly<Record<string, unknown>>,
): unknown {
  const prefilled = action.associatedInputs === 'none' ? {} : prefilledInputs(cards);
  if (typeof action.data === 'string' && Object.keys({ ...prefilled, ...inputs }).length === 0) return action.data;
  const own = typeof action.data === 'object' && action.data !== null ? action.data : {};
  return { ...own, ...prefilled, ...inputs };
}

function prefilledInputs(cards: readonly Card[]): Readonly<Record<string, unknown>> {
  const entries = objectsIn(cards).flatMap((object): [string, unknown][] => {
    const found = input.safeParse(object).data;
    if (!found) return [];
    const value = found.value ?? (found.type === 'Input.Toggle' ? (found.valueOff ?? 'false') : undefined);
    return value === undefined ? [] : [[found.id, String(value)]];
  });
  return Object.fromEntries(entries);
}

/** Every object in the cards, the data of actions left out: what looks like an action in there is none. */
function objectsIn(value: unknown): readonly object[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).filter(([key]) => key !== 'data');
  return [value, ...inner.flatMap(([, one]) => objectsIn(one))];
}

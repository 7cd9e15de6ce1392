/** Whom it is worth being for a minute: people of each kind, found by the cards that wait in their chats. */
import type { SandboxPerson } from '../organisation/model.ts';
import type { HostWorld } from './world.ts';

/** The first kind that fits a person counts; who waits for an answer comes before who just has a partner. */
export const kinds = ['coordinator', 'adviser', 'administrator', 'offered', 'asked', 'invited', 'paired'] as const;
export type Kind = (typeof kinds)[number];

export interface Suggestion {
  readonly kind: Kind;
  readonly personId: string;
}

/** The button by which each is known. */
const verbs: readonly (readonly [Kind, readonly string[]])[] = [
  ['offered', ['pairs.accept']],
  ['asked', ['checkins.met', 'checkins.answer', 'recognition.thank', 'surveys.answer']],
  ['invited', ['recruitment.apply']],
  ['paired', ['pairs.findTime', 'meetings.find', 'meetings.move']],
];
/** Whoever has no room in one kind may still be of a later one. */
const mostOfAKind = 8;

interface Waiting {
  readonly kind: Kind;
  readonly personId: string;
  readonly at: string;
}

/** Each person at most once; those with the newest cards first. */
export function suggestionsIn(world: HostWorld): Suggestion[] {
  const waiting = world.graph
    .people()
    .flatMap((person) => waitingFor(person, world))
    .toSorted((one, other) => other.at.localeCompare(one.at));
  const taken = new Set<string>();
  return kinds.flatMap((kind) => {
    const found = waiting.filter((one) => one.kind === kind && !taken.has(one.personId)).slice(0, mostOfAKind);
    return found.map(({ personId }) => {
      taken.add(personId);
      return { kind, personId };
    });
  });
}

function waitingFor({ id, role, accountEnabled }: SandboxPerson, { connector }: HostWorld): Waiting[] {
  if (role === 'coordinator' || role === 'adviser' || role === 'administrator')
    return [{ kind: role, personId: id, at: '' }];
  if (!accountEnabled) return [];
  const messages = connector.messagesOf(id).filter(({ state }) => state !== 'deleted');
  const found = verbs.flatMap(([kind, names]) => {
    const open = messages.find(({ card }) => names.some((name) => hasVerb(card, name)));
    return open ? [{ kind, personId: id, at: open.updatedAt ?? open.at }] : [];
  });
  // Whoever got a partner since then has an offer that is over.
  const since = found.find(({ kind }) => kind === 'paired')?.at ?? '';
  return found.filter(({ kind, at }) => kind !== 'offered' || at > since);
}

function hasVerb(card: unknown, verb: string): boolean {
  return card !== undefined && JSON.stringify(card).includes(`"verb":"${verb}"`);
}

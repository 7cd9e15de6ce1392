/** What may be seen and stopped of each kind of message, and putting lines in order. Pure. */
import { round as checkInRound } from '../../checkins/model.ts';
import type { SendLine as Line } from '../../people/messages/sends/model.ts';
import { isToldWithName } from '../programme/rules.ts';
import { sendKinds, type Counts, type Send, type SendKind, type Sort } from './model.ts';

/**
 * `open`: what the programme sends in the coordinators' name; they see to whom. `counted`: who gets it, or no longer needs it,
 * would tell what a person did or said; it can be stopped as a whole. `own`: what people tell each other through the product.
 */
const openness: Readonly<Record<SendKind, 'open' | 'counted' | 'own'>> = {
  'recruitment.send-invitation': 'open',
  'recruitment.send-mail': 'open',
  'recruitment.tell-choice': 'open',
  'recruitment.tell-taken-up': 'open',
  'recruitment.tell-look': 'own',
  'recruitment.tell-manager': 'own',
  'training.offer': 'open',
  'training.send': 'own',
  'training.remind': 'counted',
  'training.missing': 'open',
  'training.invite-session': 'open',
  'training.remind-session': 'open',
  'training.tell-session': 'open',
  'training.ask-session': 'counted',
  'pairs.ask': 'open',
  'pairs.remind': 'open',
  'pairs.tellNotNow': 'own',
  'pairs.tellBegun': 'open',
  'pairs.tellChange': 'own',
  'pairs.tellUnmatched': 'open',
  'meetings.tell': 'own',
  'meetings.ask-met': 'counted',
  'meetings.offer-again': 'own',
  'meetings.ask-off': 'own',
  'meetings.ask-poll': 'own',
  'meetings.tell-poll': 'own',
  'meetings.tell-series': 'own',
  'meetings.suggest': 'counted',
  'pairs.askBack': 'own',
  'pairs.lookBack': 'counted',
  'pairs.tellClosing': 'own',
  'checkins.ask': 'counted',
  'checkins.ask-again': 'own',
  'checkins.hint': 'counted',
  'checkins.write': 'own',
  'checkins.tell-coordinator': 'own',
  'checkins.tell-note': 'own',
  'checkins.tell-partner': 'own',
  'recognition.suggest': 'counted',
  'recognition.tell': 'own',
  'recognition.tell-credit': 'counted',
  'recognition.tell-manager': 'own',
  'stories.invite': 'counted',
  'stories.ask': 'own',
  'stories.tell': 'own',
  'insights.tell-findings': 'counted',
};

export const isSend = (kind: string): kind is SendKind => (sendKinds as readonly string[]).includes(kind);
export const namesAll = (kind: SendKind): boolean => openness[kind] === 'open';
export const isStoppable = (kind: SendKind): boolean => openness[kind] !== 'own';

/** Naming the manager would name whose manager it is. */
const isToManager = (kind: string): boolean =>
  kind === 'recruitment.tell-manager' || kind === 'recognition.tell-manager';

/** Somebody may be named who was not reached, so that a coordinator can reach them, unless they asked not to be asked. */
export function isNamed({ kind, state, reason, personId }: Line): boolean {
  if (!isSend(kind) || personId === undefined || isToManager(kind)) return false;
  return state === 'not-reached' ? reason === undefined || isToldWithName(reason) : namesAll(kind);
}

const isUnderWay = ({ state }: Line): boolean => state === 'planned' || state === 'waiting';

/** One message by itself; what is only counted is stopped as a whole. */
export function mayStopOne(one: Line): boolean {
  return isSend(one.kind) && namesAll(one.kind) && isUnderWay(one) && one.personId !== undefined;
}

/** Sends with their numbers, the newest first. */
export function sendsOf(lines: readonly Line[]): Send[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const known = groups.get(line.group);
    if (known) known.push(line);
    else groups.set(line.group, [line]);
  }
  return [...groups.values()].map(sendOf).sort((a, b) => b.since - a.since || (a.id < b.id ? -1 : 1));
}

function sendOf(lines: readonly Line[]): Send {
  const [{ group: id, kind, round }] = lines as [Line, ...Line[]];
  if (!isSend(kind)) throw new TypeError(`${kind} writes to nobody`);
  const known = checkInRound.safeParse(round);
  const counts: Counts = { planned: 0, waiting: 0, arrived: 0, 'not-reached': 0, stopped: 0 };
  let [since, mayGetAgain] = [Infinity, 0];
  for (const { state, at, mayBeSentAgain } of lines) {
    counts[state] += 1;
    since = Math.min(since, at);
    if (state === 'not-reached' && mayBeSentAgain) mayGetAgain += 1;
  }
  return {
    ...{ id, kind, since, counts, mayGetAgain },
    ...(known.success ? { round: known.data } : {}),
    mayStop: isStoppable(kind) && counts.planned + counts.waiting > 0,
    mayGoOn: isStoppable(kind) && counts.stopped > 0,
  };
}

export interface Named {
  readonly line: Line;
  /** Where names are looked at. */
  readonly name: string;
}

/** Where a page ended: what it was sorted by, and the id, since several may be equal in that. */
type Edge = readonly [value: string | number, id: string];

const edgeOf = (sort: Sort, { line, name }: Named): Edge => [sort === 'name' ? name : line.at, line.id];

function compare(sort: Sort, [value, id]: Edge, [other, otherId]: Edge): number {
  const by =
    typeof value === 'number' && typeof other === 'number' ? value - other : String(value).localeCompare(String(other));
  return (sort === 'newest' ? -by : by) || (id < otherId ? -1 : id > otherId ? 1 : 0);
}

/** At most `most` after the edge, in order, and the edge of the next page where there is one. */
export function pageOf(
  all: readonly Named[],
  { sort, after, most }: { readonly sort: Sort; readonly after: string | undefined; readonly most: number },
): { lines: readonly Line[]; next?: string } {
  const edge = after === undefined ? undefined : readEdge(after);
  const rest = edge ? all.filter((one) => compare(sort, edgeOf(sort, one), edge) > 0) : all;
  const sorted = rest.toSorted((a, b) => compare(sort, edgeOf(sort, a), edgeOf(sort, b)));
  const some = sorted.slice(0, most);
  const last = some.at(-1);
  return {
    lines: some.map(({ line }) => line),
    ...(last && sorted.length > some.length ? { next: JSON.stringify(edgeOf(sort, last)) } : {}),
  };
}

/** An edge that nobody gave out begins anew. */
function readEdge(text: string): Edge | undefined {
  try {
    const [value, id] = JSON.parse(text) as unknown[];
    if ((typeof value === 'number' || typeof value === 'string') && typeof id === 'string') return [value, id];
  } catch {
    return undefined;
  }
  return undefined;
}

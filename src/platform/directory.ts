/** The organisation's directory in Microsoft Graph: people and their changes, groups, photos, working hours. */
import { z } from 'zod';
import { mapAtOnce } from './at-once.ts';
import { pause } from './clock.ts';
import { isFailure } from './errors.ts';
import type { Graph } from './graph.ts';
import { graphProblemIn, GraphProblem, saysNoMailbox } from './graph/problems.ts';
import {
  deltaPage,
  directoryUser,
  mailboxSettings,
  oneUser,
  ownFields,
  userFields,
  wasRemoved,
  workingHoursIn,
  type DirectoryUser,
  type WorkingHours,
} from './graph/users.ts';

export type { DirectoryUser, Weekday, WorkingHours } from './graph/users.ts';

/** A page of changes: `next` leads to the next page, `delta` (on the last) to what changes from now on. */
export type DirectoryChanges =
  | {
      readonly outcome: 'changes';
      readonly users: readonly DirectoryUser[];
      /** Ids of those who left. */
      readonly removed: readonly string[];
      readonly next: string | undefined;
      readonly delta: string | undefined;
    }
  | { readonly outcome: 'resync-needed' };

export interface DirectoryGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
}

export interface Photo {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** All with the app's own rights. Throws Failures, of which `graph-not-permitted` says that a right was not granted. */
export interface Directory {
  /** Everybody when there is no link, guests and disabled accounts with them. Graph may say a change twice. */
  changes(link?: string): Promise<DirectoryChanges>;
  /** One person as the directory has them now, without the manager; undefined for whom it does not have. */
  person(personId: string): Promise<DirectoryUser | undefined>;
  /** For whom `changes` named no manager. Null for who has none; whoever is unknown is left out. */
  managersOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** At most 50, by name; with words, those whose names have them. */
  groups(words?: string): Promise<readonly DirectoryGroup[]>;
  /** The ids of all people in the group and in the groups in it. */
  membersOf(groupId: string): Promise<readonly string[]>;
  /** The ids of the people in the group itself. */
  directMembersOf(groupId: string): Promise<readonly string[]>;
  photo(personId: string): Promise<Photo | undefined>;
  /** Undefined when the person has no mailbox. */
  workingHours(personId: string): Promise<WorkingHours | undefined>;
}

export function createDirectory({ graph }: { readonly graph: Graph }): Directory {
  return {
    changes: (link) => changes(graph, link),
    async person(personId) {
      const query = { $select: ownFields };
      return orUndefined(graph.ask({ call: 'GET /users/{id}', ids: [personId], query, gives: oneUser }));
    },
    managersOf: (personIds) => managersOf(graph, personIds),
    groups: (words) => groups(graph, words),
    membersOf: (groupId) => membersOf(graph, 'GET /groups/{id}/transitiveMembers', groupId),
    directMembersOf: (groupId) => membersOf(graph, 'GET /groups/{id}/members', groupId),
    async photo(personId) {
      const ask = { call: 'GET /users/{id}/photos/{size}/$value', ids: [personId, '96x96'] } as const;
      return orUndefined(graph.bytes(ask));
    },
    async workingHours(personId) {
      const ask = { call: 'GET /users/{id}/mailboxSettings', ids: [personId], gives: mailboxSettings } as const;
      const settings = await orUndefined(graph.ask(ask));
      return settings && workingHoursIn(settings);
    },
  };
}

/** What means "begin anew": 410, and the codes that Graph uses for a link that it no longer knows. */
const forgotten = new Set(['syncStateNotFound', 'syncStateInvalid', 'resyncRequired']);

async function changes(graph: Graph, link: string | undefined): Promise<DirectoryChanges> {
  const where = link === undefined ? { query: { $select: userFields } } : { link };
  try {
    const page = await graph.ask({ call: 'GET /users/delta', ...where, gives: deltaPage });
    return {
      outcome: 'changes',
      users: page.value.filter((one) => !wasRemoved(one)).map(directoryUser),
      removed: page.value.filter(wasRemoved).map(({ id }) => id),
      next: page['@odata.nextLink'],
      delta: page['@odata.deltaLink'],
    };
  } catch (error) {
    const problem = graphProblemIn(error);
    if (problem?.status === 410 || forgotten.has(problem?.code ?? '')) return { outcome: 'resync-needed' };
    throw error;
  }
}

const batchSize = 20;
const batchesAtOnce = 4;
const managerId = z.object({ id: z.string().transform((id) => id.toLowerCase()) });

async function managersOf(graph: Graph, personIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>();
  const batches: string[][] = [];
  for (let at = 0; at < personIds.length; at += batchSize) batches.push(personIds.slice(at, at + batchSize));
  await mapAtOnce(batches, batchesAtOnce, (batch) => readManagers(graph, batch, found));
  return found;
}

/** A request in a batch is refused by itself when Graph is busy; it alone is asked again. */
async function readManagers(
  graph: Graph,
  personIds: readonly string[],
  found: Map<string, string | null>,
  triesLeft = 2,
): Promise<void> {
  const answers = await graph.batch('GET /users/{id}/manager', personIds, managerId);
  const busy: GraphProblem[] = [];
  const again: string[] = [];
  for (const [at, answer] of answers.entries()) {
    const personId = personIds[at] ?? '';
    if (!(answer instanceof GraphProblem)) found.set(personId, answer.id);
    else if (answer.status === 404) found.set(personId, null);
    else if (busy.push(answer)) again.push(personId);
  }
  if (again.length === 0 || triesLeft === 0) return;
  await pause(Math.min(5, Math.max(0.5, ...busy.map((one) => one.retryAfter ?? 0))) * 1000);
  await readManagers(graph, again, found, triesLeft - 1);
}

const group = z.object({ id: z.string(), displayName: z.string(), description: z.string().nullish() });

async function groups(graph: Graph, words: string | undefined): Promise<readonly DirectoryGroup[]> {
  const asked = words?.replace(/["\\]/g, ' ').trim();
  const query = { $select: 'id,displayName,description', $top: 50, $count: 'true', $orderby: 'displayName' };
  const page = await graph.ask({
    call: 'GET /groups',
    query: asked ? { ...query, $search: `"displayName:${asked}"` } : query,
    // Graph searches and sorts groups only for who says that a moment's delay is no matter.
    headers: { ConsistencyLevel: 'eventual' },
    gives: z.object({ value: z.array(group) }),
  });
  return page.value.map(({ id, displayName, description }) => ({
    id: id.toLowerCase(),
    name: displayName,
    description: description ?? undefined,
  }));
}

const member = z.object({ '@odata.type': z.string().optional(), id: z.string() });

type MembersCall = 'GET /groups/{id}/transitiveMembers' | 'GET /groups/{id}/members';

async function membersOf(graph: Graph, call: MembersCall, groupId: string): Promise<readonly string[]> {
  const members = await graph.askAll({
    call,
    ids: [groupId],
    query: { $select: 'id', $top: 999 },
    each: member,
  });
  const people = members.filter((one) => one['@odata.type'] === '#microsoft.graph.user');
  return people.map(({ id }) => id.toLowerCase());
}

/** A person without a photo or a mailbox is nothing unusual. */
async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const problem = graphProblemIn(error);
    if (isFailure(error, 'not-found') || (problem && saysNoMailbox(problem))) return undefined;
    throw error;
  }
}

/** A Graph of a small organisation, and a caller for it. Tokens say who calls: `app:Role,Role` or `person-id:Scope,Scope`. */
import assert from 'node:assert/strict';
import { generateOrganisation } from '../../src/sandbox/organisation/generate.ts';
import type { Organisation, SandboxPerson } from '../../src/sandbox/organisation/model.ts';
import type { GraphOptions, SandboxGraph } from '../../src/sandbox/graph/server.ts';
import { startGraph } from '../../src/sandbox/graph/server.ts';

export const organisation: Organisation = generateOrganisation({ seed: 7, people: 450 });

const everything = [
  'User.Read.All,GroupMember.Read.All,ProfilePhoto.Read.All,MailboxSettings.Read,Calendars.ReadBasic,Calendars.ReadWrite',
  'Calendars.Read.Shared,Mail.Send,AppCatalog.Read.All,TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsAppInstallation.ReadWriteSelfForUser,Team.ReadBasic.All,Channel.ReadBasic.All',
].join(',');

export const asApp = (roles = everything): string => `app:${roles}`;
export const as = (person: SandboxPerson, scopes = everything): string => `${person.id}:${scopes}`;

/** The nth employee with a mailbox of their own. */
export function worker(index: number): SandboxPerson {
  const workers = organisation.people.filter(
    ({ mailbox, accountEnabled }) => mailbox?.purpose === 'user' && accountEnabled,
  );
  return found(workers[index]);
}

export function someone(fits: (person: SandboxPerson) => boolean): SandboxPerson {
  return found(organisation.people.find(fits));
}

export function found<T>(value: T | undefined): T {
  assert.ok(value !== undefined, 'nothing is there');
  return value;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What stands at a place of the JSON: `error.code`, `value.0.id`. */
  at(path: string): unknown;
  list(path?: string): readonly unknown[];
  readonly bytes: Buffer;
}

export interface Call {
  readonly method?: string;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface TestGraph {
  readonly server: SandboxGraph;
  /** Below `/v1.0`, or a whole link. Without a token the app asks with all its roles. */
  ask(path: string, call?: Call): Promise<Answer>;
  /** Moves the domain's clock on. */
  pass(days: number): void;
}

export async function startTestGraph(wish: Partial<GraphOptions> = {}): Promise<TestGraph> {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const server = await startGraph({
    organisation,
    port: 0,
    now: () => new Date(now),
    acceptToken: async (token) => readToken(token),
    ...wish,
  });
  return {
    server,
    pass: (days) => void (now += days * 86_400_000),
    ask: async (path, { method = 'GET', token = asApp(), headers = {}, body } = {}) => {
      const link = path.replace('https://graph.microsoft.com/v1.0', '');
      const answer = await fetch(`${server.url}/v1.0${link}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return answerOf(answer, Buffer.from(await answer.arrayBuffer()));
    },
  };
}

function readToken(token: string) {
  const [who = '', names = ''] = token.split(':');
  if (names === '') return null;
  if (who === 'app') return { kind: 'application', roles: names.split(',') } as const;
  return { kind: 'delegated', personId: who, scopes: names.split(',') } as const;
}

function answerOf({ status, headers }: Response, bytes: Buffer): Answer {
  const isJson = headers.get('content-type')?.includes('json') === true;
  const body: unknown = isJson ? JSON.parse(bytes.toString('utf8')) : undefined;
  const at = (path: string): unknown => valueAt(body, path);
  const list = (path = 'value'): readonly unknown[] => {
    const value = at(path);
    assert.ok(Array.isArray(value), `no list at ${path}: ${bytes.toString('utf8').slice(0, 300)}`);
    return value;
  };
  return { status, headers, bytes, at, list };
}

/** What stands at a place such as `error.code`; property names with dots stand in their own parts between bars: `|@odata.type|`. */
export function valueAt(value: unknown, path: string): unknown {
  const names = path
    .split('|')
    .flatMap((part, index) => (index % 2 === 1 ? [part] : part.split('.').filter((name) => name !== '')));
  return names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? (Reflect.get(inner, name) as unknown) : undefined),
    value,
  );
}

export async function allPages(
  graph: TestGraph,
  path: string,
  call: Call = {},
): Promise<{ items: unknown[]; last: Answer; pages: number }> {
  const items: unknown[] = [];
  let last = await graph.ask(path, call);
  for (let pages = 1; ; pages += 1) {
    items.push(...last.list());
    const next = last.at('|@odata.nextLink|');
    if (typeof next !== 'string') return { items, last, pages };
    last = await graph.ask(next, call);
  }
}

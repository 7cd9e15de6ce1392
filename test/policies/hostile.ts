/**
 * Hostile strings into every string field of every route and verb, read from the tables of the running doors and their schemas: a
 * route that is added later is tried by itself.
 */
import { z } from 'zod';
import { hostileBodies, hostileStrings } from './hostile-strings.ts';
import { personIdOf, type View } from './people.ts';
import { things } from './things.ts';
import { actions, routes, type World } from './world.ts';

type Schema = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** A place for a string: in the address, the query, the body, or the inputs of a card. */
export interface Field {
  readonly door: string;
  readonly part: 'params' | 'query' | 'body' | 'inputs';
  readonly path: Path;
  /** What is sent besides, right as it is. */
  readonly around: unknown;
}

const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Every way to fill in a schema, one for each branch of a union, with the paths of its strings. */
function samplesOf(schema: Schema): { value: unknown; strings: Path[] }[] {
  const branches = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (branches) return branches.flatMap(samplesOf);
  if ('const' in schema) return [{ value: schema['const'], strings: [[]] }];
  if (Array.isArray(schema['enum'])) return [{ value: schema['enum'][0], strings: [[]] }];
  switch (schema['type']) {
    case 'object':
      return objectsOf(schema);
    case 'array':
      return samplesOf((schema['items'] ?? {}) as Schema).map(({ value, strings }) => ({
        ...{ value: [value], strings: strings.map((path) => [0, ...path]) },
      }));
    case 'string':
      return [{ value: textFor(schema), strings: [[]] }];
    case 'number':
    case 'integer':
      return [{ value: Number(schema['minimum'] ?? 1), strings: [] }];
    case 'boolean':
      return [{ value: false, strings: [] }];
    default:
      return [{ value: null, strings: [] }];
  }
}

const anyName = 'learn-1';

function objectsOf(schema: Schema): { value: unknown; strings: Path[] }[] {
  const named = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const free = schema['additionalProperties'];
  // Where any name may stand, one stands for all.
  const names = (schema['propertyNames'] as { enum?: string[] } | undefined)?.enum ?? [anyName];
  const all = [...named, ...(typeof free === 'object' ? names.map((name) => [name, free as Schema] as const) : [])];
  let made: { value: Record<string, unknown>; strings: Path[] }[] = [{ value: {}, strings: [] }];
  for (const [name, inner] of all) {
    const samples = samplesOf(inner);
    const many = Math.max(made.length, samples.length);
    made = Array.from({ length: many }, (_, at) => {
      const [before, sample] = [made[at % made.length]!, samples[at % samples.length]!];
      return {
        value: { ...before.value, [name]: sample.value },
        strings: [...before.strings, ...sample.strings.map((path) => [name, ...path])],
      };
    });
  }
  return made;
}

function textFor(schema: Schema): string {
  if (schema['format'] === 'date') return '2026-04-01';
  if (String(schema['pattern']).includes('{36}')) return personIdOf('mentor');
  const length = Number(schema['minLength'] ?? 1);
  return 'hello there friend'.slice(0, Math.max(1, length)).padEnd(length, 'x');
}

export function fieldsOfDoors(): Field[] {
  const ofRoutes = routes.flatMap((route) =>
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const schema = route[part];
      return schema ? fieldsIn(`${route.method} ${route.path}`, part, schemaOf(schema)) : [];
    }),
  );
  return [...ofRoutes, ...actions.flatMap((one) => fieldsIn(one.verb, 'inputs', schemaOf(one.inputs)))];
}

function fieldsIn(door: string, part: Field['part'], schema: Schema): Field[] {
  const seen = new Set<string>();
  return samplesOf(schema).flatMap(({ value, strings }) =>
    strings.flatMap((path) => {
      const key = JSON.stringify([path, value]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ door, part, path, around: value }];
    }),
  );
}

function withString(value: unknown, path: Path, text: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (Array.isArray(value)) return value.map((one, at) => (at === first ? withString(one, rest, text) : one));
  const object = (value ?? {}) as Record<string, unknown>;
  return { ...object, [first]: withString(object[first], rest, text) };
}

export interface Finding {
  readonly field: Field;
  readonly text: string;
  readonly wrong: string;
}

export interface HostileResult {
  readonly tried: number;
  readonly fields: number;
  readonly strings: number;
  readonly findings: readonly Finding[];
}

/** `perField`: how many of the strings each field gets, from a seed; all when absent. Each string is tried somewhere in any case. */
export async function tryHostileStrings(world: World, perField?: number, seed = 7): Promise<HostileResult> {
  const fields = fieldsOfDoors();
  const findings: Finding[] = [];
  let tried = 0;
  let next = seed;
  for (const field of fields)
    for (let turn = 0; turn < (perField ?? hostileStrings.length); turn += 1) {
      const text = hostileStrings[(perField === undefined ? turn : next) % hostileStrings.length]!;
      next += 1;
      tried += 1;
      const wrong = await tryOne(world, field, text);
      if (wrong !== undefined) findings.push({ field, text, wrong });
    }
  const withBody = routes.filter(({ body }) => body);
  for (const [at, route] of withBody.entries())
    for (const [number, [name, body]] of hostileBodies.entries()) {
      if (perField !== undefined && (at + number) % 5 !== seed % 5) continue;
      tried += 1;
      world.tables.discard();
      const { status } = await world.send(
        viewFor(`${route.method} ${route.path}`),
        route.method,
        addressOf(route.path),
        body,
      );
      const field: Field = { door: `${route.method} ${route.path}`, part: 'body', path: [], around: null };
      if (status >= 500) findings.push({ field, text: name, wrong: `answered ${status}` });
    }
  return { tried, fields: fields.length, strings: hostileStrings.length, findings };
}

/** One field of a door with this text, all else right. */
export const sendInto = send;

async function tryOne(world: World, field: Field, text: string): Promise<string | undefined> {
  const ask = async () => {
    world.tables.discard();
    const answer = await send(world, field, text);
    return { ...answer, strange: world.tables.reads.find(({ partition }) => !isOurs(partition, text)) };
  };
  const { status, text: said, strange: first } = await ask();
  if (status >= 500) return `answered ${status}: ${said.slice(0, 200)}`;
  // What is read for everybody, once a minute, is not there a second time; what a string leads to is.
  const strange = first && (await ask()).strange;
  if (strange) return `read the partition ${JSON.stringify(strange.partition)} of ${strange.table}`;
  if (status >= 400) return saysWhy(said) ? undefined : `refused without a sentence: ${said.slice(0, 200)}`;
  return isKept(world, text) ? undefined : 'kept as something else';
}

/** Ids of the world, buckets and the like; or the string itself, where it could be an id. */
function isOurs(partition: string, text: string): boolean {
  return /^[0-9a-z-]{1,64}$/.test(partition) && (partition !== 'p2' || text === 'p2');
}

function saysWhy(said: string): boolean {
  if (said === '') return true;
  const { detail } = JSON.parse(said) as { detail?: string };
  return typeof detail === 'string' && detail.length > 10;
}

/** Every text that was written and begins like the string is the string, but for spaces around it. */
function isKept(world: World, text: string): boolean {
  const wanted = text.trim();
  if (wanted.length < 12) return true;
  const head = wanted.slice(0, 12);
  const alike = world.tables.written.flatMap(({ value }) => textsIn(value)).filter((one) => one.startsWith(head));
  return alike.every((one) => one === wanted || one === text);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const admission = new Map(routes.map((route) => [`${route.method} ${route.path}`, route.who]));

function viewFor(door: string): View {
  const who = admission.get(door);
  if (who === 'Administrator') return 'administrator';
  return who === 'Coordinator' ? 'coordinator' : 'mentee';
}

const addressOf = (path: string, over: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(wellFormed(over[name] ?? things.self[name] ?? 'none')),
  );

/** An address cannot carry half a character. */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');

async function send(world: World, field: Field, text: string): Promise<{ status: number; text: string }> {
  const { door, part, path, around } = field;
  const filled = withString(around, path, text);
  if (part === 'inputs') {
    const subject = Object.fromEntries(Object.entries(things.self).map(([name, value]) => [name, String(value)]));
    const { status, text: said } = await world.press('mentee', personIdOf('mentee'), {
      verb: door,
      subject: { ...subject, answer: 'yes' },
      inputs: filled as object,
    });
    return { status, text: status >= 400 ? said : '' };
  }
  const [method = '', pattern = ''] = door.split(' ');
  const route = routes.find((one) => one.method === method && one.path === pattern);
  const bodySample = route?.body ? samplesOf(schemaOf(route.body))[0]?.value : undefined;
  const query = part === 'query' ? `?${String(new URLSearchParams(filled as Record<string, string>))}` : '';
  const address = addressOf(pattern, part === 'params' ? (filled as Record<string, string>) : {}) + query;
  const body = part === 'body' ? filled : bodySample;
  return world.send(viewFor(door), method, address, body === undefined ? undefined : JSON.stringify(body));
}

/** The route table as a description: for `tandem routes`, and as OpenAPI 3.1. Both are read off the table, so they cannot differ from it. */
import { z } from 'zod';
import { givesFile, type Admission, type Route } from '../platform/doors.ts';

type Schema = Readonly<Record<string, unknown>>;

export interface RouteDescription {
  readonly method: Route['method'];
  /** As it is called, `/api` included. */
  readonly path: string;
  readonly who: Admission;
  /** Also for guests of the tenant whom a programme admitted. */
  readonly guests?: true;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** Absent when the answer is empty (204), or a file. */
  readonly gives?: Schema;
  readonly givesFile?: true;
}

export function describeRoutes(routes: readonly Route[]): RouteDescription[] {
  return routes.map((route) => ({
    method: route.method,
    path: `/api${route.path}`,
    who: route.who,
    ...(route.guests ? { guests: true as const } : {}),
    ...(route.params ? { params: schemaOf(route.params, 'input') } : {}),
    ...(route.query ? { query: schemaOf(route.query, 'input') } : {}),
    ...(route.body ? { body: schemaOf(route.body, 'input') } : {}),
    ...(givesFile(route) ? { givesFile: true as const } : {}),
    ...(givesNothing(route) || givesFile(route) ? {} : { gives: schemaOf(route.gives, 'output') }),
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function givesNothing({ gives }: Route): boolean {
  return gives instanceof z.ZodUndefined || gives instanceof z.ZodVoid;
}

export function openApiOf(routes: readonly Route[], baseUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of describeRoutes(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tandem', version: '1' },
    servers: [{ url: baseUrl }],
    security: [{ tab: [] }],
    paths,
    components: {
      securitySchemes: { tab: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: problemSchema },
    },
  };
}

function operation(route: RouteDescription): object {
  const file = { 200: { description: 'A file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } };
  const answer = route.givesFile
    ? file
    : route.gives === undefined
      ? { 204: { description: 'Done' } }
      : { 200: { description: 'Done', content: { 'application/json': { schema: route.gives } } } };
  const body = route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
  };
  return {
    'x-who': route.who,
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.method === 'GET' ? [] : [idempotencyKey]),
    ],
    ...body,
    responses: { ...answer, default: { $ref: '#/components/schemas/Problem' } },
  };
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function parameters(schema: Schema | undefined, place: 'path' | 'query'): object[] {
  if (!schema) return [];
  const { properties, required } = objectSchema.parse(schema);
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

const text = { type: 'string' };
/** Sent again after a lost answer under the same key, it counts once. */
const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  schema: { type: 'string', pattern: '^[0-9a-z-]{16,64}$' },
};
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'reason', 'fields'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: text,
    reason: text,
    instance: text,
    fields: { type: 'array', items: { type: 'object', properties: { field: text, message: text } } },
  },
};

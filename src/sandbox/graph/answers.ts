/** Requests, answers and errors as Graph words them. */
import type { GraphCaller } from './permissions.ts';

export interface GraphRequest {
  readonly method: string;
  /** Below `/v1.0`, still encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
  readonly caller: GraphCaller | null;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, unless it is bytes. */
  readonly body?: unknown;
}

export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): GraphAnswer {
  return { status: 200, body, headers };
}

export const notFound = (name: string): GraphError =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${name}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const badRequest = (message: string, code = 'BadRequest'): GraphError => new GraphError(400, code, message);

/** The body of an error: Graph repeats the request id in it. */
export function errorBody(error: GraphError, requestId: string, now: Date): unknown {
  const date = now.toISOString().slice(0, 19);
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: { date, 'request-id': requestId, 'client-request-id': requestId },
    },
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of a body that came in as JSON. Graph does not mind the case of the first letter of a parameter. */
export function field(body: unknown, name: string): unknown {
  if (!isRecord(body)) return undefined;
  return body[name] ?? body[name.charAt(0).toUpperCase() + name.slice(1)];
}

export function textField(body: unknown, name: string): string | undefined {
  const value = field(body, name);
  return typeof value === 'string' ? value : undefined;
}

export function listField(body: unknown, name: string): readonly unknown[] {
  const value = field(body, name);
  return Array.isArray(value) ? value : [];
}

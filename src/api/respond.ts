/** Turns what stopped a request into problem details (RFC 9457) in the reader's language. */
import type { Response } from 'express';
import type { z } from 'zod';
import { Failure, type FailureCode } from '../platform/errors.ts';
import type { Language } from '../platform/words.ts';
import { fieldMessages, type FieldMessage } from './fields.ts';
import type { Sentences } from './sentences.ts';

export type ProblemCode = FailureCode | 'not-admitted' | 'too-many' | 'our-fault';

export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What happened and what to do next. */
  readonly detail: string;
  readonly code: ProblemCode;
  readonly reason: string;
  readonly fields: readonly FieldMessage[];
  /** Seconds before another try makes sense, where we know. */
  readonly wait?: number;
  /** Names the line in the log and the trace, when it was our fault or a service is away. */
  readonly instance?: string;
}

const statuses: Readonly<Record<ProblemCode, number>> = {
  'bad-input': 422,
  'not-signed-in': 401,
  'not-admitted': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  unavailable: 503,
  'too-many': 429,
  'our-fault': 500,
};

/** The role that a whole route asks for is missing. It depends on the route and the token alone, so it tells nothing of data. */
export class NotAdmitted extends Error {
  override readonly name = 'NotAdmitted';
}

/** One person asks more than fits beside all others. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly seconds: number;

  constructor(seconds: number) {
    super('asked too often');
    this.seconds = seconds;
  }
}

/** Whoever sends more than fits is told before it is read. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  /** As body parsers say it. */
  readonly status = 413;
}

/** What a schema refused; `issues` must have been found with `reportInput`. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('input refused by the schema');
    this.issues = issues;
  }
}

/** Undefined when it was nobody's expected stop but our fault. */
export function problemOf(error: unknown, language: Language, sentences: Sentences): ProblemDetails | undefined {
  if (error instanceof Failure)
    return problem(error.code, error.reason, language, sentences, ownFields(error, language, sentences));
  if (error instanceof TooMany) return { ...problem('too-many', 'too-many', language, sentences), wait: error.seconds };
  if (error instanceof NotAdmitted) return problem('not-admitted', 'not-admitted', language, sentences);
  if (error instanceof Refused)
    return problem('bad-input', 'bad-input', language, sentences, fieldMessages(error.issues, language, sentences));
  const status = statusOfParser(error);
  if (status === undefined) return undefined;
  return { ...problem('bad-input', status === 413 ? 'too-large' : 'not-json', language, sentences), status };
}

export function ourFault(language: Language, sentences: Sentences, requestId: string): ProblemDetails {
  return named(problem('our-fault', 'our-fault', language, sentences), requestId);
}

/** With the id by which operators find it in the log and in traces. */
export function named(details: ProblemDetails, requestId: string): ProblemDetails {
  return { ...details, instance: `urn:tandem:request:${requestId}` };
}

/** Body parsers and the router of Express say with a status that what came in could not be read. */
function statusOfParser(error: unknown): number | undefined {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function ownFields({ fields }: Failure, language: Language, sentences: Sentences): FieldMessage[] {
  return fields.map(({ field, reason }) => ({
    field,
    message: sentences.find(language, [`problem.${reason}`, `failure.${reason}`, 'problem.wrong']),
  }));
}

function problem(
  code: ProblemCode,
  reason: string,
  language: Language,
  sentences: Sentences,
  fields: readonly FieldMessage[] = [],
): ProblemDetails {
  return {
    type: `urn:tandem:problem:${reason}`,
    title: sentences.find(language, [`title.${code}`]),
    status: statuses[code],
    detail: sentences.find(language, [`failure.${reason}`, `failure.${code}`]),
    code,
    reason,
    fields,
  };
}

export function sendProblem(res: Response, details: ProblemDetails, language: Language): void {
  res.status(details.status).set('Content-Language', language);
  if (details.status === 401) res.set('WWW-Authenticate', 'Bearer');
  if (details.wait !== undefined) res.set('Retry-After', String(details.wait));
  else if (details.status === 503) res.set('Retry-After', '5');
  res.type('application/problem+json').send(JSON.stringify(details));
}

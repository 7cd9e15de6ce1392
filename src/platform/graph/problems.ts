/** What Graph says when it does not do what was asked, and which Failure that is for us. */
import { z } from 'zod';
import { Failure } from '../errors.ts';

/** Graph's own answer; it is the cause of every Failure that this folder makes. */
export class GraphProblem extends Error {
  override readonly name = 'GraphProblem';
  readonly status: number;
  /** Graph's `error.code`, such as `ErrorItemNotFound`; our own word where Graph gave none. */
  readonly code: string;
  /** Seconds that Graph asks us to wait. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(`${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) });

export function problemOf(status: number, body: unknown, retryAfterHeader?: string | null): GraphProblem {
  const read = errorBody.safeParse(body);
  const { code, message } = read.success ? read.data.error : { code: 'no-code', message: 'no error in the answer' };
  const seconds = retryAfterHeader ? Number(retryAfterHeader) : Number.NaN;
  return new GraphProblem(status, code, message, Number.isFinite(seconds) ? seconds : undefined);
}

const noMailbox = new Set([
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'ErrorNonExistentMailbox',
  'ErrorMailboxNotFound',
  'ErrorInvalidUser',
]);

/** True when the person is there and has no mailbox of their own in Exchange Online. */
export function saysNoMailbox(problem: GraphProblem): boolean {
  return noMailbox.has(problem.code);
}

/** A bad request is a fault of ours and stays a GraphProblem; everything else is a Failure with it as the cause. */
export function failureOf(problem: GraphProblem): Error {
  const failure = (code: Failure['code'], reason: string): Failure => new Failure(code, reason, { cause: problem });
  if (saysNoMailbox(problem)) return failure('not-found', 'no-mailbox');
  if (problem.status === 401) return failure('unavailable', 'graph-refused');
  if (problem.status === 403) return failure('unavailable', 'graph-not-permitted');
  if (problem.status === 404) return failure('not-found', 'not-in-graph');
  if (problem.status === 409 || problem.status === 412) return failure('conflict', 'graph-conflict');
  if (problem.status === 410) return failure('gone', 'not-in-graph');
  if (problem.status === 429) return failure('unavailable', 'graph-busy');
  if (problem.status >= 400 && problem.status < 500) return problem;
  return failure('unavailable', 'graph-down');
}

/** Graph's own answer behind an error, where there is one. */
export function graphProblemIn(error: unknown): GraphProblem | undefined {
  if (error instanceof GraphProblem) return error;
  return error instanceof Error && error.cause instanceof GraphProblem ? error.cause : undefined;
}

/** What is asked of an event that may have been deleted: Failure `gone` with `event-gone` then. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const problem = graphProblemIn(error);
    if (problem && [404, 410].includes(problem.status) && !saysNoMailbox(problem))
      throw new Failure('gone', 'event-gone', { cause: problem });
    throw error;
  }
}

/** What stops a request: one of a few codes, and the reason as a word that the door turns into a sentence. */
export type FailureCode = 'bad-input' | 'not-signed-in' | 'not-found' | 'conflict' | 'gone' | 'unavailable';

export interface FieldProblem {
  /** The path of the field in what was sent, such as `answers.hours`. */
  readonly field: string;
  /** The reason as a word of the platform's word list `problems`, or of zod. */
  readonly reason: string;
}

/** Expected stops only. "Not yours" and "not there" are both `not-found`; anything that is no Failure is our fault. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  /** A word such as `pair-gone`; the sentence is in the word list under `failure.<reason>`. */
  readonly reason: string;
  readonly fields: readonly FieldProblem[];

  constructor(code: FailureCode, reason: string, options: { cause?: unknown; fields?: readonly FieldProblem[] } = {}) {
    super(`${code}: ${reason}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.reason = reason;
    this.fields = options.fields ?? [];
  }
}

/** True for our own Failure, also when it crossed a bundle's border. */
export function isFailure(error: unknown, code?: FailureCode): error is Failure {
  return error instanceof Failure && (code === undefined || error.code === code);
}

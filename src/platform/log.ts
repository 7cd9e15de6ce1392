/** The log: JSON lines for operators, without names, addresses, texts or answers of people. */
import { pino, type DestinationStream } from 'pino';
import { traceId } from './telemetry/steps.ts';

export interface Log {
  /** Each step of the product, one by one: for whoever looks at one process closely. */
  debug(facts: Record<string, unknown>, message: string): void;
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

/** `level` is one of pino's: trace, debug, info, warn, error, silent. Lines go to standard error; each names the trace it belongs to. */
export function createLog(level: string, to: DestinationStream = pino.destination(2)): Log {
  const mixin = (): object => {
    const id = traceId();
    return id === undefined ? {} : { traceId: id };
  };
  return pino({ level, base: null, mixin, timestamp: () => `,"time":"${new Date().toISOString()}"` }, to);
}

const unsaid = (): undefined => undefined;
export const silentLog: Log = { debug: unsaid, info: unsaid, warn: unsaid, error: unsaid };

/** What other services and libraries say of an error may name whoever it is about: ids, addresses and tokens are left out. */
export function withoutPeople(text: string): string {
  return text
    .replace(/eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '(token)')
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, '(address)')
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, '(id)');
}

/** What may be said of an error in the log: its kind and message, and where it arose. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: withoutPeople(String(error)) };
  const cause = error.cause instanceof Error ? { cause: withoutPeople(error.cause.message) } : {};
  // The lines of the stack begin after the message, which may have several.
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const where = stack?.slice(0, 5).join(' ');
  return { error: error.name, message: withoutPeople(error.message), stack: where, ...cause };
}

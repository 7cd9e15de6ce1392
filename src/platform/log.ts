/** The log: JSON lines for operators, without names, addresses, texts or answers of people. */
import { pino } from 'pino';

export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

/** `level` is one of pino's: trace, debug, info, warn, error, silent. Lines go to standard error. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` }, pino.destination(2));
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

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

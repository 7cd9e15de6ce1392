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

/** What may be said of an error in the log: its kind and message, and where it arose. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const cause = error.cause instanceof Error ? { cause: error.cause.message } : {};
  return { error: error.name, message: error.message, stack: error.stack?.split('\n').slice(1, 6).join(' '), ...cause };
}

/** One call of storage gets so many milliseconds. */
const deadline = 3_000;

/** The timer goes with the answer: one that is left to run out for each call costs as much as the call's own work. */
export async function withDeadline<A>(attempt: (signal: AbortSignal) => Promise<A>): Promise<A> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), deadline);
  try {
    return await attempt(late.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** One call of storage gets so many milliseconds. */
const deadline = 3_000;

/** The timer goes with the answer: one that is left to run out makes an error with a stack, some seconds later, for each call. */
export async function withDeadline<A>(attempt: (signal: AbortSignal) => Promise<A>): Promise<A> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), deadline);
  try {
    return await attempt(late.signal);
  } finally {
    clearTimeout(timer);
  }
}

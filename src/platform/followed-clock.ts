/** A clock whose domain time another server moves on: the sandbox's. Production has no such server. */
import { z } from 'zod';
import { offsetClock, pause, type Clock } from './clock.ts';
import { newId } from './ids.ts';
import type { Outbound } from './outbound.ts';

const reading = z.object({ version: z.number(), offsetMs: z.number() });

/** Resolves when the first reading is there; a poll that stays open brings each later change at once. */
export async function followClock(
  url: string,
  outbound: Outbound,
  moved: () => void,
): Promise<{ clock: Clock; stop(): void }> {
  const clock = offsetClock();
  const ending = new AbortController();
  const client = newId();

  async function read(known: string): Promise<number> {
    const answer = await outbound.call({ method: 'GET', url: `${url}?client=${client}${known}`, deadline: 30_000 });
    const { version, offsetMs } = reading.parse(JSON.parse(new TextDecoder().decode(answer.body)));
    clock.setOffset(offsetMs);
    return version;
  }

  async function follow(first: number): Promise<void> {
    let known = first;
    while (!ending.signal.aborted) {
      const version = await read(`&known=${known}`).catch(() => undefined);
      if (version === undefined) await pause(300, ending.signal);
      else if (version !== known) {
        known = version;
        moved();
      }
    }
  }

  void follow(await read(''));
  return { clock, stop: () => ending.abort() };
}

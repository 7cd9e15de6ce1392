/** How we ask Entra and the managed identity: patiently, since asking for a token or a key changes nothing. */
import { pause } from '../clock.ts';
import { isFailure } from '../errors.ts';
import type { Outbound, OutboundAnswer, OutboundCall } from '../outbound.ts';

const deadline = 5_000;
const most = 3;
const busy = new Set([429, 502, 503, 504]);

/** Three tries, a short while apart. */
export async function askEntra(
  outbound: Outbound,
  call: Omit<OutboundCall, 'deadline'>,
  triesLeft = most - 1,
): Promise<OutboundAnswer> {
  const answer = await outbound.call({ ...call, deadline, turn: most - triesLeft }).catch((problem: unknown) => {
    if (triesLeft > 0 && isFailure(problem) && problem.reason === 'no-answer') return undefined;
    throw problem;
  });
  if (answer && (triesLeft === 0 || !busy.has(answer.status))) return answer;
  const seconds = Number(answer?.headers.get('retry-after') ?? 0.3);
  await pause(Math.min(Number.isFinite(seconds) ? seconds : 1, 3) * 1000);
  return askEntra(outbound, call, triesLeft - 1);
}

/** Undefined for what is not JSON. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

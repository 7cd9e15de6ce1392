/** The last look: does what was deployed answer, from outside, as it should. What lies inside, `doctor` looks at where it runs. */
import { setTimeout as pause } from 'node:timers/promises';
import { ProgramProblem } from './az.ts';
import type { Step } from './step.ts';

interface Look {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly status: number;
  readonly says: string;
}

export const looks: readonly Look[] = [
  { method: 'GET', path: '/health/ready', status: 200, says: 'it runs, and reaches its storage' },
  { method: 'GET', path: '/tab/', status: 200, says: 'the tab is there' },
  {
    method: 'POST',
    path: '/api/messages',
    status: 401,
    says: 'the bot is there, and answers nobody without a signature',
  },
];

const within = 10 * 60_000;

async function statusOf({ method, path }: Look, origin: string): Promise<number | string> {
  const body = method === 'POST' ? { body: '{}', headers: { 'content-type': 'application/json' } } : {};
  try {
    const answer = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      ...body,
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Asks again until it is as it should be: after a start the first answer takes a minute or two. */
export async function lookAt(origin: string, patience = within, rest = 10_000): Promise<void> {
  const end = performance.now() + patience;
  for (const look of looks) {
    let found = await statusOf(look, origin);
    while (found !== look.status && performance.now() < end) {
      await pause(rest);
      found = await statusOf(look, origin);
    }
    if (found !== look.status)
      throw new ProgramProblem(
        `${look.method} ${origin}${look.path} gives ${found}, and should give ${look.status}. The log says why: az webapp log tail (infra/runbook.md, 4)`,
      );
  }
}

export const doctor: Step = {
  id: 'doctor',
  says: 'Look whether it answers, and say how to look inside',
  always: true,
  run: async ({ outputs, say, byHand, wish: { dryRun, site } }) => {
    const { domain, workerName } = await outputs();
    for (const look of looks) say(`${look.method} https://${domain}${look.path} gives ${look.status}: ${look.says}`);
    if (!dryRun) await lookAt(`https://${domain}`);
    byHand(
      `Look inside: az webapp ssh --resource-group ${site.group} --name ${workerName}, and there: node tandem.mjs doctor`,
    );
  },
};

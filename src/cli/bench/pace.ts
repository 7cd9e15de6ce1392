/** What others feel while one person fires fifty requests a second: the 95th percentile of thirty calm people, before and meanwhile. */
import { routes, says } from '../../api/routes.ts';
import { createPace } from '../../api/pace.ts';
import { startApi, knownTokens } from '../../../test/support/api.ts';
import { testApp } from '../../../test/support/app.ts';
import { pause } from '../../platform/clock.ts';
import type { BenchWish, Figures } from '../bench.ts';

const calmPeople = 30;
const path = '/api/me/preferences';

export async function benchPace({ full }: BenchWish): Promise<Figures> {
  const { deps } = await testApp();
  const api = await startApi({ deps, entra: knownTokens, routes, says, pace: createPace() });
  const seconds = full ? 60 : 20;
  const ask = async (token: string): Promise<{ ms: number; status: number }> => {
    const begun = performance.now();
    const { status } = await api.ask({ path, token });
    return { ms: performance.now() - begun, status };
  };

  /** Each calm person asks once a second, spread over the second. */
  async function calm(): Promise<number[]> {
    const all: Promise<{ ms: number; status: number }>[] = [];
    for (let turn = 0; turn < seconds * calmPeople; turn += 1) {
      all.push(ask(`calm-${turn % calmPeople}`));
      await pause(1000 / calmPeople);
    }
    const answers = await Promise.all(all);
    if (answers.some(({ status }) => status !== 200)) throw new Error('a calm person was refused');
    return answers.map(({ ms }) => ms);
  }

  /** Fifty a second, whatever the answer. */
  async function hasty(): Promise<number[]> {
    const all: Promise<{ status: number }>[] = [];
    for (let turn = 0; turn < seconds * 50; turn += 1) {
      all.push(ask('hasty'));
      await pause(20);
    }
    return (await Promise.all(all)).map(({ status }) => status);
  }

  await calm();
  const before = p95(await calm());
  const [meanwhile, statuses] = await Promise.all([calm(), hasty()]);
  await api.close();
  const slowed = statuses.filter((status) => status === 429).length;
  return {
    'calm-p95-ms': before,
    'calm-p95-ms-meanwhile': p95(meanwhile),
    'calm-p95-ratio': p95(meanwhile) / before,
    'hasty-asked': statuses.length,
    'hasty-slowed-share': slowed / statuses.length,
  };
}

function p95(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length * 0.95)] ?? 0;
}

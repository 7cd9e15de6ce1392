/** A computation of the matching engine on all processors, with a progress bar for people and none for machines. */
import { answer, answerWith } from '../../features/matching/engine/drive.ts';
import type { Work } from '../../features/matching/engine/propose.ts';
import type { Found, Range, ScanJob } from '../../features/matching/engine/scan.ts';
import { startCrew } from '../../platform/crew.ts';

const scanModule = new URL('../../features/matching/engine/scan.ts', import.meta.url);
/** Below so many pairs, threads take longer to start than to help. */
const worthThreads = 5_000_000;

export interface WorkWish {
  readonly threads?: number | undefined;
  /** Shows how far it is. */
  readonly progress?: (line: string) => void;
}

export async function answerOnThreads<Answer>(
  { pool, asking }: Work<Answer>,
  { threads, progress }: WorkWish = {},
): Promise<Answer> {
  const pairs = pool.wants.length * pool.capacity.length;
  if (pairs < worthThreads) return answer(pool, asking);
  const crew = startCrew<[Range, ScanJob], Found>({
    ...{ module: scanModule, name: 'scan', shared: pool, threads },
  });
  try {
    return await answerWith(pool, asking, {
      scan: (range, job) => crew.run([range, job]),
      size: Math.max(64, Math.ceil(pool.wants.length / 100)),
      ...(progress ? { progress: (scans, share) => progress(`look ${scans} at all pairs ${bar(share)}`) } : {}),
    });
  } finally {
    await crew.stop();
  }
}

const width = 30;

export function bar(share: number): string {
  const full = Math.round(share * width);
  return `[${'='.repeat(full)}${' '.repeat(width - full)}] ${Math.round(share * 100)} %`;
}

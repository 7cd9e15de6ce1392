/** What is there after the last request: the page against the notes of each person, one completion each, and that the programme knows. */
import { completions, trained } from '../../features/training/store.ts';
import { mapAtOnce } from '../../platform/at-once.ts';
import { pause } from '../../platform/clock.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Figures } from '../bench.ts';
import { send, type Web } from './load.ts';
import { compare, course, type Reader } from './player-readers.ts';

const longestQuietMs = 120_000;

export async function keptOf(given: {
  readonly deps: Platform;
  readonly web: Web;
  readonly programmeId: string;
  readonly readers: readonly Reader[];
}): Promise<Figures> {
  const { deps, web, programmeId, readers } = given;
  const unseen = await mapAtOnce(readers, 8, async (one): Promise<number> => {
    const wanted = { method: 'GET', path: `/api/courses/${course}`, token: one.token } as const;
    const { status, text } = await send(web.url, wanted);
    if (status === 200) compare(one, JSON.parse(text) as { step: number; doneAt?: number });
    return status === 200 ? 0 : 1;
  });
  const rows = await mapAtOnce(readers, 16, ({ personId }) => completions.list(deps.tables, personId));
  const known = await untilKnown(deps, programmeId, rows.flat().length);
  const sum = (of: (one: Reader) => number): number => readers.reduce((total, one) => total + of(one), 0);
  return {
    'progress-lost': sum(({ lost }) => lost),
    'completions-doubled': sum(({ doubled }) => doubled) + rows.filter((own) => own.length > 1).length,
    completions: rows.filter((own) => own.length > 0).length,
    unfinished: readers.filter(({ place }) => place !== 'over').length,
    'not-in-figures': rows.flat().length - known,
    'not-looked-at': unseen.reduce((total, one) => total + one, 0),
  };
}

/** The worker tells the programme of each completion, a moment later. */
async function untilKnown(deps: Platform, programmeId: string, wanted: number): Promise<number> {
  const until = performance.now() + longestQuietMs;
  for (;;) {
    const { length } = await trained.list(deps.tables, programmeId);
    if (length >= wanted || performance.now() > until) return length;
    await pause(1_000);
  }
}

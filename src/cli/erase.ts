/** `tandem erase`: forgets somebody who cannot ask for it in the tab any more; without `--yes` it only says what there is. */
import { personId as personIdSchema } from '../features/people/model.ts';
import { forgetPerson, viewForgetting } from '../features/privacy/erasing/usecases.ts';
import { mayConcern, traceIn } from '../features/privacy/traces/rules.ts';
import { tracedOf } from '../features/privacy/traces/usecases.ts';
import { pause } from '../platform/clock.ts';
import type { Platform } from '../platform/platform.ts';
import { everyRow } from '../platform/tables/whole.ts';
// All kinds of rows are known once these are loaded.
import '../api/routes.ts';
import { connected } from './doctor.ts';
import { UsageProblem } from './usage.ts';

export interface EraseWish {
  readonly person: string | undefined;
  readonly yes: boolean;
  readonly wait: boolean;
  readonly json: boolean;
  readonly env: string | undefined;
}

const lookAgainMs = 2_000;

/** 1 when nothing was done since nobody said `--yes`. */
export async function erase({ person, yes, wait, json, env }: EraseWish): Promise<number> {
  const known = personIdSchema.safeParse(person);
  if (!known.success) throw new UsageProblem('--person wants the directory object id of somebody: 36 characters');
  const { deps, stop } = await connected(env);
  try {
    if (!yes) return await tellWhatThereIs(deps, known.data, json);
    await forgetPerson(deps, known.data, 'asked');
    let told = await viewForgetting(deps, known.data);
    while (wait && told.state !== 'done') {
      await pause(lookAgainMs);
      told = await viewForgetting(deps, known.data);
    }
    if (json) process.stdout.write(`${JSON.stringify(told)}\n`);
    else if (told.state === 'done')
      process.stdout.write(`Forgotten: ${told.looked} rows looked at, none leads there.\n`);
    else
      process.stdout.write('It has begun: nobody gets in under this id, and the worker takes out all that is kept.\n');
    return 0;
  } finally {
    stop();
  }
}

async function tellWhatThereIs(deps: Platform, personId: string, json: boolean): Promise<number> {
  const counts = await countsOf(deps, personId);
  const rows = Object.values(counts).reduce((sum, { own, named }) => sum + own + named, 0);
  if (json) process.stdout.write(`${JSON.stringify({ rows, counts })}\n`);
  else {
    for (const [kind, { own, named }] of Object.entries(counts))
      process.stdout.write(
        `${kind.padEnd(28)} ${String(own).padStart(6)} theirs ${String(named).padStart(6)} name them\n`,
      );
    process.stdout.write(`${rows} rows. Nothing was done: say --yes to have them erased. It cannot be undone.\n`);
  }
  return 1;
}

type Counts = Record<string, { own: number; named: number }>;

async function countsOf(deps: Platform, personId: string): Promise<Counts> {
  const who = await tracedOf(deps, personId);
  const counts: Counts = {};
  for await (const row of everyRow(deps.tables)) {
    if (!mayConcern(row, who)) continue;
    const { table, partition } = row;
    const [kind = '', ...key] = row.rowKey.split('.');
    const trace = traceIn({ table, kind, partition, key, value: JSON.parse(row.text) as unknown }, who);
    if (!trace) continue;
    const one = (counts[`${table} ${kind}`] ??= { own: 0, named: 0 });
    one[trace.kind === 'own' ? 'own' : 'named'] += 1;
  }
  return counts;
}

/** The worker over storage in trouble: a task claimed, run and ended as the real one does it, and everything that is due. */
import { jobs as jobsOfTheProduct } from '../../../src/worker/jobs.ts';
import type { Job } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { listAsFailed } from '../../../src/platform/outbox/failed.ts';
import { tasks, type Address, type Task } from '../../../src/platform/outbox/task.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Change, TableName } from '../../../src/platform/tables.ts';
import { findPost, keepPost } from '../../../src/platform/teams/chats.ts';
import { folderPlace } from '../../support/copies.ts';
import type { Difference } from '../../support/scratch-tables.ts';
import { Killed, type Trouble } from '../../support/tables-in-trouble.ts';
import { testVault } from '../../support/vault.ts';
import type { World } from '../world.ts';

/** Of a task that comes again at once, or fails each time. */
const mostRuns = 3;

export type Worker = ReturnType<typeof workerFor>;
export type Place = Pick<Address, 'table' | 'partition'>;

export function workerFor(world: World, deps: Platform, more: readonly Job[]) {
  const jobs = new Map([...jobsOfTheProduct, ...more].map((one) => [one.name, one]));

  const taskAt = async ({ table, partition, id }: Address): Promise<Task | undefined> =>
    (await tasks[table].find(world.tables, partition, id))?.value;

  /** A task as the worker takes it: claimed, run, and its end recorded. */
  async function work(address: Address): Promise<void> {
    try {
      const claim = await deps.outbox.claim({ address });
      if (!claim || claim === 'taken') return;
      try {
        const found = jobs.get(claim.task.job);
        if (!found) throw new Error(`no job is called ${claim.task.job}`);
        const result = await found.run(deps, found.data.parse(claim.task.data), claim.task);
        if (result && 'again' in result) await claim.again(result.again, result.why);
        else await claim.done(result?.done);
      } catch (error) {
        if (error instanceof Killed) throw error;
        await claim.failed(isFailure(error) ? error.reason : 'our-fault');
      }
    } catch (error) {
      if (!(error instanceof Killed || isFailure(error))) throw error;
    }
  }

  /** Everything that is due by now and was not there in the world as it was made, until nothing is. */
  async function workOff(): Promise<void> {
    const tried = new Map<string, number>();
    for (let isMore = true; isMore;) {
      isMore = false;
      for (const one of (await world.tables.differences()).filter(isTask)) {
        const address = { table: one.table, partition: one.partition, id: one.rowKey.slice('task.'.length) };
        const place = `${one.table} ${one.partition} ${one.rowKey}`;
        const times = tried.get(place) ?? 0;
        const { due, state } = JSON.parse(one.after ?? '{}') as Task;
        if (times >= mostRuns || due > world.app.clock.now() || state !== 'waiting') continue;
        tried.set(place, times + 1);
        isMore = true;
        if (times > 0) world.app.rest({ hours: 2 });
        await work(address);
      }
    }
  }

  /** Takes the task of this job that waits longest out of the world: whoever runs it has it alone. Gives where it was as well. */
  async function take(job: string): Promise<Task & { readonly place: Place }> {
    const waiting = (await world.tables.differences())
      .filter(isTask)
      .map((one) => ({ ...one, task: JSON.parse(one.after ?? '{}') as Task }))
      .filter(({ task }) => task.job === job)
      .toSorted((one, other) => one.task.due - other.task.due);
    const [first] = waiting;
    if (!first) throw new Error(`no task of ${job} waits`);
    await world.tables.drop(first.table, first.partition, first.rowKey);
    return { ...first.task, place: { table: first.table, partition: first.partition } };
  }

  /** Laid down for the worker, due now, under an id of its own; gives where. */
  async function arrange(
    job: string,
    data: Readonly<Record<string, string>>,
    id = job.toLowerCase().replaceAll('.', '-'),
    over: Partial<Pick<Task, 'due' | 'state'>> = {},
    place: Place = partitionFor(data),
  ): Promise<Address> {
    const address: Address = { ...place, id };
    const due = world.app.clock.now() - 1;
    const one: Task = { id, job, due, lane: 'usual', data, state: 'waiting', ...freshTask, ...over };
    await world.tables.arrange([tasks[address.table].create(address.partition, id, one)]);
    if (one.state === 'failed') await listAsFailed(world.tables, address, due);
    return address;
  }

  const run = async (job: string, data: Readonly<Record<string, string>>, id?: string): Promise<void> =>
    work(await arrange(job, data, id));

  return { taskAt, work, workOff, take, arrange, run };
}

const freshTask = { attempts: 0, leaseUntil: 0, fence: '', mark: 'markmark' } as const;

/** Where a task with such data lies. */
function partitionFor(data: Readonly<Record<string, string>>): Place {
  if (data['table'] !== undefined) return { table: data['table'] as TableName, partition: data['partition'] ?? 'none' };
  if (data['programmeId'] !== undefined) return { table: 'programmes', partition: data['programmeId'] };
  if (data['surveyId'] !== undefined) return { table: 'surveys', partition: data['surveyId'] };
  if (data['personId'] !== undefined) return { table: 'people', partition: data['personId'] };
  return { table: 'system', partition: 'jobs' };
}

const isTask = ({ rowKey, after }: Difference): boolean => rowKey.startsWith('task.') && after !== undefined;

/**
 * Cards are noted, with the letterbox beside them, as the real sending keeps it; a channel's post is noted under its send id as
 * `platform/teams` does it. Nothing goes out of a dead process.
 */
export function workersDeps({ jobDeps }: World, trouble: Trouble): Platform {
  const sendCard: Platform['teams']['sendCard'] = async (to, card, how) => {
    trouble.breathe();
    const alongside: readonly Change[] = how.alongside ?? [];
    await jobDeps.tables.commit(alongside);
    return jobDeps.teams.sendCard(to, card, { ...how, alongside: [] });
  };
  const postToChannel: Platform['teams']['postToChannel'] = async (channelId, card, how) => {
    trouble.breathe();
    const before = await findPost(jobDeps.tables, channelId, how.sendId);
    if (before !== undefined) return { messageId: before };
    const posted = await jobDeps.teams.postToChannel(channelId, card, how);
    await keepPost(jobDeps.tables, channelId, how.sendId, posted.messageId).catch((error: unknown) => {
      if (error instanceof Killed) throw error;
    });
    return posted;
  };
  const known: Platform['teams']['findPost'] = (...post) => findPost(jobDeps.tables, ...post);
  return {
    ...jobDeps,
    teams: { ...jobDeps.teams, sendCard, postToChannel, findPost: known },
    copies: { place: folderPlace(), vault: testVault },
  };
}

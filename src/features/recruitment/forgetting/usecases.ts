/** Deleting what one gave: the answers go at once, what leads to them follows when everybody who must know has been told. */
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { isSent, type Application, type Questionnaire } from '../model.ts';
import { choices } from '../choosing/store.ts';
import { managerWords } from '../informing/store.ts';
import { arrivals } from '../sources/store.ts';
import { applications, participations } from '../store.ts';
import { applicationOf, participationsOf, type ApplicationListener } from '../usecases.ts';

/** For drafts and withdrawn applications: what a match may rest on is withdrawn first. Failure `not-found` where there is nothing. */
export async function forgetApplication(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  const { personId } = caller;
  const row = await applications.find(deps.tables, programmeId, personId);
  if (!row) throw new Failure('not-found', 'application-gone');
  if (isSent(row.value)) throw new Failure('conflict', 'withdraw-first');
  const next: Application = { ...row.value, status: 'withdrawn', answers: nothing, changedAt: deps.clock.now() };
  const at = String(next.changedAt);
  const task = {
    id: idOf('recruitment.forget', programmeId, personId, at),
    job: 'recruitment.forget',
    data: { programmeId, personId, at },
  };
  await deps.outbox.commit([applications.replace(row, next)], [task]);
}

/** Those who follow hear of the withdrawal first, in case they have not yet; whoever began anew meanwhile keeps what is new. */
export async function removeForgotten(
  deps: Platform,
  { programmeId, personId, at }: { programmeId: string; personId: string; at: string },
  listeners: readonly ApplicationListener[],
): Promise<JobResult> {
  const one = await applicationOf(deps, programmeId, personId);
  if (!one) return forgetLine(deps, programmeId, personId);
  if (String(one.changedAt) !== at) return undefined;
  for (const tell of listeners) await tell(deps, one);
  const row = await applications.find(deps.tables, programmeId, personId);
  if (!row || String(row.value.changedAt) !== at) return undefined;
  const [came, word, decided] = await Promise.all([
    arrivals.list(deps.tables, programmeId, personId),
    managerWords.find(deps.tables, programmeId, personId),
    choices.list(deps.tables, programmeId),
  ]);
  const about = decided.filter(({ value }) => value.personId === personId);
  const rest = [...came.map((one) => arrivals.remove(one)), ...about.map((one) => choices.remove(one))];
  await deps.tables.commit([applications.remove(row), ...rest, ...(word ? [managerWords.remove(word)] : [])]);
  return forgetLine(deps, programmeId, personId);
}

/** The last of it, also for whoever was cut off before; it stays with an application that was begun anew. */
async function forgetLine(deps: Platform, programmeId: string, personId: string): Promise<undefined> {
  await untilUnchanged(async () => {
    const line = await participations.find(deps.tables, personId, programmeId);
    if (line && !(await applicationOf(deps, programmeId, personId)))
      await deps.tables.commit([participations.remove(line)]);
  });
}

/** For whoever is forgotten: out of every programme, and those who follow hear of it at once. */
export async function withdrawEverywhere(
  deps: Platform,
  personId: string,
  listeners: readonly ApplicationListener[],
): Promise<void> {
  for (const { programmeId } of await participationsOf(deps, personId))
    await untilUnchanged(async () => {
      const row = await applications.find(deps.tables, programmeId, personId);
      if (!row) return;
      const next: Application = { ...row.value, status: 'withdrawn', answers: nothing, changedAt: deps.clock.now() };
      await deps.tables.commit([applications.replace(row, next)]);
      for (const tell of listeners) await tell(deps, next);
    });
}

const nothing: Questionnaire = {
  ...{ role: 'mentee', sought: [], offered: [], ambitions: [], interests: [], values: [], languages: [] },
  ...{ meeting: 'either', hoursAMonth: 1, capacity: 1, wishes: { department: 'any', picks: [] }, ratherNot: [] },
  ...{ motivation: '', mayShowName: false },
};

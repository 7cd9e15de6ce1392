/** Telling those who were asked: all that was decided goes together, one message to each person, and never by what anybody answered. */
import type { Caller, JobResult } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { NewTask } from '../../../../platform/outbox.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Change, Row } from '../../../../platform/tables.ts';
import { membersOf } from '../../../pairs/model.ts';
import { participantsOf } from '../../../pairs/participants/usecases.ts';
import { pairsOfPerson, pairsOfProgramme } from '../../../pairs/usecases.ts';
import { coordinatedProgramme } from '../../../programmes/usecases.ts';
import { isSent } from '../../../recruitment/model.ts';
import { applicationOf } from '../../../recruitment/usecases.ts';
import { askedRows } from '../../../surveys/store.ts';
import { audienceOf, stateOf, type Finding, type Source } from '../model.ts';
import { wereTogether } from '../rules.ts';
import { findings, tellings } from '../store.ts';

export interface NewTelling {
  readonly telling: Change[];
  readonly told: readonly Finding[];
  readonly follow: readonly NewTask[];
}

/** The row of the telling, the findings with it, and the task that writes to people. The same findings are the same telling. */
export function tellingOf(
  programmeId: string,
  toTell: readonly Finding[],
  { by, now }: { readonly by: string; readonly now: number },
): NewTelling {
  const id = idOf('telling', programmeId, ...toTell.map((one) => one.id).toSorted());
  return {
    telling: [tellings.create(programmeId, id, { id, at: now, by, upTo: '' })],
    told: toTell.map((one) => ({ ...one, tellingId: id, version: one.version + 1 })),
    follow: [
      {
        ...{ id: idOf('insights.spread-findings', id), job: 'insights.spread-findings' },
        data: { programmeId, round: id },
      },
    ],
  };
}

export function replaced(rows: readonly Row<Finding>[], next: readonly Finding[]): Change[] {
  const byId = new Map(next.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const one = byId.get(row.value.id);
    return one ? [findings.replace(row, one)] : [];
  });
}

/** All that is decided and that nobody was told of. */
export async function tellFindings(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const rows = await findings.list(deps.tables, programmeId);
  const toTell = rows.map(({ value }) => value).filter((one) => stateOf(one) === 'decided');
  if (toTell.length === 0) throw new Failure('conflict', 'nothing-to-tell');
  const { telling, told, follow } = tellingOf(programmeId, toTell, { by: caller.personId, now: deps.clock.now() });
  await deps.outbox.commit([...telling, ...replaced(rows, told)], follow);
}

/** People for whom a message is written in one batch, and how long a step may take. */
const peopleInBatch = 80;
const stepMs = 15_000;

/** A message for each person of the audiences; where it stopped stands in the telling, in the same batch. */
export async function spreadFindings(deps: Platform, programmeId: string, tellingId: string): Promise<JobResult> {
  const begun = deps.clock.machine();
  let row = await tellings.find(deps.tables, programmeId, tellingId);
  if (!row) return undefined;
  const all = await toldBy(deps, programmeId, tellingId);
  const people = await peopleAsked(
    deps,
    programmeId,
    all.map(({ source }) => source),
  );
  for (let isFirst = true; row; isFirst = false) {
    const { upTo } = row.value;
    const next = people.filter((one) => one > upTo).slice(0, peopleInBatch);
    const last = next.at(-1);
    if (last === undefined) return undefined;
    if (!isFirst && deps.clock.machine() - begun > stepMs) break;
    const tasks = next.map((personId) => tellTask(programmeId, tellingId, personId));
    await deps.outbox.commit([tellings.replace(row, { ...row.value, upTo: last })], tasks);
    row = await tellings.find(deps.tables, programmeId, tellingId);
  }
  return { again: deps.clock.now() };
}

function tellTask(programmeId: string, tellingId: string, personId: string): NewTask {
  return {
    ...{ id: idOf('insights.tell-findings', tellingId, personId), job: 'insights.tell-findings', lane: 'campaign' },
    data: { programmeId, round: tellingId, personId },
  };
}

export async function toldBy(deps: Platform, programmeId: string, tellingId: string): Promise<Finding[]> {
  const rows = await findings.list(deps.tables, programmeId);
  return rows.flatMap(({ value }) => (value.tellingId === tellingId ? [value] : []));
}

/** Everybody whom these sources asked, in the order of their ids. */
async function peopleAsked(deps: Platform, programmeId: string, sources: readonly Source[]): Promise<string[]> {
  const kinds = new Set(sources.map(audienceOf));
  const surveyIds = new Set(sources.flatMap((one) => (one.kind === 'survey' ? [one.surveyId] : [])));
  const found = await Promise.all([
    ...[...surveyIds].map((surveyId) => askedBy(deps, surveyId)),
    kinds.has('pairs') ? pairedIn(deps, programmeId) : [],
    kinds.has('participants')
      ? participantsOf(deps, programmeId).then((all) => all.map(({ personId }) => personId))
      : [],
  ]);
  return [...new Set(found.flat())].toSorted();
}

async function askedBy(deps: Platform, surveyId: string): Promise<string[]> {
  return (await askedRows.list(deps.tables, surveyId)).flatMap(({ key: [personId] }) => personId ?? []);
}

async function pairedIn(deps: Platform, programmeId: string): Promise<string[]> {
  return (await pairsOfProgramme(deps, programmeId)).filter(wereTogether).flatMap(membersOf);
}

/** What one person is in a programme: whether they have or had a partner, and whether they applied. */
export interface Standing {
  readonly isPaired: boolean;
  readonly takesPart: boolean;
}

export async function standingIn(deps: Platform, programmeId: string, personId: string): Promise<Standing> {
  const [pairs, application] = await Promise.all([
    pairsOfPerson(deps, personId),
    applicationOf(deps, programmeId, personId),
  ]);
  const isPaired = pairs.some((one) => one.programmeId === programmeId && wereTogether(one));
  return { isPaired, takesPart: isPaired || (application !== undefined && isSent(application)) };
}

/** Those of the findings whose source asked this person. */
export async function askedAbout(
  deps: Platform,
  personId: string,
  all: readonly Finding[],
  { isPaired, takesPart }: Standing,
): Promise<Finding[]> {
  const mine = await Promise.all(
    all.map(async (one) => {
      if (one.source.kind === 'survey')
        return (await askedRows.find(deps.tables, one.source.surveyId, personId)) !== undefined;
      return audienceOf(one.source) === 'pairs' ? isPaired : takesPart;
    }),
  );
  return all.filter((_, at) => mine[at]);
}

/** The way of a programme's people, read from what every feature keeps of them; names never leave. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, Download } from '../../../platform/doors.ts';
import { fileName, paperTypes, writePaper } from '../../../platform/papers.ts';
import type { Platform } from '../../../platform/platform.ts';
import { everybodyAsRead, type Colleague } from '../../people/everybody/usecases.ts';
import { isCandidate } from '../../people/model.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, myProgrammes, programmeOf } from '../../programmes/usecases.ts';
import { readSteps } from './reading/usecases.ts';
import { cuts, type Cut, type FunnelPage, type PaperQuery, type Part } from './model.ts';
import { hintsOf } from './hints/rules.ts';
import { funnelPaper } from './report/rules.ts';
import { comparedWith, partsOf, totalsOf, type Belongs, type Parting } from './rules.ts';

export async function funnelOf(deps: Platform, caller: Caller, programmeId: string, by: Cut): Promise<FunnelPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const { page, parts } = await lookAt(deps, caller, programme);
  return { ...page, by, parts: parts(by) };
}

/** The way as a file, with all cuts; it is noted in the audit log before it goes. */
export async function exportFunnel(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { format, language }: PaperQuery,
): Promise<Download> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const { page, parts } = await lookAt(deps, caller, programme);
  const now = deps.clock.now();
  const paper = funnelPaper({ page, cuts: cuts.map((by) => ({ by, parts: parts(by) })), language, now });
  await deps.audit.note({
    who: caller.personId,
    what: 'export',
    object: `programme:${programmeId} funnel`,
    outcome: format,
  });
  const bytes = await writePaper(paper, format);
  return {
    name: fileName([programme.name, localDate(now, programme.zone), language], format),
    type: paperTypes[format],
    bytes,
  };
}

interface Look {
  readonly page: Omit<FunnelPage, 'by' | 'parts'>;
  readonly parts: (by: Cut) => Part[];
}

/** Without asking who: callers ask first. */
export async function lookAt(deps: Platform, caller: Caller, programme: Programme): Promise<Look> {
  const [{ furthest, sourceOf }, people, before] = await Promise.all([
    readSteps(deps, programme),
    everybodyAsRead(deps),
    programmeBefore(deps, caller, programme),
  ]);
  const organisation = people.filter(isCandidate).map(({ id }) => id);
  const parting = partingsOf(people);
  const parts = (by: Cut): Part[] =>
    by === 'source' ? partsOf(furthest, sourceOf) : partsOf(furthest, parting(by), organisation);
  const totals = totalsOf(furthest);
  const spokenOf = (['site', 'department', 'language'] as const).flatMap((by) =>
    parts(by).map((one) => ({ ...one, by })),
  );
  const hints = hintsOf(totals, parts('source'), spokenOf);
  const past = before && {
    before: comparedWith(before.name, totals, totalsOf((await readSteps(deps, before)).furthest)),
  };
  const { id, name } = programme;
  return { parts, page: { programme: { id, name }, people: organisation.length, totals, hints, ...past } };
}

/** The last one of the same coordinator that began earlier and has come to run. */
async function programmeBefore(deps: Platform, caller: Caller, one: Programme): Promise<Programme | undefined> {
  const mine = await myProgrammes(deps, caller);
  const earlier = mine
    .filter(({ id, startsOn, stage }) => id !== one.id && startsOn < one.startsOn && isUnderWay(stage))
    .sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  return earlier[0] && programmeOf(deps, earlier[0].id);
}

const isUnderWay = (stage: Programme['stage']): boolean => stage === 'run' || stage === 'close';

const unknown: Belongs = { key: 'unknown', name: { kind: 'unknown' } };

export function partingsOf(people: readonly Colleague[]): (by: Exclude<Cut, 'source'>) => Parting {
  const known = new Map(people.map((one) => [one.id, one]));
  return (by) => (personId) => {
    if (by === 'level') {
      const level = known.get(personId)?.level;
      return level === undefined ? unknown : { key: String(level), name: { kind: 'level', level } };
    }
    const name = known.get(personId)?.[by];
    return name === undefined || name === '' ? unknown : { key: `named ${name}`, name: { kind: 'named', name } };
  };
}

/** Messages about events. Each is asked for once and made at the last moment from what is true then. */
import type { Card } from '../../../../platform/cards.ts';
import type { JobResult } from '../../../../platform/doors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { NewTask } from '../../../../platform/outbox.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import type { Language } from '../../../../platform/words.ts';
import { membersOf } from '../../../pairs/model.ts';
import { deliver } from '../../../people/messages/usecases.ts';
import type { Sending } from '../../../programmes/rehearsal/model.ts';
import type { ShownEvent } from '../honours/rules.ts';
import type { Honour } from '../honours/model.ts';
import type { HonouredSide } from '../model.ts';
import { askedFor, isConsidered, isStanding, readableVoices, sidesOf } from '../nominating/rules.ts';
import { endOf, juryAt, laterDaysIn } from '../rules.ts';
import { honours } from '../store.ts';
import { knownEvent, type EventAddress, type Known, type Spread } from '../usecases.ts';

/** Messages for which a task is written in one step. */
const peopleInStep = 40;

export interface SpreadData extends EventAddress {
  readonly what: Spread;
  /** Everybody up to this id has a task already. */
  readonly upTo: string;
  readonly version: string;
}

/** For the job: a task for each, some at a time; the next step is a task of its own, so a crash begins the same step anew. */
export async function spreadEvent(deps: Platform, data: SpreadData): Promise<void> {
  const known = await knownEvent(deps, data);
  if (!known || !isTrueStill(known, data)) return;
  const people = (await receivers(deps, known, data.what)).filter((personId) => personId > data.upTo).toSorted();
  const next = people.slice(0, peopleInStep);
  for (const personId of next) await tellOne(deps, known, data, personId);
  const last = next.at(-1);
  if (last === undefined || people.length === next.length) return;
  const { programmeId, eventId, what, version } = data;
  const id = idOf('recognition.spread-event', programmeId, eventId, what, version, last);
  const onwards = { programmeId, eventId, what, version, upTo: last };
  await deps.outbox.ask('programmes', programmeId, { id, job: 'recognition.spread-event', data: onwards });
}

/** It was called off meanwhile, or moved again: then another task says so. */
function isTrueStill({ row: { value: one } }: Known, { what, version }: SpreadData): boolean {
  if (what === 'moved') return one.state !== 'cancelled' && one.version === Number(version);
  return { opened: 'open', jury: 'open', cancelled: 'cancelled', decided: 'decided' }[what] === one.state;
}

async function receivers(deps: Platform, known: Known, what: Spread): Promise<string[]> {
  const { row, all, pairs } = known;
  switch (what) {
    case 'opened':
      return [...new Set([...pairs.values()].filter(isStanding).flatMap((one) => [...membersOf(one)]))];
    case 'jury':
      return [...row.value.jurors];
    case 'decided':
      return [...new Set(all.flatMap(({ subject }) => subject))];
    case 'moved':
    case 'cancelled': {
      const rows = await honours.list(deps.tables, row.value.programmeId, row.value.id);
      const honoured = rows.map(({ value }) => value).filter(isComing);
      const isOver = row.value.decision !== undefined;
      const asked = isOver ? [] : all.flatMap((one) => askedFor(one).filter((id) => one.answers[id]?.said !== 'no'));
      return [...new Set([...row.value.jurors, ...asked, ...honoured.map(({ personId }) => personId)])];
    }
    default:
      return what satisfies never;
  }
}

export const isComing = ({ says, isDeclined }: Honour): boolean => says.comes !== 'no' && !isDeclined;

/** Somebody in a nomination that people chose, on the side on which they are honoured, for what was said of them. */
export function honourIn(known: Known, personId: string): { side: HonouredSide; criteria: string[] } | undefined {
  const { row, all, standing, pairs } = known;
  const chosen = new Set(row.value.decision?.honoured.map(({ nominationId }) => nominationId));
  const mine = all.filter((one) => chosen.has(one.id) && one.subject.includes(personId) && isConsidered(one, standing));
  const side = mine[0] && sidesOf(mine[0], pairs).get(personId);
  if (!side) return undefined;
  const criteria = mine.flatMap((one) => readableVoices(one, standing).flatMap((voice) => voice.criteria));
  return { side, criteria: [...new Set(criteria)].toSorted() };
}

async function tellOne(deps: Platform, known: Known, { what, version }: SpreadData, personId: string): Promise<void> {
  const { programmeId, id: eventId } = known.row.value;
  const task = (job: string, mark: string, more: Partial<NewTask> = {}): NewTask => ({
    ...{ id: idOf(job, eventId, personId, mark), job, data: { programmeId, eventId, personId }, ...more },
  });
  const ask = (wanted: NewTask): Promise<void> => deps.outbox.ask('programmes', programmeId, wanted);
  if (what === 'jury') return askJuror(deps, known, personId);
  if (what === 'opened') return ask(task('recognition.event-invite', '', { lane: 'campaign' }));
  if (what === 'moved' || what === 'cancelled') {
    const data = { programmeId, eventId, personId, news: what };
    return ask(task('recognition.event-news', `${what} ${version}`, { data }));
  }
  const honour = honourIn(known, personId);
  const at = known.row.value.decision?.at ?? deps.clock.now();
  if (!honour) return ask(task('recognition.event-thanked', '', { due: laterDaysIn(at) }));
  const row: Honour = { eventId, personId, ...honour, says: {}, at };
  // There already when this step is done again: what was said of it since stays.
  await unlessChanged(deps.tables.commit([honours.create(programmeId, [eventId, personId], row)]));
  await ask(task('recognition.event-honoured', ''));
}

/** One word that they are asked, and one when they can begin; whoever comes later gets the second alone. A last day that moved makes another one. */
async function askJuror(deps: Platform, { row: { value: one } }: Known, personId: string): Promise<void> {
  const { programmeId, id: eventId } = one;
  const job = 'recognition.event-jury';
  const begins = juryAt(one);
  const ask = (what: 'asked' | 'begins', mark: string, due?: number): Promise<void> =>
    deps.outbox.ask('programmes', programmeId, {
      ...{ id: idOf(job, eventId, personId, what, mark), job, data: { programmeId, eventId, personId, what } },
      ...(due === undefined ? {} : { due }),
    });
  if (deps.clock.now() < begins) await ask('asked', '');
  await ask('begins', String(begins), begins);
}

export interface To extends EventAddress {
  readonly personId: string;
}

export interface Now {
  readonly known: Known;
  readonly shown: ShownEvent;
  readonly language: Language;
  /** It has not ended, and was not called off. */
  readonly isAhead: boolean;
}

/** For the jobs: `card` gives nothing where there is no longer a reason to write. */
export function tellOfEvent(
  deps: Platform,
  sending: Pick<Sending, 'as'>,
  {
    to,
    sendId,
    more = {},
  }: { readonly to: To; readonly sendId: string; readonly more?: Readonly<Record<string, string>> },
  card: (now: Now) => Card | undefined | Promise<Card | undefined>,
): Promise<JobResult> {
  const { programmeId, eventId, personId } = to;
  return deliver(deps, {
    ...{ ...sending.as, table: 'programmes', partition: programmeId, sendId, personId },
    data: { programmeId, eventId, personId, ...more },
    card: async (language) => {
      const known = await knownEvent(deps, to);
      if (!known) return undefined;
      const { value: event } = known.row;
      const isAhead = event.state !== 'cancelled' && event.state !== 'draft' && deps.clock.now() < endOf(event);
      return card({ known, language, isAhead, shown: { event, programme: known.programme.name } });
    },
  });
}

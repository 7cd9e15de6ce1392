/** What those who are honoured say yes to, and what is made of it when somebody asks: slides, certificates, names on the page of thanks. */
import type { Caller, Download } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { fileName, paperTypes, writePaper, writePapers } from '../../../../platform/papers.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { localDate } from '../../../../platform/clock.ts';
import { membersOf } from '../../../pairs/model.ts';
import { pairsOfProgramme } from '../../../pairs/usecases.ts';
import { findPeople } from '../../../people/usecases.ts';
import { coordinatorsOf } from '../../../programmes/usecases.ts';
import { maySeeWall } from '../../policy.ts';
import { criteriaOf, endOf, fairnessOf } from '../rules.ts';
import { honourEvents, honours } from '../store.ts';
import { coordinatedEvent, eventOf, type EventAddress } from '../usecases.ts';
import { say } from '../words.ts';
import type { ConsentDraft, Honour, HonouredPage } from './model.ts';
import { certificateOf, hasSaidYes, slidesOf, type Named } from './rules.ts';

/** What somebody is honoured for; nothing where they would rather not. */
export async function honourFor(deps: Platform, personId: string, at: EventAddress): Promise<Honour | undefined> {
  const row = await honours.find(deps.tables, at.programmeId, at.eventId, personId);
  return row?.value.isDeclined ? undefined : row?.value;
}

export async function honoursOf(deps: Platform, at: EventAddress): Promise<Honour[]> {
  const rows = await honours.list(deps.tables, at.programmeId, at.eventId);
  return rows.map(({ value }) => value).filter(({ isDeclined }) => !isDeclined);
}

/** Each yes and no is the person's own; what is left out stays as it was. Before the event, on its day and after it. */
export function sayConsents(deps: Platform, personId: string, at: EventAddress, draft: ConsentDraft): Promise<void> {
  return change(deps, personId, at, (one) => ({ ...one, says: { ...one.says, ...draft } }));
}

/** They would rather not be honoured at all: nothing of it is told to anybody, and no yes stands any more. */
export function declineHonour(deps: Platform, personId: string, at: EventAddress): Promise<void> {
  return change(deps, personId, at, (one) => ({ ...one, criteria: [], says: {}, isDeclined: true }));
}

async function change(
  deps: Platform,
  personId: string,
  at: EventAddress,
  make: (one: Honour) => Honour,
): Promise<void> {
  await untilUnchanged(async () => {
    const row = await honours.find(deps.tables, at.programmeId, at.eventId, personId);
    if (!row || row.value.isDeclined) throw new Failure('not-found', 'honour-gone');
    await deps.tables.commit([honours.replace(row, make(row.value))]);
  });
}

async function named(deps: Platform, all: readonly Honour[]): Promise<Named[]> {
  const people = await findPeople(
    deps,
    all.map(({ personId }) => personId),
  );
  return all.flatMap((honour) => {
    const person = people.get(honour.personId);
    return person ? [{ honour, name: person.name }] : [];
  });
}

/** As everybody's yes stands at this moment; whoever takes it back is on none that is made after. */
export async function slidesFor(deps: Platform, caller: Caller, at: EventAddress): Promise<Download> {
  const { row, programme } = await coordinatedEvent(deps, caller, at);
  const { value: event } = row;
  if (event.state !== 'decided') throw new Failure('conflict', 'honours-not-yet');
  const paper = slidesOf({ event, programme: programme.name }, await named(deps, await honoursOf(deps, at)));
  return {
    name: fileName([event.title, localDate(event.start, event.zone)], 'pptx'),
    ...{ type: paperTypes.pptx, bytes: await writePaper(paper, 'pptx') },
  };
}

/** One's own, in the own language. */
export async function myCertificate(deps: Platform, caller: Caller, at: EventAddress): Promise<Download> {
  const honour = await honourFor(deps, caller.personId, at);
  if (!honour) throw new Failure('not-found', 'honour-gone');
  const { row, programme } = await eventOf(deps, at);
  const [one] = await named(deps, [honour]);
  if (!one) throw new Failure('not-found', 'honour-gone');
  const paper = certificateOf({ event: row.value, programme: programme.name }, one, caller.language);
  return {
    name: fileName([say(caller.language, 'paper.file'), row.value.title], 'pdf'),
    ...{ type: paperTypes.pdf, bytes: await writePaper(paper, 'pdf') },
  };
}

/** For the stage: of everybody who said yes to it, a page each, to be handed over. */
export async function certificatesFor(deps: Platform, caller: Caller, at: EventAddress): Promise<Download> {
  const { row, programme } = await coordinatedEvent(deps, caller, at);
  const { value: event } = row;
  const all = (await honoursOf(deps, at)).filter((one) => hasSaidYes(one, 'stage'));
  if (event.state !== 'decided' || all.length === 0) throw new Failure('conflict', 'honours-not-yet');
  const shown = { event, programme: programme.name };
  const papers = (await named(deps, all)).map((one) => certificateOf(shown, one, event.language));
  return {
    name: fileName([say(event.language, 'paper.file'), event.title], 'pdf'),
    ...{ type: paperTypes.pdf, bytes: await writePapers(papers) },
  };
}

/** After an event: that it was, who said yes to being named here, and how it was shared between mentors and mentees. */
export async function honouredOf(deps: Platform, caller: Caller, programmeId: string): Promise<HonouredPage> {
  const [pairs, team] = await Promise.all([pairsOfProgramme(deps, programmeId), coordinatorsOf(deps, programmeId)]);
  const members = pairs.filter((one) => one.activeAt !== undefined).flatMap((one) => [...membersOf(one)]);
  if (!maySeeWall(caller, { team, members })) throw new Failure('not-found', 'thanks-gone');
  const found = (await honourEvents.list(deps.tables, programmeId)).map(({ value }) => value);
  const held = found.filter((one) => one.state === 'decided' && endOf(one) <= deps.clock.now());
  const shown = await Promise.all(
    held.map(async (event) => {
      const { id, title, language, start, zone } = event;
      const all = (await honoursOf(deps, { programmeId, eventId: id })).filter((one) => hasSaidYes(one, 'page'));
      const names = await named(deps, all);
      return {
        ...{ id, title, language, start, zone, criteria: criteriaOf(event) },
        honoured: names
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ honour: { side, criteria }, name }) => ({ name, side, criteria })),
        fairness: fairnessOf(event.counts ?? noCounts),
      };
    }),
  );
  return shown.toSorted((a, b) => b.start - a.start);
}

export const noCounts = { nominated: { mentors: 0, mentees: 0 }, honoured: { mentors: 0, mentees: 0 } };

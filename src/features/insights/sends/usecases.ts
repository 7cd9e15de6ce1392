/** Everything that is sent about a programme, for those who coordinate it: seen, stopped, sent again, reached by mail. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { folded, holdsWords } from '../../../platform/words.ts';
import type { AgainFor, ByWay, SendLine as Line } from '../../people/messages/sends/model.ts';
import * as sends from '../../people/messages/sends/usecases.ts';
import { cardOf } from '../../people/model.ts';
import { allPeople } from '../../people/store.ts';
import { findPeople } from '../../people/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import type { LineQuery, LinesPage, Send, SendLine, SendsPage } from './model.ts';
import { isNamed, isSend, isStoppable, mayStopOne, namesAll, pageOf, sendsOf, type Named } from './rules.ts';

const mostLines = 50;
const placeOf = (programmeId: string): sends.Place => ({ table: 'programmes', partition: programmeId });

export async function sendsOfProgramme(deps: Platform, caller: Caller, programmeId: string): Promise<SendsPage> {
  await coordinatedProgramme(deps, caller, programmeId);
  return { sends: sendsOf(await sends.sendsAbout(deps, placeOf(programmeId), isSend)) };
}

/** Failure `not-found` for a send of which there is no message. */
export async function linesOfSend(
  deps: Platform,
  caller: Caller,
  at: { readonly programmeId: string; readonly sendGroup: string },
  query: LineQuery,
): Promise<LinesPage> {
  await coordinatedProgramme(deps, caller, at.programmeId);
  const { one, lines } = await findSend(deps, at.programmeId, at.sendGroup);
  const { state, search = '', sort = 'newest', after } = query;
  const wanted = lines.filter((line) => isNamed(line) && (state === undefined || line.state === state));
  const named =
    search !== '' || sort === 'name' ? await withNames(deps, wanted) : wanted.map((line) => ({ line, name: '' }));
  const found = search === '' ? named : named.filter(({ name }) => holdsWords(folded(name), search));
  const page = pageOf(found, { sort, after, most: mostLines });
  return {
    ...{ send: one, mail: deps.config.mailFrom !== undefined, named: namesAll(one.kind) ? 'all' : 'not-reached' },
    ...{ lines: await shown(deps, page.lines), total: found.length },
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

async function findSend(deps: Platform, programmeId: string, group: string): Promise<{ one: Send; lines: Line[] }> {
  const all = await sends.sendsAbout(deps, placeOf(programmeId), isSend);
  const lines = all.filter((line) => line.group === group);
  const [one] = sendsOf(lines);
  if (!one) throw new Failure('not-found', 'send-gone');
  return { one, lines };
}

async function withNames(deps: Platform, lines: readonly Line[]): Promise<Named[]> {
  const names = new Map((await allPeople(deps.tables)).map(({ value }) => [value.id, value.name]));
  return lines.map((line) => ({ line, name: names.get(line.personId ?? '') ?? '' }));
}

async function shown(deps: Platform, lines: readonly Line[]): Promise<SendLine[]> {
  const ids = lines.flatMap(({ personId, who }) => [personId, who].flatMap((id) => id ?? []));
  const people = await findPeople(deps, ids);
  return lines.map((line) => {
    const { id, personId = '', state, at, why, by, reason, who } = line;
    const person = people.get(personId);
    return {
      ...{ id, state, at, person: person ? cardOf(person) : { id: personId, name: '…' } },
      ...(why === undefined ? {} : { why }),
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
      ...(who === undefined ? {} : { who: people.get(who)?.name ?? '…' }),
      ...{ mayStop: mayStopOne(line), mayGetAgain: line.mayBeSentAgain },
    };
  });
}

/** One message that has not gone yet. Failure `gone` when it has, or cannot be stopped by itself. */
export async function stopMessage(deps: Platform, caller: Caller, programmeId: string, sendId: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const task = await deps.outbox.find('programmes', programmeId, sendId);
  if (!task || !isSend(task.job) || !namesAll(task.job)) throw new Failure('gone', 'message-over');
  await deps.audit.note({
    who: caller.personId,
    what: 'message.stopped',
    object: objectOf(programmeId, 'message', sendId),
  });
  await sends.stopSend(deps, placeOf(programmeId), sendId, caller.personId);
}

/** A message that did not arrive, or was stopped, once more; what nobody may be told about is not there for anybody. */
export async function sendMessageAgain(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  sendId: string,
  by: ByWay,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const what = by === 'mail' ? 'message.mailed' : 'message.again';
  await deps.audit.note({ who: caller.personId, what, object: objectOf(programmeId, 'message', sendId) });
  await sends.sendAgain(deps, placeOf(programmeId), sendId, { by, who: caller.personId });
}

/** All of a send that has not gone yet, and what would still be added to it. */
export async function stopWholeSend(deps: Platform, caller: Caller, programmeId: string, group: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { one } = await findSend(deps, programmeId, group);
  if (!isStoppable(one.kind)) throw new Failure('gone', 'message-over');
  await deps.audit.note({
    who: caller.personId,
    what: 'message.stopped',
    object: objectOf(programmeId, 'send', group),
  });
  await sends.stopAll(deps, placeOf(programmeId), group, caller.personId);
}

export interface AgainWish {
  readonly what: AgainFor;
  readonly by: ByWay;
}

/** All of a send that were stopped go on, or all that were not reached get it once more. */
export async function sendWholeAgain(
  deps: Platform,
  caller: Caller,
  { programmeId, sendGroup: group }: { readonly programmeId: string; readonly sendGroup: string },
  wish: AgainWish,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await findSend(deps, programmeId, group);
  const what = wish.by === 'mail' ? 'message.mailed' : 'message.again';
  await deps.audit.note({ who: caller.personId, what, object: objectOf(programmeId, 'send', group) });
  await sends.sendAllAgain(deps, placeOf(programmeId), { group, ...wish, who: caller.personId });
}

const objectOf = (programmeId: string, what: 'message' | 'send', id: string): string =>
  `programme:${programmeId} ${what}:${id}`;

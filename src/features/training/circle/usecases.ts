/** Coming in and reading: the page of a circle, one question with its answers, and the line on the first page. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { pairs } from '../../pairs/store.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { mayCoordinate } from '../../programmes/policy.ts';
import { coordinatorsOf, findProgramme } from '../../programmes/usecases.ts';
import { guestRows } from '../../recruitment/guests/store.ts';
import { applicationOf } from '../../recruitment/usecases.ts';
import { supportTopics } from '../topics/model.ts';
import {
  leastMentors,
  questionsOnPage,
  type CircleLine,
  type CirclePage,
  type CircleQuery,
  type CircleText,
  type QuestionView,
  type Seat,
  type TextView,
} from './model.ts';
import { mayCome, mayTakePart } from './policy.ts';
import { inOrder, isMentorHere, isNew, isOpen, isWanted, isYoung, mentorsIn, seatOf, threadsOf } from './rules.ts';
import { circleMembers, circleRemovals, circleTexts, marksOf, type Marks } from './store.ts';

export interface Inside {
  readonly programme: Programme;
  readonly seat: Seat;
  readonly joined: boolean;
}

/** The programme, for whoever may join or host its circle; "not there" and "not for you" are one answer. */
export async function comeIn(deps: Platform, caller: Caller, programmeId: string): Promise<Inside> {
  const { personId } = caller;
  const [programme, team, application, own, member] = await Promise.all([
    findProgramme(deps, programmeId),
    coordinatorsOf(deps, programmeId),
    applicationOf(deps, programmeId, personId),
    pairsOfPerson(deps, personId),
    circleMembers.find(deps.tables, personId, programmeId),
  ]);
  const isHost = mayCoordinate(caller, team);
  const seat = seatOf({ personId, programmeId, isHost, pairs: own, application: application?.status });
  if (!programme || !mayCome(seat)) throw new Failure('not-found', 'programme-gone');
  return { programme, seat, joined: member !== undefined };
}

/** As `comeIn`, for whoever has joined or hosts. */
export async function takePart(deps: Platform, caller: Caller, programmeId: string): Promise<Inside> {
  const inside = await comeIn(deps, caller, programmeId);
  if (!mayTakePart(inside.seat, inside.joined)) throw new Failure('not-found', 'circle-not-joined');
  return inside;
}

/** Among some pairs there are mentors enough, or they are all that there are. */
const pairsToCount = 100;

export async function mayBeNameless(deps: Platform, { seat, programme }: Inside): Promise<boolean> {
  if (seat === 'host') return false;
  const [some, admitted] = await Promise.all([
    pairs.some(deps.tables, programme.id, '0', pairsToCount),
    guestRows.list(deps.tables, programme.id),
  ]);
  const guests = new Set(admitted.map(({ value }) => value.personId));
  return (
    mentorsIn(
      some.map(({ value }) => value),
      guests,
    ) >= leastMentors
  );
}

const textsOf = async (deps: Platform, programmeId: string, ...of: readonly string[]): Promise<CircleText[]> =>
  (await circleTexts.list(deps.tables, programmeId, ...of)).map(({ value }) => value);

async function aboutOf(deps: Platform, inside: Inside) {
  const { programme, seat } = inside;
  return {
    ...{ programmeName: programme.name, seat, open: isOpen(programme.stage), nextId: newId() },
    mayNameless: await mayBeNameless(deps, inside),
  };
}

/** To whoever has not joined it says what it is, and nothing that is in it. */
export async function viewCircle(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  query: CircleQuery,
): Promise<CirclePage> {
  const inside = await comeIn(deps, caller, programmeId);
  const { seat } = inside;
  const about = { ...(await aboutOf(deps, inside)), joined: inside.joined };
  if (!mayTakePart(seat, inside.joined)) return { ...about, removals: [], topics: [], from: 0, total: 0, rows: [] };
  const [texts, removals, marks] = await Promise.all([
    textsOf(deps, programmeId),
    circleRemovals.list(deps.tables, programmeId),
    marksOf(deps, programmeId, caller.personId),
  ]);
  const isMine = ({ id, mark }: Pick<CircleText, 'id' | 'mark'>): boolean => mark === marks(id);
  const threads = threadsOf(texts);
  const wanted = inOrder(
    threads.filter((one) => isWanted(one, query, isMine)),
    seat,
  );
  const from = Math.min(query.from ?? 0, Math.max(0, Math.ceil(wanted.length / questionsOnPage) - 1) * questionsOnPage);
  const there = new Set(threads.map(({ question }) => question.topic));
  return {
    ...about,
    removals: removals.flatMap(({ value: { mark, ...told } }) => (isMine({ id: told.id, mark }) ? [told] : [])),
    topics: supportTopics.filter((one) => there.has(one)),
    ...{ from, total: wanted.length },
    rows: wanted.slice(from, from + questionsOnPage).map(({ question, answers }) => ({
      ...{ id: question.id, title: question.title ?? '', topic: question.topic ?? 'other', on: question.on },
      ...{ language: question.language, answers: answers.length, pinned: question.pinned === true },
      mine: isMine(question),
    })),
  };
}

export async function viewQuestion(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  questionId: string,
): Promise<QuestionView> {
  const inside = await takePart(deps, caller, programmeId);
  const [texts, marks] = await Promise.all([
    textsOf(deps, programmeId, questionId),
    marksOf(deps, programmeId, caller.personId),
  ]);
  const [thread] = threadsOf(texts);
  if (!thread) throw new Failure('not-found', 'circle-gone');
  const names = await namesUnder(deps, programmeId, texts);
  const today = localDate(deps.clock.now(), inside.programme.zone);
  const view = (one: CircleText): TextView =>
    viewOf(one, { marks, names, today, open: isOpen(inside.programme.stage) });
  return {
    ...(await aboutOf(deps, inside)),
    question: view(thread.question),
    pinned: thread.question.pinned === true,
    answers: thread.answers.map(view),
  };
}

/** Of those who are still there, as a mentor in the circle or as a host of it. */
async function namesUnder(
  deps: Platform,
  programmeId: string,
  texts: readonly CircleText[],
): Promise<ReadonlyMap<string, string>> {
  const signed = [...new Set(texts.flatMap(({ personId }) => personId ?? []))];
  const [team, people, members] = await Promise.all([
    coordinatorsOf(deps, programmeId),
    findPeople(deps, signed),
    Promise.all(signed.map((one) => circleMembers.find(deps.tables, one, programmeId))),
  ]);
  const there = signed.filter((one, at) => members[at] !== undefined || team.includes(one));
  return new Map(there.flatMap((one) => (people.has(one) ? [[one, people.get(one)?.name ?? '']] : [])));
}

interface Reading {
  readonly marks: Marks;
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
  readonly open: boolean;
}

function viewOf(one: CircleText, { marks, names, today, open }: Reading): TextView {
  const { id, title, topic, text, language, on, helped, version } = one;
  const mine = one.mark === marks(id);
  const name = one.personId === undefined ? undefined : names.get(one.personId);
  return {
    ...{ id, text, language, on, version, mine, asHost: one.asHost === true },
    ...(title === undefined ? {} : { title }),
    ...(topic === undefined ? {} : { topic }),
    ...(name === undefined ? {} : { name }),
    mayChange: mine && open && isYoung(one, today),
    ...{ helped: helped.length, helpedMe: helped.includes(marks(id, 'helped')) },
  };
}

/** For the first page: the circles in which this person sits as a mentor. How much is new is counted from the day alone, so no row says who looked when. */
export async function circlesOf(deps: Platform, { personId, isGuest }: Caller): Promise<CircleLine[]> {
  if (isGuest) return [];
  const own = await pairsOfPerson(deps, personId);
  const ids = [...new Set(own.map(({ programmeId }) => programmeId))];
  const found = await Promise.all(
    ids.map(async (programmeId): Promise<CircleLine[]> => {
      const [programme, application, member] = await Promise.all([
        findProgramme(deps, programmeId),
        applicationOf(deps, programmeId, personId),
        circleMembers.find(deps.tables, personId, programmeId),
      ]);
      const isMentor = isMentorHere({ personId, programmeId, pairs: own, application: application?.status });
      if (!programme || !isMentor) return [];
      const joined = member !== undefined;
      const today = localDate(deps.clock.now(), programme.zone);
      const questions = joined ? threadsOf(await textsOf(deps, programmeId)) : [];
      const recent = questions.filter(({ question }) => isNew(question, today)).length;
      return [{ programmeId, programmeName: programme.name, joined, recent }];
    }),
  );
  return found.flat();
}

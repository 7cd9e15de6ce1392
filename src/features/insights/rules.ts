/** What is next for a person, out of all that waits: what another waits for first, then what opens the way, then the rest. */
import type { CheckInView } from '../checkins/model.ts';
import type { AgreementWaits } from '../pairs/agreement/model.ts';
import type { PairView } from '../pairs/model.ts';
import { juryPath, myEventPath, type MyEvents } from '../recognition/events/model.ts';
import type { SurveyToAnswer } from '../surveys/model.ts';
import { pageOfCourse, type CourseLine } from '../training/model.ts';
import type { CourseNow } from '../training/moments/usecases.ts';
import { sessionPath } from '../training/sessions/model.ts';
import type { SkillsLine } from '../training/skills/model.ts';
import type { KeptBack } from '../people/messages/model.ts';
import { stepKinds, type KeptLine, type NextStep, type OwnApplication } from './model.ts';

/** A story that waits for this person: to agree to it, or to change what was asked for. */
export interface WaitingStory {
  readonly programmeId: string;
  readonly storyId: string;
  readonly pairId: string;
  readonly waitsFor: 'answer' | 'change';
}

export interface HomeFacts {
  readonly pairs: readonly PairView[];
  /** Ids of pairs that have a date ahead of them. */
  readonly planned: ReadonlySet<string>;
  /** Ids of pairs whose last meeting is over, and of which nobody knows yet whether it was. */
  readonly toSayMet: ReadonlySet<string>;
  readonly checkIns: readonly CheckInView[];
  readonly applications: readonly OwnApplication[];
  readonly invitations: readonly { readonly programmeId: string; readonly name: string }[];
  /** The path before the match. */
  readonly courses: readonly CourseLine[];
  /** A programme matches nobody before the path is done, and waits for this person's. */
  readonly isGated: boolean;
  /** What fits the next thing that two people do. */
  readonly coursesNow: readonly CourseNow[];
  readonly skills: readonly SkillsLine[];
  /** Ids of pairs in which it is time for a thank-you that was not said yet. */
  readonly toThank: ReadonlySet<string>;
  /** Ids of pairs in which the partner noted a door, and waits for a word. */
  readonly doors: ReadonlySet<string>;
  /** By pair, what its agreement waits for. */
  readonly agreements: ReadonlyMap<string, AgreementWaits>;
  /** Ids of pairs that are over, with a goal of this person of which nobody knows what came. */
  readonly goals: ReadonlySet<string>;
  /** Events to honour people, with what each asks of this person. */
  readonly events: MyEvents;
  readonly stories: readonly WaitingStory[];
  readonly surveys: readonly SurveyToAnswer[];
}

/** Everything that waits, the most weighty first. */
export function nextFor(facts: HomeFacts): NextStep[] {
  const all = [
    ...facts.pairs.flatMap((one) => stepsOfPair(one, facts.planned)),
    ...facts.checkIns.map(checkInStep),
    ...facts.pairs
      .filter(({ id, state }) => state === 'active' && facts.toSayMet.has(id))
      .map((one) => step('say-met', `${pairPath(one.programmeId, one.id)}#meetings`, one.partner.name)),
    ...facts.applications.flatMap(applicationStep),
    ...facts.invitations.map(({ programmeId, name }) => step('answer-invitation', applyPath(programmeId), name)),
    ...pathStep(facts),
    ...facts.coursesNow.map(({ moment, courseId, title }) => step(`course-${moment}`, `/courses/${courseId}`, title)),
    ...facts.skills.flatMap(skillsStep),
    ...facts.pairs
      .filter(({ id }) => facts.doors.has(id))
      .map(({ programmeId, id, partner }) => step('confirm-door', `${pairPath(programmeId, id)}#doors`, partner.name)),
    ...facts.pairs.flatMap((one) => supportSteps(one, facts)),
    ...facts.pairs
      .filter(({ id }) => facts.toThank.has(id))
      .map(({ programmeId, id, partner }) => step('say-thanks', `${pairPath(programmeId, id)}#thanks`, partner.name)),
    ...facts.events.flatMap(eventStep),
    ...facts.stories.flatMap((one) => storyStep(one, facts.pairs)),
    ...facts.surveys.map(({ id }) => step('answer-survey', `/surveys/${id}/answer`, '')),
  ];
  return all.toSorted((a, b) => stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind));
}

/** The next course of the path, and not all of them at once. */
function pathStep({ courses, isGated }: Pick<HomeFacts, 'courses' | 'isGated'>): NextStep[] {
  const next = courses.find(({ doneAt }) => doneAt === undefined);
  return next ? [step(isGated ? 'course-before-match' : 'do-course', pageOfCourse(next.id), next.title)] : [];
}

function stepsOfPair(one: PairView, planned: ReadonlySet<string>): NextStep[] {
  const path = pairPath(one.programmeId, one.id);
  const { name } = one.partner;
  if (one.waitsForMe) return [step('answer-offer', path, name)];
  if (one.pausedByMe) return [step('resume-pair', path, name)];
  return one.state === 'active' && !planned.has(one.id) ? [step('find-time', `${path}/meetings/new`, name)] : [];
}

function supportSteps(
  { programmeId, id, partner: { name } }: PairView,
  { agreements, goals }: Pick<HomeFacts, 'agreements' | 'goals'>,
): NextStep[] {
  const path = pairPath(programmeId, id);
  const waits = agreements.get(id);
  return [
    ...(waits ? [step(waits === 'sign' ? 'sign-agreement' : 'look-agreement', `${path}/agreement`, name)] : []),
    ...(goals.has(id) ? [step('say-outcomes', `${path}/goals`, name)] : []),
  ];
}

function checkInStep({ programmeId, pairId, round, partner }: CheckInView): NextStep {
  return step('answer-check-in', `${pairPath(programmeId, pairId)}/check-ins/${round}`, partner.name);
}

function applicationStep({ programmeId, programmeName, status, open, late }: OwnApplication): NextStep[] {
  return open && !late && status === 'draft' ? [step('finish-application', applyPath(programmeId), programmeName)] : [];
}

function eventStep({ id, programmeId, title, waits }: MyEvents[number]): NextStep[] {
  switch (waits) {
    case 'answer':
      return [step('answer-nomination', myEventPath(programmeId, id), title)];
    case 'judge':
      return [step('judge-nominations', juryPath(programmeId, id), title)];
    case 'honour':
      return [step('answer-honour', myEventPath(programmeId, id), title)];
    case 'nominate':
    case 'nothing':
      return [];
    default:
      return waits satisfies never;
  }
}

function storyStep({ programmeId, storyId, pairId, waitsFor }: WaitingStory, pairs: readonly PairView[]): NextStep[] {
  const name = pairs.find(({ id }) => id === pairId)?.partner.name;
  if (name === undefined) return [];
  return waitsFor === 'answer'
    ? [step('answer-story', `/stories/${programmeId}/${storyId}`, name)]
    : [step('change-story', `${pairPath(programmeId, pairId)}/story`, name)];
}

function skillsStep(one: SkillsLine): NextStep[] {
  if (!one.due) return [];
  const kind = one.due === 'before' ? 'look-at-skills' : 'look-back';
  return [step(kind, skillsPath(one), one.programmeName)];
}

const step = (kind: NextStep['kind'], path: string, about: string): NextStep => ({ kind, path, about });

export const pairPath = (programmeId: string, pairId: string): string => `/programmes/${programmeId}/pairs/${pairId}`;
export const skillsPath = ({ programmeId, side }: Pick<SkillsLine, 'programmeId' | 'side'>): string =>
  `/programmes/${programmeId}/skills/${side}`;
export const applyPath = (programmeId: string): string => `/programmes/${programmeId}/apply`;

/** Of what was kept back, the lines that no step leads to already: nobody is asked the same twice on one page. */
export function notNamed(lines: readonly KeptLine[], steps: readonly NextStep[]): KeptLine[] {
  const named = new Set(steps.map(({ path }) => path));
  return lines.filter(({ path }) => !named.has(path));
}

/** Where a person finds what was kept back; nothing for what has no place of its own. */
export function keptLine({ kind, at, data }: KeptBack): KeptLine[] {
  const { programmeId = '', pairId = '', surveyId = '', talkId = '', sessionId = '', eventId = '', round = '' } = data;
  const paths: Readonly<Record<string, string>> = {
    'recruitment.send-invitation': applyPath(programmeId),
    'recruitment.send-mail': applyPath(programmeId),
    'surveys.send': `/surveys/${surveyId}/answer`,
    'surveys.nudge': `/surveys/${surveyId}/answer`,
    'surveys.ask-talk': `/talks/${talkId}/invitation`,
    'checkins.ask': `${pairPath(programmeId, pairId)}/check-ins/${round}`,
    'checkins.ask-again': `${pairPath(programmeId, pairId)}/check-ins/${round}`,
    'checkins.hint': pairPath(programmeId, pairId),
    'meetings.suggest': `${pairPath(programmeId, pairId)}/meetings/new`,
    'pairs.lookBack': `${pairPath(programmeId, pairId)}/closing`,
    'meetings.ask-met': `${pairPath(programmeId, pairId)}#meetings`,
    'recognition.suggest': `${pairPath(programmeId, pairId)}#thanks`,
    'recognition.event-invite': myEventPath(programmeId, eventId),
    'recognition.tell-credit': '/me/recognition',
    'stories.invite': `${pairPath(programmeId, pairId)}/story`,
    'training.remind': '/courses',
    'training.invite-session': sessionPath(programmeId, sessionId),
    'training.ask-session': sessionPath(programmeId, sessionId),
    'insights.tell-findings': `/programmes/${programmeId}/you-said`,
  };
  const path = paths[kind];
  return path === undefined ? [] : [{ kind, at, path }];
}

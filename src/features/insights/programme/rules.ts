/** Where a programme stands and what is next, out of facts: people who may need a word come first, then the stage's own work. */
import { hasReached } from '../../programmes/rules.ts';
import { stages, type Stage } from '../../programmes/model.ts';
import {
  messageKinds,
  stepNames,
  waits,
  type Facts,
  type MessageKind,
  type NextAction,
  type Overview,
  type StepName,
  type Wait,
} from './model.ts';

/** The seven steps of evidence.md: one is where we are, those whose aim is reached are done, others may have begun. */
export function stepsOf(one: Facts): Overview['steps'] {
  const here = stepOf(one);
  return stepNames.map((name) => ({ name, state: name === here ? 'now' : stateOf(name, one) }));
}

function stateOf(name: StepName, one: Facts): 'done' | 'begun' | 'later' {
  if (isReached(name, one)) return 'done';
  return hasBegun(name, one) ? 'begun' : 'later';
}

/** Something of it is there: courses are done before all are, and a draft is there before pairs. */
function hasBegun(name: StepName, one: Facts): boolean {
  switch (name) {
    case 'support':
      return one.goals > 0 || one.support !== 'none';
    case 'recruitment':
      return one.recruitment.invited > 0;
    case 'matching':
      return one.matching.proposal !== 'none';
    case 'training':
      return one.training.done > 0;
    case 'checkins':
      return one.checkIns !== undefined;
    case 'thanks':
      return one.thanks > 0;
    case 'stories':
      return one.stories.toReview + one.stories.published > 0;
    default:
      return name satisfies never;
  }
}

function stepOf(one: Facts): StepName {
  const byStage: Record<Stage, StepName> = {
    ...{ prepare: 'support', recruit: 'recruitment', match: 'matching', close: 'stories' },
    run: one.checkIns ? 'checkins' : 'training',
  };
  return byStage[one.programme.stage];
}

function isReached(name: StepName, one: Facts): boolean {
  switch (name) {
    case 'support':
      return one.goals > 0 && (one.support === 'go' || one.support === 'go-if');
    case 'recruitment':
      return hasReached(one.programme.stage, 'match');
    case 'matching':
      return one.matching.active > 0 && one.matching.waitingAnswers === 0;
    case 'training':
      return one.training.invited > 0 && one.training.done === one.training.invited;
    case 'checkins':
      return one.programme.stage === 'close';
    case 'thanks':
      return one.thanks > 0;
    case 'stories':
      return one.stories.published > 0;
    default:
      return name satisfies never;
  }
}

export function nextActionOf(one: Facts): NextAction {
  if (one.words > 0) return 'follow-up';
  switch (one.programme.stage) {
    case 'prepare':
      if (one.support === 'undecided') return 'decide-support';
      return one.goals === 0 ? 'set-goals' : 'send-call';
    case 'recruit':
      if (one.recruitment.invited === 0) return 'send-call';
      return one.callOpen || one.recruitment.mentees === 0 || one.recruitment.mentors === 0
        ? 'see-applicants'
        : 'make-proposal';
    case 'match':
      return matchingAction(one);
    case 'run':
      return runningAction(one);
    case 'close':
      return closingAction(one);
    default:
      return one.programme.stage satisfies never;
  }
}

function matchingAction({ matching }: Facts): NextAction {
  if (matching.proposal === 'none') return 'make-proposal';
  if (matching.proposal === 'draft') return 'publish';
  return matching.waitingAnswers > 0 || matching.unmatched === 0 ? 'see-answers' : 'match-again';
}

function runningAction({ matching, checkIns, rematches }: Facts): NextAction {
  if (matching.proposal === 'draft') return 'publish';
  // They were promised somebody else within ten working days.
  if (rematches > 0) return 'match-again';
  if (matching.overdue > 0) return 'see-answers';
  return checkIns ? 'see-check-ins' : 'see-pairs';
}

/** At the close: what both agreed to share goes out first, then one story is asked for, then the thanks are there to read. */
function closingAction({ stories }: Facts): NextAction {
  if (stories.toReview > 0) return 'publish-story';
  return stories.published === 0 ? 'ask-story' : 'see-thanks';
}

/** The stage after this one; nothing after the last. */
export function stageAfter(stage: Stage): Stage | undefined {
  return stages[stages.indexOf(stage) + 1];
}

/** What waits for the coordinators, with numbers; nothing that is zero. */
export function waitingOf({ words, rematches, matching, stories }: Facts): Overview['waiting'] {
  const counts: Record<Wait, number> = {
    ...{ words, rematches },
    ...{ overdue: matching.overdue, answers: matching.waitingAnswers - matching.overdue },
    unmatched: matching.unmatched,
    draft: matching.proposal === 'draft' ? 1 : 0,
    stories: stories.toReview,
  };
  return waits.map((what) => ({ what, count: counts[what] })).filter(({ count }) => count > 0);
}

/** `pairs.ask` is of `pairs`. */
export function kindOf(job: string): MessageKind {
  const feature = job.split('.')[0];
  return messageKinds.find((one) => one === feature) ?? 'other';
}

/** Work behind a check-in would show who answered one, and a word to a manager who agreed to it. */
export function namesSomebody(job: string): boolean {
  return kindOf(job) !== 'checkins' && job !== 'recruitment.tell-manager';
}

/** "Do not ask again" is a person's own: coordinators learn how many, never who. */
export function isToldWithName(reason: Overview['notArrived'][number]['reason']): boolean {
  return reason !== 'do-not-ask';
}

/** Where a coordinator does what is next. */
export function pathOfAction({ next, surveyId, programme }: Pick<Overview, 'next' | 'surveyId' | 'programme'>): string {
  const base = `/programmes/${programme.id}`;
  const paths: Record<NextAction, string> = {
    ...{ 'follow-up': `${base}/check-ins`, 'see-check-ins': `${base}/check-ins`, 'set-goals': `${base}/settings` },
    'decide-support': surveyId === undefined ? '/surveys' : `/surveys/${surveyId}`,
    ...{ 'send-call': `${base}/recruitment`, 'see-applicants': `${base}/recruitment` },
    ...{ 'make-proposal': `${base}/matching`, publish: `${base}/matching`, 'match-again': `${base}/matching` },
    ...{ 'see-answers': `${base}/pairs`, 'see-pairs': `${base}/pairs`, 'see-thanks': `${base}/thanks` },
    ...{ 'publish-story': `${base}/stories`, 'ask-story': `${base}/stories` },
  };
  return paths[next];
}

export function pathOfStep(name: StepName, { programme, surveyId }: Pick<Facts, 'programme' | 'surveyId'>): string {
  const base = `/programmes/${programme.id}`;
  const paths: Record<StepName, string> = {
    support: surveyId === undefined ? `${base}/settings` : `/surveys/${surveyId}`,
    ...{ recruitment: `${base}/recruitment`, matching: `${base}/matching`, training: `${base}/training` },
    ...{ checkins: `${base}/check-ins`, thanks: `${base}/thanks`, stories: `${base}/stories` },
  };
  return paths[name];
}

export function pathOfWait(what: Wait, { programme }: Pick<Facts, 'programme'>): string {
  const parts: Record<Wait, string> = {
    ...{ words: 'check-ins', rematches: 'pairs', overdue: 'pairs', answers: 'pairs' },
    ...{ unmatched: 'matching', draft: 'matching', stories: 'stories' },
  };
  return `/programmes/${programme.id}/${parts[what]}`;
}

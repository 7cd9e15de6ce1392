import assert from 'node:assert/strict';
import type { PairView } from '../../../src/features/pairs/model.ts';
import { stages } from '../../../src/features/programmes/model.ts';
import { mayFollow } from '../../../src/features/programmes/rules.ts';
import { keptLine, nextFor, notNamed, type HomeFacts } from '../../../src/features/insights/rules.ts';
import type { Facts, NextAction } from '../../../src/features/insights/programme/model.ts';
import {
  isToldWithName,
  kindOf,
  nextActionOf,
  pathOfAction,
  pathOfStep,
  pathOfWait,
  stageAfter,
  stepsOf,
  waitingOf,
} from '../../../src/features/insights/programme/rules.ts';

const partner = { id: '00000000-0000-4000-a000-000000000001', name: 'Fatima' };

const aPair = (over: Partial<PairView> = {}): PairView => ({
  ...{ id: 'a', programmeId: 'p', programmeName: 'Grow', side: 'mentee', state: 'active', partner, reasons: [] },
  ...{ offeredAt: 1, waitsForMe: false, pausedByMe: false, mayGoOn: false },
  ...over,
});

const anEvent = (waits: HomeFacts['events'][number]['waits']): HomeFacts['events'][number] => ({
  ...{ id: 'e', programmeId: 'p', title: 'Thanks', language: 'en', start: 1, zone: 'Europe/Brussels' },
  ...{ programmeName: 'Grow', waits, isJuror: false, isHonoured: false },
});

const nothing: HomeFacts = {
  ...{ pairs: [], planned: new Set(), checkIns: [], applications: [], invitations: [], courses: [], surveys: [] },
  ...{ stories: [], events: [], toThank: new Set(), doors: new Set(), agreements: new Map(), goals: new Set() },
  ...{ skills: [], isGated: false, coursesNow: [], toSayMet: new Set() },
};

const kinds = (over: Partial<HomeFacts>): string[] => nextFor({ ...nothing, ...over }).map(({ kind }) => kind);

describe('what is next for a person', () => {
  it('is nothing when nothing waits', () => assert.deepEqual(kinds({}), []));

  it('puts what another waits for first', () => {
    const steps = kinds({
      pairs: [aPair(), aPair({ id: 'b', state: 'offered', waitsForMe: true })],
      checkIns: [{ programmeId: 'p', pairId: 'a', round: 'day-14', partner }],
      applications: [
        { programmeId: 'q', programmeName: 'Rise', status: 'draft', open: true, late: false, mayTakeBack: false },
      ],
      invitations: [{ programmeId: 'r', name: 'Lead' }],
      courses: [{ id: 'setting-goals', title: 'Goals', minutes: 10, role: 'mentee', step: 0, steps: 5 }],
      toThank: new Set(['a']),
      stories: [
        { programmeId: 'p', storyId: 't', pairId: 'a', waitsFor: 'change' },
        { programmeId: 'p', storyId: 's', pairId: 'b', waitsFor: 'answer' },
      ],
      events: [anEvent('nominate'), anEvent('answer'), anEvent('judge'), anEvent('honour'), anEvent('nothing')],
      surveys: [{ id: 's', closesAt: 1 }],
    });
    assert.deepEqual(steps, [
      ...['answer-offer', 'answer-check-in', 'find-time', 'finish-application', 'answer-invitation', 'do-course'],
      ...[
        'say-thanks',
        'answer-nomination',
        'judge-nominations',
        'answer-honour',
        'answer-story',
        'change-story',
        'answer-survey',
      ],
    ]);
  });

  it('leads to where each thing is done', () => {
    const pathFor = (over: Partial<HomeFacts>) => nextFor({ ...nothing, planned: new Set(['a']), ...over })[0]?.path;
    const story = { programmeId: 'p', storyId: 's', pairId: 'a' };
    const pairs = [aPair()];
    assert.equal(pathFor({ pairs, stories: [{ ...story, waitsFor: 'answer' }] }), '/stories/p/s');
    assert.equal(pathFor({ pairs, stories: [{ ...story, waitsFor: 'change' }] }), '/programmes/p/pairs/a/story');
    assert.equal(pathFor({ pairs, toThank: new Set(['a']) }), '/programmes/p/pairs/a#thanks');
    assert.equal(pathFor({ pairs, toSayMet: new Set(['a']) }), '/programmes/p/pairs/a#meetings');
  });

  it('offers a look at oneself after the courses, and nothing where none is due', () => {
    const line = { programmeId: 'p', programmeName: 'Grow', side: 'mentee' } as const;
    const skills = [
      { ...line, due: 'before' as const },
      { ...line, side: 'mentor' as const, due: 'after' as const },
      { ...line, programmeId: 'q', kept: { before: 1, counted: true } },
    ];
    const courses = [{ id: 'setting-goals', title: 'Goals', minutes: 10, role: 'mentee', step: 0, steps: 5 }] as const;
    const steps = nextFor({ ...nothing, skills, courses });
    assert.deepEqual(
      steps.map(({ kind, path }) => [kind, path]),
      [
        ['do-course', '/courses/setting-goals'],
        ['look-at-skills', '/programmes/p/skills/mentee'],
        ['look-back', '/programmes/p/skills/mentor'],
      ],
    );
  });

  it('asks whether two have met only while they are a pair', () => {
    const toSayMet = new Set(['a']);
    const planned = new Set(['a']);
    assert.deepEqual(kinds({ pairs: [aPair()], planned, toSayMet }), ['say-met']);
    assert.deepEqual(kinds({ pairs: [aPair({ state: 'ended' })], planned, toSayMet }), []);
  });

  it('names what was not sent in chat only where no step leads to it already', () => {
    const line = (kind: string) => keptLine({ kind, at: 1, data: { programmeId: 'p', pairId: 'a', round: 'day-14' } });
    const lines = ['recognition.suggest', 'meetings.ask-met', 'checkins.ask'].flatMap(line);
    const pairs = [aPair()];
    const steps = nextFor({ ...nothing, pairs, toThank: new Set(['a']), toSayMet: new Set(['a']) });
    assert.deepEqual(
      notNamed(lines, steps).map(({ kind }) => kind),
      ['checkins.ask'],
    );
  });

  it('does not ask for a time that is planned', () =>
    assert.deepEqual(kinds({ pairs: [aPair()], planned: new Set(['a']) }), []));

  it('lets only who paused go on', () => {
    assert.deepEqual(kinds({ pairs: [aPair({ state: 'paused', pausedByMe: true })] }), ['resume-pair']);
    assert.deepEqual(kinds({ pairs: [aPair({ state: 'paused' })] }), []);
  });

  it('leaves out a draft that can no longer be sent, and a course that is done', () => {
    const applications = [
      {
        programmeId: 'q',
        programmeName: 'Rise',
        status: 'draft',
        open: false,
        late: false,
        mayTakeBack: false,
      } as const,
    ];
    const done = {
      id: 'setting-goals',
      title: 'G',
      minutes: 10,
      role: 'mentee',
      step: 4,
      steps: 5,
      doneAt: 9,
    } as const;
    assert.deepEqual(kinds({ applications, courses: [done] }), []);
  });
});

type Over = Partial<Omit<Facts, 'matching' | 'recruitment'>> & {
  stage?: Facts['programme']['stage'];
  matching?: Partial<Facts['matching']>;
  recruitment?: Partial<Facts['recruitment']>;
};

function someFacts({ stage = 'prepare', matching, recruitment, ...over }: Over = {}): Facts {
  return {
    programme: { id: 'p', name: 'Grow', stage, startsOn: '2026-03-02', endsOn: '2026-12-01' },
    ...{
      support: 'none',
      goals: 0,
      callOpen: false,
      words: 0,
      rematches: 0,
      thanks: 0,
      stories: { toReview: 0, published: 0 },
    },
    recruitment: {
      ...{ invited: 0, arrived: 0, notReached: 0, notNow: 0, mentees: 0, mentors: 0, places: 0 },
      ...recruitment,
    },
    matching: {
      ...{ proposal: 'none', matched: 0, active: 0, waitingAnswers: 0, overdue: 0, declined: 0, ended: 0 },
      ...{ unmatched: 0, ...matching },
    },
    training: { invited: 0, done: 0 },
    meetings: { planned: 0, met: 0 },
    ...over,
  };
}

describe('where a programme stands', () => {
  const cases: [NextAction, Over][] = [
    ['set-goals', {}],
    ['decide-support', { support: 'undecided' }],
    ['send-call', { goals: 1 }],
    ['send-call', { stage: 'recruit' }],
    ['see-applicants', { stage: 'recruit', recruitment: { invited: 9, mentees: 2, mentors: 2 }, callOpen: true }],
    ['see-applicants', { stage: 'recruit', recruitment: { invited: 9, mentees: 2 } }],
    ['make-proposal', { stage: 'recruit', recruitment: { invited: 9, mentees: 2, mentors: 2 } }],
    ['publish', { stage: 'match', matching: { proposal: 'draft' } }],
    ['see-answers', { stage: 'match', matching: { proposal: 'published', waitingAnswers: 1, unmatched: 1 } }],
    ['match-again', { stage: 'match', matching: { proposal: 'published', unmatched: 1 } }],
    ['see-pairs', { stage: 'run' }],
    ['see-check-ins', { stage: 'run', checkIns: { round: 'day-14', answered: 'most' } }],
    ['see-answers', { stage: 'run', matching: { overdue: 1 } }],
    ['match-again', { stage: 'run', rematches: 1, checkIns: { round: 'day-14', answered: 'most' } }],
    ['ask-story', { stage: 'close' }],
    ['publish-story', { stage: 'close', stories: { toReview: 1, published: 1 } }],
    ['see-thanks', { stage: 'close', stories: { toReview: 0, published: 1 } }],
    ['follow-up', { stage: 'run', words: 1, matching: { overdue: 1 } }],
  ];
  for (const [action, over] of cases)
    it(`${action} after ${JSON.stringify(over)}`, () => assert.equal(nextActionOf(someFacts(over)), action));

  it('is one step at every stage', () => {
    for (const stage of ['prepare', 'recruit', 'match', 'run', 'close'] as const)
      assert.equal(stepsOf(someFacts({ stage })).filter(({ state }) => state === 'now').length, 1, stage);
  });

  it('never says that support is there when nobody wrote it down', () => {
    const stateOf = (over: Over) => stepsOf(someFacts({ stage: 'run', goals: 2, ...over }))[0]?.state;
    assert.equal(stateOf({ support: 'none' }), 'begun');
    assert.equal(stateOf({ support: 'none', goals: 0 }), 'later');
    assert.equal(stateOf({ support: 'not-yet' }), 'begun');
    assert.equal(stateOf({ support: 'go-if' }), 'done');
  });

  it('says of a step in which something is done already that it has begun', () => {
    const stateOf = (name: string, over: Over) =>
      stepsOf(someFacts({ stage: 'run', checkIns: { round: 'day-14', answered: 'most' }, ...over })).find(
        (one) => one.name === name,
      )?.state;
    assert.equal(stateOf('training', { training: { invited: 32, done: 0 } }), 'later');
    assert.equal(stateOf('training', { training: { invited: 32, done: 24 } }), 'begun');
    assert.equal(stateOf('training', { training: { invited: 32, done: 32 } }), 'done');
    assert.equal(stateOf('matching', { matching: { proposal: 'draft' } }), 'begun');
    assert.equal(stateOf('stories', { stories: { toReview: 1, published: 0 } }), 'begun');
  });

  it('counts what waits, each thing once', () => {
    const waiting = waitingOf(someFacts({ words: 2, matching: { waitingAnswers: 3, overdue: 1 } }));
    assert.deepEqual(waiting, [
      { what: 'words', count: 2 },
      { what: 'overdue', count: 1 },
      { what: 'answers', count: 2 },
    ]);
  });

  it('leads to the page of stories from the seventh step, from the close and from what waits', () => {
    const { programme } = someFacts({ stage: 'close' });
    const page = '/programmes/p/stories';
    assert.equal(pathOfStep('stories', { programme }), page);
    assert.equal(pathOfWait('stories', { programme }), page);
    for (const next of ['ask-story', 'publish-story'] as const) assert.equal(pathOfAction({ next, programme }), page);
  });

  it('knows the stage that may follow, and that nothing follows the last', () => {
    const follow = stages.map((stage) => [stage, stageAfter(stage)] as const);
    for (const [from, to] of follow) assert.ok(to === undefined ? from === 'close' : mayFollow(from, to));
  });

  it('never names who does not want to be asked', () => {
    assert.equal(isToldWithName('do-not-ask'), false);
    assert.equal(isToldWithName('blocked'), true);
  });

  it('knows from the job what a message was about', () => {
    assert.equal(kindOf('pairs.ask'), 'pairs');
    assert.equal(kindOf('people.sync'), 'other');
  });
});

/** What people do first, where no cell of the matrix is in a state in which a door has something to change. */
import { someAnswers } from '../../support/applications.ts';
import { emptyPassport } from '../../../src/features/people/passport/model.ts';
import { setOf } from '../../../src/features/surveys/bank/rules.ts';
import { person, type View } from '../people.ts';

export interface Step {
  readonly view: View;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** `made` stands for the id of what the last step made. */
  readonly path: string;
  readonly body?: unknown;
}

interface Prepared {
  readonly first: readonly Step[];
  /** Where the cells of the matrix will not do. */
  readonly next?: Step;
}

const answers = Object.fromEntries(setOf('support').items.map(({ id }) => [id, 3]));
const employee = person.employee.id;
const leaver = person.leaver.id;

function undo(view: View, method: 'POST' | 'PUT', path: string, body: unknown, then = path): Prepared {
  return { first: [{ view, method, path, body }], next: { view, method: 'DELETE', path: then } };
}

export const prepared: Readonly<Record<string, Prepared>> = {
  'DELETE /me/identity/:question': undo(
    ...(['mentee', 'PUT', '/me/identity'] as const),
    { question: 'gender', said: { kind: 'choice', choice: 'woman' }, wish: true, textVersion: 1 },
    '/me/identity/gender',
  ),
  'DELETE /me/passport': undo('mentee', 'PUT', '/me/passport', {
    ...emptyPassport,
    needs: [{ need: 'captions', for: 'nobody' }],
  }),
  'DELETE /me/forgetting': undo('employee', 'POST', '/me/forgetting', {}),
  'DELETE /programmes/:programmeId/coordinators/:personId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/coordinators'] as const),
    { personId: employee },
    `/programmes/p1/coordinators/${employee}`,
  ),
  'POST /surveys/:surveyId/answer/take-back': {
    first: [{ view: 'mentee', method: 'POST', path: '/surveys/survey-1/answer', body: { answers } }],
    next: { view: 'mentee', method: 'POST', path: '/surveys/survey-1/answer/take-back' },
  },
  'PUT /surveys/:surveyId': {
    first: [],
    next: {
      ...({ view: 'coordinator', method: 'PUT', path: '/surveys/survey-draft' } as const),
      body: { audience: { kind: 'everybody' }, closesOn: '2026-04-09' },
    },
  },
  'DELETE /networks/:networkId': undo(
    ...(['coordinator', 'POST', '/networks'] as const),
    { name: 'N', kind: 'network', contact: '', language: 'en' },
    '/networks/made',
  ),
  'DELETE /programmes/:programmeId/helpers/:personId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/helpers'] as const),
    { personId: leaver },
    `/programmes/p1/helpers/${leaver}`,
  ),
  'DELETE /programmes/:programmeId/manager-word': undo('applicant', 'PUT', '/programmes/p4/manager-word', {}),
  'DELETE /programmes/:programmeId/application/answers': undo(
    ...(['employee', 'PUT', '/programmes/p1/application'] as const),
    { answers: someAnswers(), apply: false },
    '/programmes/p1/application/answers',
  ),
  'POST /programmes/:programmeId/application/return': {
    first: [{ view: 'applicant', method: 'DELETE', path: '/programmes/p1/application' }],
    next: { view: 'applicant', method: 'POST', path: '/programmes/p1/application/return', body: {} },
  },
  'DELETE /private-talk': undo('mentee', 'PUT', '/private-talk', {
    ...{ how: { way: 'teams' }, halves: ['monday-morning'], avoid: [], speak: 'nl' },
    ...{ adviser: person.adviser.id, chatIsSafe: false },
  }),
  'DELETE /programmes/:programmeId/audiences/:audienceId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/audiences'] as const),
    { name: 'Finance', scope: 'programme', audience: { kind: 'chosen', departments: ['Finance'] } },
    '/programmes/p1/audiences/made',
  ),
  'DELETE /programmes/:programmeId/training/exceptions/:personId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/training/exceptions'] as const),
    { personId: person.applicant.id, why: 'Followed them elsewhere' },
    `/programmes/p1/training/exceptions/${person.applicant.id}`,
  ),
  'POST /programmes/:programmeId/sessions/:sessionId/announce': {
    first: [],
    next: {
      ...({ view: 'coordinator', method: 'POST', path: '/programmes/p1/sessions/session-draft/announce' } as const),
      body: { version: 0 },
    },
  },
  'DELETE /programmes/:programmeId/sessions/:sessionId/seat': {
    first: [{ view: 'mentee', method: 'PUT', path: '/programmes/p1/sessions/session-1/seat' }],
    next: { view: 'mentee', method: 'DELETE', path: '/programmes/p1/sessions/session-1/seat' },
  },
  'POST /programmes/:programmeId/events/:eventId/open': {
    first: [],
    next: {
      ...({ view: 'coordinator', method: 'POST', path: '/programmes/p1/events/event-draft/open' } as const),
      body: { version: 0 },
    },
  },
  'DELETE /programmes/:programmeId/skills/:side': undo(
    ...(['mentee', 'PUT', '/programmes/p1/skills/mentee/before'] as const),
    { ratings: { 'goal-say': 3, 'need-no': 'skipped' }, counted: true },
    '/programmes/p1/skills/mentee',
  ),
  'DELETE /programmes/:programmeId/skills/:side/counted': undo(
    ...(['mentee', 'PUT', '/programmes/p1/skills/mentee/before'] as const),
    { ratings: { 'goal-say': 3, 'need-no': 'skipped' }, counted: true },
    '/programmes/p1/skills/mentee/counted',
  ),
  'POST /own-courses/:ownId/publish': {
    first: [],
    next: {
      ...({ view: 'coordinator', method: 'POST', path: '/own-courses/own-draft/publish' } as const),
      body: { onlyThese: true, revision: 1, revisions: { nl: 1 } },
    },
  },
  'PUT /me/load': {
    first: [],
    next: { view: 'mentee', method: 'PUT', path: '/me/load', body: { until: '2026-05-04' } },
  },
};

/**
 * What participants do in the tab on a working day, as visits: a visit is what the pages that somebody opens ask, in their order.
 * The weights follow from what leads people here. A pair is asked for something by a card every week or two (a check-in, a course of
 * the path, a date, a survey), and each card opens its own page; between them people look where they stand. So two visits of five
 * are looks at the first page and the own pair, one of four goes on in a course, the others do what a card asked for. Settings are
 * changed once in a quarter; of coordinators there is one for a thousand participants or so, with more visits each.
 */
import { ratedOf } from '../../../features/checkins/asks/rules.ts';
import { setOf } from '../../../features/surveys/bank/rules.ts';
import { begun, programmeId, type Participant } from './people.ts';

export interface Wanted {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
}

type Step = Omit<Wanted, 'token'>;

/** Of a thousand visits. */
const weights = {
  look: 390,
  course: 250,
  'check-in': 150,
  meeting: 120,
  survey: 50,
  stories: 30,
  settings: 9,
  coordinator: 1,
} as const;
export type Visit = keyof typeof weights;
const kinds = Object.keys(weights) as Visit[];
const whole = kinds.reduce((sum, kind) => sum + weights[kind], 0);

const get = (path: string): Step => ({ method: 'GET', path });
const home = get('/me/home');

const saidInSurvey = Object.fromEntries(setOf('support').items.map(({ id }, place) => [id, 1 + (place % 5)]));
const ratings = Object.fromEntries(ratedOf('day-30').map(({ id }) => [id, 4]));

/** Steps of a course that are gone in one visit. */
const stepsAtOnce = 4;

/** What this visit asks, page by page: the sections of one ask at once. What is sent is a page of its own. */
export function pagesOf(visit: Visit, one: Participant, surveyId: string, random: () => number): readonly Step[][] {
  const pair = `/programmes/${programmeId}/pairs/${one.pairId}`;
  const meeting = `${pair}/meetings/${one.meetingId}/notes`;
  switch (visit) {
    case 'look':
      return [
        [home],
        [
          ...['', '/meetings', '/agreement', '/goals', '/check-ins', '/thanks', '/badges'].map((of) => get(pair + of)),
          get(`/programmes/${programmeId}/you-said`),
          ...['/doors', '/story'].map((of) => get(pair + of)),
          get(`/programmes/${programmeId}/has-outcome`),
        ],
      ];
    case 'course':
      return [[get(`/courses/${begun}`)], ...coursework(one).map((step) => [step]), [get('/me/training')]];
    case 'check-in':
      return [
        [get(`${pair}/check-ins/day-30`)],
        [{ method: 'POST', path: `${pair}/check-ins`, body: { round: 'day-30', ratings, contact: false, note: '' } }],
        [home],
      ];
    case 'meeting':
      return [
        ...[[home], [get(`${pair}/meetings`)], [get(meeting)]],
        [{ method: 'POST', path: `${meeting}/points`, body: { text: `To talk about: ${Math.floor(random() * 8)}` } }],
      ];
    case 'survey':
      return [
        [get(`/surveys/${surveyId}/answer`)],
        [{ method: 'POST', path: `/surveys/${surveyId}/answer`, body: { answers: saidInSurvey } }],
        [home],
      ];
    case 'stories':
      return [[get('/stories')], [get(`/programmes/${programmeId}/resources`)]];
    case 'settings':
      return [[home], [{ method: 'PUT', path: '/me/preferences', body: { language: random() < 0.5 ? 'nl' : 'en' } }]];
    case 'coordinator':
      return [[get('/programmes')], [get(`/programmes/${programmeId}`)], [get(`/programmes/${programmeId}/check-ins`)]];
    default:
      return visit satisfies never;
  }
}

const stepOf = new WeakMap<Participant, number>();

/** The player tells each step; whoever is at the end of the course has one more step of the same. */
function coursework(one: Participant): Step[] {
  const from = stepOf.get(one) ?? 0;
  stepOf.set(one, from + stepsAtOnce);
  return Array.from({ length: stepsAtOnce }, (_, place) => ({
    method: 'PUT' as const,
    path: `/me/courses/${begun}`,
    body: { step: Math.min(20, from + place + 1), isDone: false },
  }));
}

export interface People {
  readonly all: readonly Participant[];
  readonly tokens: ReadonlyMap<string, string>;
  readonly coordinatorId: string;
  readonly surveyId: string;
}

/** The next request of a working day, whenever it is asked for, by people drawn by chance. */
export function workingDay({ all, tokens, coordinatorId, surveyId }: People, random: () => number) {
  const waiting: Wanted[][][] = [];
  const asking: Wanted[] = [];
  const begin = (): Wanted[][] => {
    const visit = drawn(random() * whole);
    const one = all[Math.floor(random() * all.length)]!;
    const token = tokens.get(visit === 'coordinator' ? coordinatorId : one.id) ?? '';
    return pagesOf(visit, one, surveyId, random).map((page) => page.map((step) => ({ ...step, token })));
  };
  /** `atOnce`: visits that go on at the same time; each waits for its turn between two pages, a page asks all at once. */
  return (atOnce: number): Wanted => {
    while (waiting.length < atOnce) waiting.splice(Math.floor(random() * (waiting.length + 1)), 0, begin());
    while (asking.length === 0) {
      const [page = [], ...rest] = waiting.shift() ?? begin();
      asking.push(...page);
      if (rest.length > 0) waiting.push(rest);
    }
    return asking.shift()!;
  };
}

function drawn(at: number): Visit {
  let left = at;
  return kinds.find((kind) => (left -= weights[kind]) < 0) ?? 'look';
}

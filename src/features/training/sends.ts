/** What courses send: the offer after applying, and the course itself to whoever wants it in chat. Its steps follow press by press. */
import { sideIn, type Answer, type Persona, type Scene, type Sending } from '../programmes/rehearsal/model.ts';
import { doneCard, missingCard, offerCard, remindCard, stepCard, type Offered } from './cards.ts';
import type { Course, NextCourse } from './model.ts';
import { pathOf } from './rules.ts';
import { courseOf } from './usecases.ts';
import { say } from './words.ts';

const pathFor = ({ language }: Scene, to: Persona): Course[] => pathOf(sideIn(to)).map((id) => courseOf(id, language));

function courseFor({ language }: Scene, to: Persona): Course {
  const [id = 'setting-goals'] = pathOf(sideIn(to));
  return courseOf(id, language);
}

/** Tandem's, then the organisation's. */
const wholePath = (scene: Scene, to: Persona): NextCourse[] => [
  ...pathFor(scene, to),
  ...(scene.ownPath?.[sideIn(to)] ?? []),
];

const offered = (scene: Scene, to: Persona): Offered => ({
  ...{ role: sideIn(to), left: wholePath(scene, to), isGated: scene.programme.coursesFirst === true },
});

/** Each step, each choice in it with what follows, and the end. */
function steps(scene: Scene, to: Persona): Answer[] {
  const course = courseFor(scene, to);
  const { language } = scene;
  const shown = course.steps.flatMap(({ asked }, place): Answer[] => [
    { verb: 'training.step', card: stepCard(language, course, place) },
    ...(asked?.choices ?? []).map((_, chosen) => ({
      ...{ verb: 'training.choose', card: stepCard(language, course, place, chosen) },
    })),
  ]);
  const choosing = course.steps.findIndex(({ asked }) => asked !== undefined);
  const press = say(language, 'again');
  return [
    ...shown,
    { verb: 'training.done', card: doneCard(language, course, pathFor(scene, to)[1]) },
    ...pathFor(scene, to)
      .slice(1, 2)
      .map((next) => ({ verb: 'training.step', press: say(language, 'done.go'), card: stepCard(language, next, 0) })),
    { verb: 'training.done', late: true, card: doneCard(language, course, 'path-done') },
    { verb: 'training.step', press, card: stepCard(language, course, choosing) },
  ];
}

export const offering: Sending = {
  as: { kind: 'training.offer' },
  occasions: [
    {
      to: ['mentee-applied', 'mentor-applied'],
      after: 'applied',
      show: (scene, to) => offerCard(scene.language, offered(scene, to)),
      answers: steps,
    },
  ],
};

export const sendingCourse: Sending = {
  as: { kind: 'training.send', when: 'now' },
  occasions: [
    {
      to: ['mentee-applied', 'mentor-applied'],
      after: 'course-wanted',
      show: (scene, to) => stepCard(scene.language, courseFor(scene, to), 0),
    },
  ],
};

export const reminding: Sending = {
  // Nobody asked for it: it counts for the month.
  as: { kind: 'training.remind', unsolicited: true, topic: 'courses' },
  occasions: [
    {
      to: ['mentee-applied', 'mentor-applied'],
      after: 'closing-near',
      show: (scene, to) => {
        const { left, isGated } = offered(scene, to);
        const { programme, call } = scene;
        return remindCard(scene.language, { programme, closesOn: call.closesOn, left: left.slice(1), isGated });
      },
    },
  ],
};

export const tellingMissing: Sending = {
  as: { kind: 'training.missing' },
  occasions: [
    {
      to: ['mentee-unmatched', 'mentor-unmatched'],
      after: 'published',
      fits: ({ programme }) => programme.coursesFirst === true,
      show: (scene, to) =>
        missingCard(scene.language, { programme: scene.programme, left: wholePath(scene, to).slice(1) }),
    },
  ],
};

export const trainingSends: readonly Sending[] = [offering, sendingCourse, reminding, tellingMissing];

/** What courses send: the offer after applying, and the course itself to whoever wants it in chat. Its steps follow press by press. */
import { sideIn, type Answer, type Persona, type Scene, type Sending } from '../programmes/rehearsal/model.ts';
import { doneCard, offerCard, stepCard } from './cards.ts';
import type { Course } from './model.ts';
import { pathOf } from './rules.ts';
import { courseOf } from './usecases.ts';
import { say } from './words.ts';

function courseFor({ language }: Scene, to: Persona): Course {
  const [id = 'setting-goals'] = pathOf(sideIn(to));
  return courseOf(id, language);
}

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
    { verb: 'training.done', card: doneCard(language, course) },
    { verb: 'training.step', press, card: stepCard(language, course, choosing) },
  ];
}

export const offering: Sending = {
  as: { kind: 'training.offer' },
  occasions: [
    {
      to: ['mentee-applied', 'mentor-applied'],
      after: 'applied',
      show: (scene, to) => offerCard(scene.language, courseFor(scene, to)),
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

export const trainingSends: readonly Sending[] = [offering, sendingCourse];

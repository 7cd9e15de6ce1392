/** The statements of each side, as they are asked and as they are counted. Not for the browser. */
import { unbroken, type Language } from '../../../../platform/words.ts';
import type { Question } from '../../../surveys/questions/model.ts';
import type { Course, CourseId } from '../../model.ts';
import mentee from '../content/mentee.json' with { type: 'json' };
import mentor from '../content/mentor.json' with { type: 'json' };
import type { Skill, SkillRatings, SkillSide } from '../model.ts';
import { skillSet, type SkillSet } from './model.ts';

export const skillSets: Readonly<Record<SkillSide, SkillSet>> = {
  mentor: skillSet.parse(mentor),
  mentee: skillSet.parse(mentee),
};

/** In one language, with the courses that the words name. */
export function skillsIn(language: Language, side: SkillSide, courseOf: (id: CourseId) => Course): Skill[] {
  const say = (words: Readonly<Record<Language, string>>): string => unbroken(language, words[language]);
  return skillSets[side].skills.map(({ id, name, items, next }) => {
    const { title, minutes } = courseOf(next.course);
    return {
      ...{ id, name: say(name), items: items.map((one) => ({ id: one.id, text: say(one.text) })) },
      next: { course: { id: next.course, title, minutes }, exercise: say(next.exercise), ask: say(next.ask) },
    };
  });
}

/** As questions of the release: agree scales, of which more is better. */
export function questionsOf(side: SkillSide): Question[] {
  return skillSets[side].skills.flatMap(({ id: construct, items }) =>
    items.map(({ id, text }): Question => ({ id, kind: 'agree', text, construct, favours: 'agree' })),
  );
}

export const isAskedOf = (side: SkillSide, said: SkillRatings): boolean => {
  const known = new Set(questionsOf(side).map(({ id }) => id));
  return Object.keys(said).every((id) => known.has(id));
};

/** What somebody prefers not to say is not kept. */
export function saidOf(all: SkillRatings): Record<string, number> {
  return Object.fromEntries(Object.entries(all).flatMap(([id, one]) => (one === 'skipped' ? [] : [[id, one]])));
}

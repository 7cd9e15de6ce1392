/** From released figures to lines of change. Nothing here sees an answer. */
import { unbroken, type Language } from '../../../../platform/words.ts';
import type { Release } from '../../../release/model.ts';
import type { LinkedFigure } from '../../../release/rounds/model.ts';
import { changesOf } from '../../../surveys/rounds/rules.ts';
import type { SkillSide } from '../model.ts';
import { questionsOf, skillSets } from '../set/rules.ts';
import type { ResultLine, SideResults } from './model.ts';

/** What was told of the three rounds of one side, and of two comparisons. */
export interface ToldSkills {
  readonly before: Release;
  readonly now: Release;
  readonly back: Release;
  /** Before against now. */
  readonly measured: readonly LinkedFigure[];
  /** Now against looking back, as it was released: its earlier round is "now". */
  readonly looking: readonly LinkedFigure[];
}

export function sideResultsOf(language: Language, side: SkillSide, told: ToldSkills): SideResults {
  const questions = questionsOf(side);
  const measured = changesOf(questions, { before: told.before, after: told.now, linked: told.measured });
  const looking = changesOf(questions, { before: told.back, after: told.now, linked: told.looking.map(turned) });
  const lines = questions.flatMap(({ id, text, construct }, place): ResultLine[] => {
    const [one, other] = [measured[place], looking[place]];
    const skill = skillSets[side].skills.find((found) => found.id === construct);
    if (!one || !other || !skill || one.itemId !== id || other.itemId !== id) return [];
    const say = (words: Readonly<Record<Language, string>>): string => unbroken(language, words[language]);
    return [{ text: say(text), skill: say(skill.name), measured: one, looking: other }];
  });
  return { side, before: told.before.responses, after: told.now.responses, lines };
}

/** Released with "now" as the earlier of the two, and read the other way round: what was then comes first. */
export function turned(figure: LinkedFigure): LinkedFigure {
  if (figure.state !== 'told') return figure;
  return { ...figure, before: figure.after, after: figure.before, moved: figure.moved.toReversed() };
}

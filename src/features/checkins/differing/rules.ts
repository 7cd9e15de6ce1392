/** Where two who both agreed see it differently, as words and never as numbers, with an idea for their next talk. Not for the browser. */
import type { Language } from '../../../platform/words.ts';
import type { Question } from '../../surveys/questions/model.ts';
import { comparableOf, ratingOf } from '../asks/rules.ts';
import type { CheckIn, Difference, Round, SaidRated } from '../model.ts';
import { say } from './words.ts';

/** On a scale of five, partners this far apart see it differently (evidence.md, "at risk"). */
const apart = 2;

const ideas = { quality: 'open', effectiveness: 'next', career: 'options', distance: 'moved' } as const;

function ideaOf({ id, construct }: Question): 'agreed' | (typeof ideas)[keyof typeof ideas] {
  return id === 'talk-agreed' ? 'agreed' : (ideas[construct as keyof typeof ideas] ?? 'agreed');
}

/** What somebody said, when they agreed that it may be compared. */
export function sharedOf(one: CheckIn | undefined): SaidRated | undefined {
  return one && 'ratings' in one.said && one.said.share === true ? one.said : undefined;
}

/** The questions on which the two are two or more points apart; what one of them did not say is no difference. */
export function differentItems(round: Round, one: SaidRated, other: SaidRated): string[] {
  return comparableOf(round).flatMap((item) => {
    const [mine, theirs] = [ratingOf(one, item), ratingOf(other, item)];
    return mine !== 'skipped' && theirs !== 'skipped' && Math.abs(mine - theirs) >= apart ? [item.id] : [];
  });
}

/** In the reader's language; a question that is asked no more is left out. */
export function differencesIn(language: Language, round: Round, ids: readonly string[]): Difference[] {
  return comparableOf(round)
    .filter(({ id }) => ids.includes(id))
    .map((item) => ({ id: item.id, text: item.text[language], idea: say(language, ideaOf(item)) }));
}

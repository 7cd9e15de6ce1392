/** An answer as it is kept, back in the words in which it was asked. What somebody preferred not to say was not kept, and is left out. */
import type { Language } from '../../../../platform/words.ts';
import type { Response } from '../../../release/answers/model.ts';
import type { Question } from '../../questions/model.ts';
import { bandNames, chosen, optionItem, questionIn } from '../../questions/rules.ts';
import { say } from '../../words.ts';
import type { OwnAnswers } from './model.ts';

type Said = Pick<Response, 'ratings' | 'texts'>;

export function answersInWords(items: readonly Question[], said: Said, language: Language): OwnAnswers['answers'] {
  return items.flatMap((one) => {
    const answer = answerTo(one, said, language);
    return answer === undefined ? [] : [{ question: questionIn(one, language).text, answer }];
  });
}

function answerTo(one: Question, { ratings, texts }: Said, language: Language): string | undefined {
  if (one.options) return optionsIn(one, ratings, language);
  const rating = ratings[one.id];
  if (rating === undefined) return texts[one.id];
  return one.kind === 'agree' ? sayAgree(language, rating) : bandNames(one)[rating - 1];
}

const sayAgree = (language: Language, rating: number): string => say(language, `scale.${rating as 1 | 2 | 3 | 4 | 5}`);

/** Those that were chosen, or all of them in the order in which they were put. */
function optionsIn(one: Question, ratings: Said['ratings'], language: Language): string | undefined {
  const options = (questionIn(one, language).options ?? []).flatMap(({ id, text }) => {
    const rating = ratings[optionItem(one.id, id)];
    return rating === undefined ? [] : [{ text, rating }];
  });
  if (options.length === 0) return undefined;
  const told =
    one.kind === 'rank'
      ? options.toSorted((a, b) => a.rating - b.rating)
      : options.filter(({ rating }) => rating === chosen);
  return told.map(({ text }) => text).join(', ');
}

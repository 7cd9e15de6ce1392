/**
 * Whether a text sounds as if something were wrong, and whether it asks for a judgement of somebody. It is read before anything else is
 * done with it, in all four languages at once, and errs on the side of naming the adviser.
 */
import de from '../content/urgent-de.json' with { type: 'json' };
import en from '../content/urgent-en.json' with { type: 'json' };
import fr from '../content/urgent-fr.json' with { type: 'json' };
import nl from '../content/urgent-nl.json' with { type: 'json' };
import { phraseFinder, tokensIn } from '../phrases/rules.ts';

const lists = [nl, fr, de, en];
const wrong = phraseFinder(lists.map((list) => list.wrong));
const calm = phraseFinder(lists.map((list) => list.calm));
const judging = phraseFinder(lists.map((list) => list.judging));

/** Harassment, discrimination, danger, despair. Stage fright is none: what is feared is said beside. */
export function soundsWrong(text: string): boolean {
  const tokens = tokensIn(text);
  const spared = calm(tokens);
  return wrong(tokens).some(({ from, to }) => !spared.some((one) => one.from <= from && to <= one.to));
}

export function asksToJudge(text: string): boolean {
  return judging(tokensIn(text)).length > 0;
}

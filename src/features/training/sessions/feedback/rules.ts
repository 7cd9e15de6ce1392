/** What is asked after a session: three questions, as the surveys ask theirs; and whose turn it is to be asked. */
import type { Language } from '../../../../platform/words.ts';
import { questions, type AskedQuestion } from '../../../surveys/questions/model.ts';
import feedback from '../content/feedback.json' with { type: 'json' };
import type { Seat, Session } from '../model.ts';
import { feedbackUntil } from '../rules.ts';

export const feedbackQuestions = questions.parse(feedback);

export const questionsIn = (language: Language): AskedQuestion[] =>
  feedbackQuestions.map(({ id, kind, text }) => ({ id, kind, text: text[language] }));

/** Whoever was there, until the last day. */
export function isAsked(one: Session, seat: Seat | undefined, now: number): boolean {
  return one.state === 'open' && seat?.wasThere === true && now < feedbackUntil(one);
}

/** What a report leaves out, question by question and part by part, each with its reason in the words of the page. */
import type { Block, PaperSection } from '../../../../platform/papers.ts';
import type { Language } from '../../../../platform/words.ts';
import { floors } from '../../../release/model.ts';
import type { ItemResult, ResultsView, SurveyPage } from '../../model.ts';
import type { Question } from '../../questions/model.ts';
import { isText, nameIn } from '../../questions/rules.ts';
import { say as saySurvey } from '../../words.ts';
import { partName } from '../figures/rules.ts';
import { say } from '../words.ts';

export function leftOutSection(survey: SurveyPage, results: ResultsView | undefined, language: Language): PaperSection {
  const rule = say(language, 'left.rule', { floor: survey.floor, least: floors.text });
  const items = results ? [...questionsLeftOut(survey, results, language), ...partsLeftOut(survey, language)] : [];
  const blocks: Block[] = [{ kind: 'text', text: rule }];
  if (items.length > 0) blocks.push({ kind: 'list', items });
  else if (results) blocks.push({ kind: 'text', text: say(language, 'left.nothing') });
  return { title: say(language, 'left'), blocks };
}

function questionsLeftOut({ items }: SurveyPage, results: ResultsView, language: Language): string[] {
  return items.flatMap((question) => {
    const result = results.items.find(({ figure }) => figure.itemId === question.id);
    if (!result) return [];
    return [...whyNot(question, result, language), ...optionsLeftOut(question, result, language)];
  });
}

function whyNot(question: Question, { figure }: ItemResult, language: Language): string[] {
  const item = nameIn(question, language);
  const line = (why: string): string[] => [say(language, 'left.item', { item, why })];
  if (figure.state === 'withheld')
    return line(saySurvey(language, isText(question) ? 'results.texts.few' : `results.withheld.${figure.reason}`));
  if (figure.state !== 'nearly-all') return [];
  return line(saySurvey(language, question.kind === 'agree' ? `results.nearlyAll.${figure.side}` : 'results.alike'));
}

function optionsLeftOut({ options = [], ...question }: Question, { figure }: ItemResult, language: Language): string[] {
  if (figure.state !== 'options') return [];
  return figure.options
    .filter(({ share, place }) => share === undefined && place === undefined)
    .map(({ id }) => {
      const option = options.find((one) => one.id === id)?.text[language] ?? id;
      return say(language, 'left.option', { item: nameIn(question, language), option });
    });
}

function partsLeftOut({ items, parts }: SurveyPage, language: Language): string[] {
  return parts.flatMap(({ itemId, cuts }) => {
    const question = items.find(({ id }) => id === itemId);
    if (!question) return [];
    return cuts.flatMap((cut) => {
      if (cut.figure.state !== 'withheld') return [];
      const why = saySurvey(language, `parts.${cut.figure.reason}`);
      return [say(language, 'left.parts', { item: nameIn(question, language), part: partName(cut), why })];
    });
  });
}

/** How a released figure is told in one sentence of each language, with its uncertainty: for findings and for the report. */
import type { Language } from '../../../../platform/words.ts';
import type { CheckInFigures, Round } from '../../../checkins/model.ts';
import type { Figure, Headcount } from '../../../release/model.ts';
import type { ThemeCount } from '../../../release/themes/model.ts';
import { headcountName } from '../../../surveys/audience/naming/rules.ts';
import type { ItemResult } from '../../../surveys/model.ts';
import type { Question } from '../../../surveys/questions/model.ts';
import { intervalOf } from '../../../surveys/results/rules.ts';
import { say as saySurvey } from '../../../surveys/words.ts';
import { say } from '../words.ts';

/** In whatever language it is read. */
export type Told = (language: Language) => string;

type Shown = Extract<Figure, { state: 'shown' }>;

function sayShown({ shares, mean }: Shown, interval: ItemResult['interval'], language: Language): string {
  const [no = 0, ratherNo = 0, between = 0, ratherYes = 0, yes = 0] = shares;
  const split = { disagree: no + ratherNo, between, agree: ratherYes + yes };
  return [
    saySurvey(language, 'results.split', split),
    saySurvey(language, 'results.mean', { mean }),
    ...(interval ? [saySurvey(language, 'results.interval', interval)] : []),
  ].join(' · ');
}

/** What a question on a scale of agreement, or with options, came to; nothing for what is not told, and for texts. */
export function resultTold({ kind, options = [] }: Question, result: ItemResult): Told | undefined {
  const { figure, interval } = result;
  switch (figure.state) {
    case 'shown':
      return kind === 'agree' ? (language) => sayShown(figure, interval, language) : undefined;
    case 'nearly-all':
      return (language) => saySurvey(language, `results.nearlyAll.${figure.side}`);
    case 'options': {
      const [first] = figure.options
        .flatMap(({ id, share }) => (share === undefined ? [] : [{ id, share }]))
        .toSorted((a, b) => b.share - a.share);
      const option = options.find(({ id }) => id === first?.id);
      return first && option ? (language) => `${option.text[language]}: ${first.share} %` : undefined;
    }
    case 'texts':
    case 'withheld':
      return undefined;
    default:
      return figure satisfies never;
  }
}

export interface ItemTold {
  readonly round: Round;
  readonly question: Question;
  /** Nothing where it is not told. */
  readonly tells?: Told;
}

/** Each question on agreement of each check-in that anything was released of: its words, and what was said. */
export function checkInsTold({ rounds }: CheckInFigures): ItemTold[] {
  return rounds.flatMap(({ round, questions, released }) =>
    questions
      .filter(({ kind }) => released !== undefined && kind === 'agree')
      .map((question) => {
        const figure = released?.figures.find(({ itemId }) => itemId === question.id);
        const tells = figure && checkInTold(question, figure, released?.responses);
        return { round, question, ...(tells ? { tells } : {}) };
      }),
  );
}

function checkInTold({ text }: Question, figure: Figure, responses: Headcount | undefined): Told | undefined {
  const name: Told = (language) => text[language];
  if (figure.state === 'nearly-all')
    return (language) => `${quoted(language, name)} ${saySurvey(language, `results.nearlyAll.${figure.side}`)}`;
  if (figure.state !== 'shown' || !responses) return undefined;
  const interval = intervalOf(figure, responses);
  return (language) => `${quoted(language, name)} ${sayShown(figure, interval, language)}`;
}

const quoted = (language: Language, name: Told): string => say(language, 'quoted', { text: name(language) });

export function questionTold(title: Told, question: Question, result: ItemResult): Told | undefined {
  const tells = resultTold(question, result);
  return (
    tells &&
    ((language) =>
      say(language, 'tells.question', {
        ...{ survey: title(language), question: question.text[language], said: tells(language) },
      }))
  );
}

export function themeTold(title: Told, name: Told, { people }: Pick<ThemeCount, 'people'>): Told {
  return (language) =>
    say(language, 'tells.theme', {
      ...{ survey: title(language), theme: name(language), count: headcountName(language, people) },
    });
}

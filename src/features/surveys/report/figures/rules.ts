/** The released figures of a survey as bars and tables, in the order of its questions. */
import { headcountName } from '../../audience/naming/rules.ts';
import type { Block, Cell, NumberCell, PaperSection } from '../../../../platform/papers.ts';
import { regionOf, type Language } from '../../../../platform/words.ts';
import { floors, type Figure } from '../../../release/model.ts';
import type { Cut } from '../../../release/cuts/model.ts';
import type { ItemResult, ResultsView, SurveyPage } from '../../model.ts';
import { points, type Question } from '../../questions/model.ts';
import { bandNames, isText, nameIn } from '../../questions/rules.ts';
import { isSupport, recommendationOf } from '../../results/rules.ts';
import { supportSet } from '../../rules.ts';
import { say as saySurvey } from '../../words.ts';
import { say } from '../words.ts';

type Shown = Extract<Figure, { state: 'shown' }>;
interface Found<F = ItemResult['figure']> extends Omit<ItemResult, 'figure'> {
  readonly question: Question;
  readonly figure: F;
}

export function numberCell(value: number, language: Language, digits = 0): NumberCell {
  return { value, text: value.toLocaleString(regionOf(language), { minimumFractionDigits: digits }) };
}

export const shareCell = (value: number): NumberCell => ({ value, text: `${value} %`, isShare: true });

export const partName = ({ parts }: Cut): string => parts.map(({ value }) => value).join(', ');

/** Questions in the groups of the page; what has nothing to show stands among what is left out. */
export function detailSections(
  survey: SurveyPage,
  results: ResultsView,
  how: { readonly language: Language; readonly quotes: boolean },
): PaperSection[] {
  const { language } = how;
  const groups: [string, readonly Question[]][] =
    survey.set === supportSet
      ? [
          [saySurvey(language, 'results.support'), survey.items.filter(isSupport)],
          [saySurvey(language, 'results.help'), survey.items.filter((one) => !isSupport(one))],
        ]
      : [[saySurvey(language, 'results.title'), survey.items]];
  const sections = groups.map(([title, questions]) => ({ title, blocks: blocksOf(questions, results, how) }));
  const first = sections[0];
  if (first && survey.set !== supportSet) first.blocks.unshift(...themesOf(results, language));
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function themesOf({ themes }: ResultsView, language: Language): Block[] {
  if (themes.length === 0) return [];
  const bars = themes.map(({ name, score, level }) => ({
    label: name,
    parts: [score],
    text: saySurvey(language, 'results.theme', { score, level: saySurvey(language, `level.${level}`) }),
  }));
  const title = saySurvey(language, 'results.themes');
  return [{ kind: 'bars', title, parts: [title], full: 100, bars, alt: title }];
}

function blocksOf(
  questions: readonly Question[],
  results: ResultsView,
  { language, quotes }: { readonly language: Language; readonly quotes: boolean },
): Block[] {
  const found = questions.flatMap((question): Found[] => {
    const result = results.items.find(({ figure }) => figure.itemId === question.id);
    return result ? [{ question, ...result }] : [];
  });
  const scales = found.filter(({ question }) => question.kind === 'agree');
  const others = found.filter(({ question }) => question.kind !== 'agree');
  return [...scaleBlocks(scales, language), ...others.flatMap((one) => otherBlock(one, language, quotes))];
}

function scaleBlocks(scales: readonly Found[], language: Language): Block[] {
  const shown = scales.filter((one): one is Found<Shown> => one.figure.state === 'shown');
  const alike = scales.flatMap(({ question, figure }) =>
    figure.state === 'nearly-all'
      ? [`${nameIn(question, language)}: ${saySurvey(language, `results.nearlyAll.${figure.side}`)}`]
      : [],
  );
  const names = points.map((point) => saySurvey(language, `scale.${point}`));
  const bars = shown.map((one) => ({
    label: one.question.text[language],
    parts: one.figure.shares,
    text: inWords(one, language),
  }));
  return [
    ...(shown.length === 0
      ? []
      : ([
          {
            kind: 'bars',
            title: say(language, 'scales'),
            parts: names,
            full: 100,
            bars,
            alt: say(language, 'scales.alt'),
          },
          scaleTable(shown, names, language),
        ] as Block[])),
    ...(alike.length === 0 ? [] : [{ kind: 'list', items: alike } as Block]),
  ];
}

function agreeOf({ shares }: Shown): { disagree: number; between: number; agree: number } {
  const [no = 0, ratherNo = 0, between = 0, ratherYes = 0, yes = 0] = shares;
  return { disagree: no + ratherNo, between, agree: ratherYes + yes };
}

function inWords({ figure, level, interval }: Found<Shown>, language: Language): string {
  const split = saySurvey(language, 'results.split', agreeOf(figure));
  const mean = saySurvey(language, 'results.mean', { mean: figure.mean });
  const sure = interval ? [saySurvey(language, 'results.interval', interval)] : [];
  return [split, mean, ...sure, ...(level ? [saySurvey(language, `level.${level}`)] : [])].join(' · ');
}

function scaleTable(shown: readonly Found<Shown>[], names: readonly string[], language: Language): Block {
  const head = [
    saySurvey(language, 'results.question'),
    ...names,
    say(language, 'agree'),
    saySurvey(language, 'results.average'),
    saySurvey(language, 'results.from'),
    saySurvey(language, 'results.to'),
    say(language, 'level'),
  ];
  const rows = shown.map(({ question, figure, level, interval }): Cell[] => [
    nameIn(question, language),
    ...figure.shares.map(shareCell),
    shareCell(agreeOf(figure).agree),
    numberCell(figure.mean, language, 1),
    interval ? numberCell(interval.from, language, 1) : '–',
    interval ? numberCell(interval.to, language, 1) : '–',
    level ? saySurvey(language, `level.${level}`) : '–',
  ]);
  return { kind: 'table', title: say(language, 'table'), head, rows };
}

/** A choice, a rank, a band of numbers or texts; nothing for what is not told. */
function otherBlock({ question, figure }: Found, language: Language, quotes: boolean): Block[] {
  const title = question.text[language];
  const alt = say(language, 'options.alt');
  switch (figure.state) {
    case 'options':
      return [{ kind: 'bars', title, parts: [title], ...optionBars(question, figure.options, language), alt }];
    case 'shown':
      return [...recommendation(question, figure, language), bandBlock(question, figure, language)];
    case 'texts':
      return [{ kind: 'heading', text: title }, ...textsBlocks(figure.texts, language, quotes)];
    case 'nearly-all':
    case 'withheld':
      return [];
    default:
      return figure satisfies never;
  }
}

/** Nobody was asked whether others may read their words: what is passed on says where they stand. */
function textsBlocks(texts: readonly string[], language: Language, quotes: boolean): Block[] {
  if (!quotes) return [{ kind: 'small', text: say(language, 'texts.page') }];
  return [
    { kind: 'small', text: say(language, 'texts.how', { least: floors.text }) },
    { kind: 'list', items: [...texts] },
  ];
}

type Told = Extract<ItemResult['figure'], { state: 'options' }>['options'];

/** The most chosen first, or the best place; what is not told comes last and says so. */
function optionBars({ kind, options = [] }: Question, told: Told, language: Language) {
  const bars = told.map(({ id, share, place }) => {
    const label = options.find((one) => one.id === id)?.text[language] ?? id;
    if (place !== undefined) {
      const text = saySurvey(language, 'results.place', { place: numberCell(place, language, 1).text });
      return { label, parts: [options.length + 1 - place], text };
    }
    if (share !== undefined) return { label, parts: [share], text: `${share} %` };
    return { label, parts: [0], text: saySurvey(language, 'results.option.none') };
  });
  const sorted = bars.toSorted((a, b) => (b.parts[0] ?? 0) - (a.parts[0] ?? 0));
  return { full: kind === 'rank' ? options.length : 100, bars: sorted };
}

function bandBlock(question: Question, { shares }: Shown, language: Language): Block {
  const names = bandNames(question);
  const bars = shares.map((share, band) => ({ label: names[band] ?? '', parts: [share], text: `${share} %` }));
  const title = question.text[language];
  return { kind: 'bars', title, parts: [title], full: 100, bars, alt: say(language, 'options.alt') };
}

function recommendation(question: Question, figure: Shown, language: Language): Block[] {
  const score = question.construct === 'recommendation' ? recommendationOf(figure) : undefined;
  return score === undefined ? [] : [{ kind: 'text', text: saySurvey(language, 'results.recommendation', { score }) }];
}

export function partSections({ items, parts }: SurveyPage, language: Language): PaperSection[] {
  const t = (key: Parameters<typeof saySurvey>[1]): string => saySurvey(language, key);
  const tables = parts.flatMap(({ itemId, cuts }): Block[] => {
    const question = items.find(({ id }) => id === itemId);
    const rows = cuts.flatMap((cut) => rowOfCut(cut, language));
    if (!question || isText(question) || rows.length === 0) return [];
    const head = [t('parts.part'), t('parts.people'), t('parts.average')];
    return [{ kind: 'table', title: nameIn(question, language), head, rows }];
  });
  if (tables.length === 0) return [];
  return [{ title: t('parts.title'), blocks: [{ kind: 'small', text: t('parts.lead') }, ...tables] }];
}

/** What is withheld stands with its reason among what is left out. */
function rowOfCut(cut: Cut, language: Language): Cell[][] {
  const { people, figure } = cut;
  if (figure.state === 'withheld') return [];
  const count = people.kind === 'exact' ? numberCell(people.people, language) : String(headcountName(language, people));
  const average =
    figure.state === 'mean'
      ? numberCell(figure.mean, language, 1)
      : saySurvey(language, figure.side === 'low' ? 'parts.low' : 'parts.high');
  return [[partName(cut), count, average]];
}

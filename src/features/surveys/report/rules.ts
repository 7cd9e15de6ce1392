/**
 * A survey's report as a paper, made of the page that coordinators see and of nothing else: what that page does not hold, no
 * file can tell. Language and day come with it.
 */
import type { Block, Cell, Paper, PaperSection } from '../../../platform/papers.ts';
import { sayDay, type Language } from '../../../platform/words.ts';
import { organisationZone as zone } from '../../../platform/zone.ts';
import { floors, type Headcount } from '../../release/model.ts';
import { audienceName, headcountName } from '../audience/naming/rules.ts';
import type { ResultsView, SurveyPage } from '../model.ts';
import { nameIn } from '../questions/rules.ts';
import { isSupport } from '../results/rules.ts';
import { supportSet } from '../rules.ts';
import { say as saySurvey } from '../words.ts';
import { detailSections, numberCell, partSections, shareCell } from './figures/rules.ts';
import { leftOutSection } from './left-out/rules.ts';
import { say } from './words.ts';

export interface ReportFacts {
  readonly survey: SurveyPage;
  readonly language: Language;
  readonly now: number;
  /** With what people wrote, for whoever works with the answers; without it, to be passed on. */
  readonly quotes: boolean;
}

export function reportOf(facts: ReportFacts): Paper {
  const { survey, language, now } = facts;
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const day = (at: number): string => sayDay(language, at, zone);
  const stand =
    survey.state === 'closed'
      ? t('stand.closed', { day: day(survey.closesAt) })
      : t('stand.open', { day: day(survey.closesAt), now: day(now) });
  const results = shownIn(survey);
  return {
    language,
    title: t('title', { title: survey.title }),
    subtitle: t('subtitle', { audience: audienceIn(survey, language), stand, answers: answersIn(facts) }),
    foot: t('foot', { day: day(now) }),
    columns: [t('column.section'), t('column.about'), t('column.what'), t('column.value')],
    sections: [
      shortSection(facts, results),
      ...decisionSection(facts),
      ...(results ? detailSections(survey, results, facts) : []),
      ...(results ? partSections(survey, language) : []),
      leftOutSection(survey, results, language),
      howSection(facts, results),
    ],
  };
}

/** As on the page: below the floor nothing is shown. */
function shownIn({ results }: SurveyPage): ResultsView | undefined {
  return results?.responses.kind === 'under-5' ? undefined : results;
}

function audienceIn({ audience, sample }: SurveyPage, language: Language): string {
  return audienceName(language, audience, sample);
}

function headcountIn(count: Headcount, language: Language): Cell {
  return count.kind === 'exact' ? numberCell(count.people, language) : String(headcountName(language, count));
}

function answersIn({ survey, language }: ReportFacts): string {
  const told = headcountIn(survey.results?.responses ?? { kind: 'under-5' }, language);
  return typeof told === 'string' ? told : told.text;
}

/** What management reads first: the figures that count, what they mean, and the weakest point. */
function shortSection({ survey, language }: ReportFacts, results: ResultsView | undefined): PaperSection {
  const t = (key: Parameters<typeof saySurvey>[1], values = {}): string => saySurvey(language, key, values);
  const title = say(language, 'short');
  if (!results) {
    const text = t(survey.state === 'open' ? 'results.none.next' : 'results.few.next', { floor: survey.floor });
    return { title, blocks: [{ kind: 'text', text }] };
  }
  const { support, responses, participation, someLeftOut } = results;
  const isAboutSupport = survey.set === supportSet;
  const score = isAboutSupport ? support.score : undefined;
  const figures = [
    ...(score === undefined ? [] : [{ value: numberCell(score, language), label: t('results.score') }]),
    { value: headcountIn(responses, language), label: t('results.answers') },
    ...(participation === undefined ? [] : [{ value: shareCell(participation), label: t('results.participation') }]),
  ];
  const level = support.level;
  const lines = [
    ...(isAboutSupport && level ? [`${t(`level.${level}`)}. ${t(`means.${level}`)}`] : []),
    ...(isAboutSupport && !level ? [t('means.unknown')] : []),
    ...(isAboutSupport ? weakestIn(survey, results, language) : []),
    ...(responses.kind === '5-to-9' ? [t('means.small')] : []),
    ...(participation !== undefined && participation < 30 ? [t('means.low')] : []),
    ...(someLeftOut ? [t('results.leftOut')] : []),
  ];
  const words = lines.map((text): Block => ({ kind: 'text', text }));
  return { title, blocks: [{ kind: 'figures', figures }, ...words] };
}

function weakestIn(survey: SurveyPage, { support }: ResultsView, language: Language): string[] {
  const item = survey.items.find(({ id }) => id === support.weakest);
  if (!item || !isSupport(item)) return [];
  const known = ['commitment', 'efficacy', 'value', 'management'] as const;
  const tip = saySurvey(language, `tip.${known.find((one) => one === item.construct) ?? 'commitment'}`);
  return [saySurvey(language, 'means.weakest', { item: nameIn(item, language), tip })];
}

/** The one that stands with its reasons, and those before it. */
function decisionSection({ survey, language }: ReportFacts): PaperSection[] {
  const last = survey.decisions.at(-1);
  if (!last) return [];
  const by = ({ byName, at }: SurveyPage['decisions'][number]): string =>
    saySurvey(language, 'decision.by', {
      name: byName ?? saySurvey(language, 'decision.somebody'),
      day: sayDay(language, at, zone),
    });
  const earlier = survey.decisions
    .slice(0, -1)
    .toReversed()
    .map((one) =>
      say(language, 'decision.line', {
        ...{ choice: saySurvey(language, `choice.${one.choice}`), by: by(one), why: one.why },
      }),
    );
  const blocks: Block[] = [
    { kind: 'heading', text: saySurvey(language, `choice.${last.choice}`) },
    { kind: 'text', text: last.why },
    { kind: 'small', text: by(last) },
  ];
  if (earlier.length > 0)
    blocks.push({ kind: 'heading', text: say(language, 'decision.earlier') }, { kind: 'list', items: earlier });
  return [{ title: say(language, 'decision'), blocks }];
}

function howSection({ survey, language }: ReportFacts, results: ResultsView | undefined): PaperSection {
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const day = (at: number): string => sayDay(language, at, zone);
  const { openedAt, asked, floor, scoring } = survey;
  const rows: [string, Cell][] = [
    [t('how.mode'), t(`how.mode.${survey.mode}`)],
    [t('how.audience'), audienceIn(survey, language)],
    ...(openedAt === undefined ? [] : [[t('how.opened'), day(openedAt)] as [string, Cell]]),
    [t('how.closed'), day(survey.closesAt)],
    ...(asked === undefined ? [] : [[t('how.asked'), numberCell(asked, language)] as [string, Cell]]),
    [t('how.answers'), headcountIn(results?.responses ?? { kind: 'under-5' }, language)],
    ...(results?.participation === undefined
      ? []
      : [[t('how.participation'), shareCell(results.participation)] as [string, Cell]]),
    [t('how.floor'), t('how.floor.value', { floor })],
    ...(results ? [[t('how.asOf'), day(results.at)] as [string, Cell]] : []),
  ];
  const score =
    survey.set === supportSet
      ? saySurvey(language, 'results.how.text', { count: results?.support.items ?? 0 })
      : scoring;
  return {
    title: t('how'),
    blocks: [
      { kind: 'table', title: t('how.table'), head: [t('how.what'), t('how.value')], rows },
      { kind: 'small', text: saySurvey(language, 'privacy.parts', { least: floors.text }) },
      ...(results
        ? ([
            { kind: 'small', text: t(results.isFinal ? 'how.final' : 'how.interim') },
            { kind: 'heading', text: t('how.score') },
            { kind: 'small', text: score },
          ] as Block[])
        : []),
    ],
  };
}

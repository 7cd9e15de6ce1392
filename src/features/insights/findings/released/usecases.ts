/** Everything that was released about a programme and may become a finding; nothing else is read. */
import type { Caller } from '../../../../platform/doors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Round } from '../../../checkins/model.ts';
import { checkInFigures } from '../../../checkins/results/usecases.ts';
import { sayRound } from '../../../checkins/rounds/words.ts';
import type { Programme } from '../../../programmes/model.ts';
import { toldFindings } from '../../../release/themes/usecases.ts';
import { latestRelease } from '../../../release/usecases.ts';
import { programmesIn } from '../../../surveys/audience/usecases.ts';
import { setOf } from '../../../surveys/bank/rules.ts';
import type { Survey } from '../../../surveys/model.ts';
import { resultsOf } from '../../../surveys/results/rules.ts';
import { indexPartition, surveyIndex } from '../../../surveys/store.ts';
import { purposes } from '../../../surveys/talks/model.ts';
import { say as sayTalk } from '../../../surveys/talks/words.ts';
import { listThemes, proposed, textsOf } from '../../../surveys/themes/usecases.ts';
import { findSurvey } from '../../../surveys/usecases.ts';
import { sayHint } from '../../funnel/naming/rules.ts';
import { lookAt } from '../../funnel/usecases.ts';
import type { Source } from '../model.ts';
import { say } from '../words.ts';
import { checkInsTold, questionTold, themeTold, type Told } from './rules.ts';

export interface Released {
  /** The same result has the same one. */
  readonly key: string;
  readonly source: Source;
  readonly tells: Told;
}

type ThemeNames = (id: string) => Told;

const of = (source: Source, about: readonly string[], tells: Told): Released => ({
  ...{ key: idOf('released', source.kind, ...about), source, tells },
});

/** For a coordinator of the programme; who that is, was asked before. */
export async function releasedAbout(deps: Platform, caller: Caller, programme: Programme): Promise<Released[]> {
  const nameOf = await themeNames(deps, caller);
  const surveys = await surveysOf(deps, programme);
  const found = await Promise.all([
    checkInFigures(deps, programme.id).then((figures) =>
      checkInsTold(figures).flatMap(({ round, question, tells }) =>
        tells ? [of({ kind: 'check-ins' }, [round, question.id], inRound(round, tells))] : [],
      ),
    ),
    ...surveys.map((one) => ofSurvey(deps, caller, one, nameOf)),
    ofTalks(deps, nameOf),
    lookAt(deps, caller, programme).then(({ page: { hints } }) =>
      hints.map((hint) => of({ kind: 'funnel' }, [JSON.stringify(hint)], (language) => sayHint(language, hint))),
    ),
  ]);
  return found.flat();
}

const inRound =
  (round: Round, tells: Told): Told =>
  (language) =>
    say(language, 'tells.check-in', { round: sayRound(language, round), said: tells(language) });

/** The one that the programme was begun with, and those that ask the people in it. */
export async function surveysOf(deps: Platform, { id, surveyId }: Programme): Promise<Survey[]> {
  const lines = await surveyIndex.list(deps.tables, indexPartition);
  const all = await Promise.all(lines.map(({ value }) => findSurvey(deps, value.surveyId)));
  return all
    .flatMap((one) => (one && (one.id === surveyId || programmesIn(one.audience).includes(id)) ? [one] : []))
    .toSorted((a, b) => a.createdAt - b.createdAt);
}

async function ofSurvey(deps: Platform, caller: Caller, survey: Survey, nameOf: ThemeNames): Promise<Released[]> {
  const release = await latestRelease(deps, survey.id);
  if (!release) return [];
  const title: Told = (language) => setOf(survey.set).title[language];
  const { items } = resultsOf(release, survey.items, { asked: survey.asked, nameOf: () => '' });
  const source = { kind: 'survey', surveyId: survey.id } as const;
  const figures = items.flatMap((result) => {
    const question = survey.items.find(({ id }) => id === result.figure.itemId);
    const tells = question && questionTold(title, question, result);
    return question && tells ? [of(source, [survey.id, question.id], tells)] : [];
  });
  const texts = await textsOf(deps, caller, survey.id);
  const themes = texts.items.flatMap(({ id, counts }) =>
    counts.map((one) => of(source, [survey.id, id, one.theme], themeTold(title, nameOf(one.theme), one))),
  );
  return [...figures, ...themes];
}

async function ofTalks(deps: Platform, nameOf: ThemeNames): Promise<Released[]> {
  const all = await toldFindings(deps);
  return all.flatMap(({ about, themes }) => {
    const purpose = purposes.find((one) => one === about);
    if (!purpose) return [];
    return themes.map((theme) =>
      of({ kind: 'talks' }, [about, theme], (language) =>
        say(language, 'tells.talks', {
          ...{ about: sayTalk(language, `purpose.${purpose}`), theme: nameOf(theme)(language) },
        }),
      ),
    );
  });
}

async function themeNames(deps: Platform, caller: Caller): Promise<ThemeNames> {
  const own = new Map((await listThemes(deps, caller)).map(({ id, name }) => [id, name]));
  return (id) => {
    const ready = proposed.find((one) => one.id === id);
    return (language) => ready?.name[language] ?? own.get(id) ?? id;
  };
}

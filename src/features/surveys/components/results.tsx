/** Released results: how many answered, what it means, and every item. Everything here is a released figure. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { Bars } from '../../../ui/bars.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Empty } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { ResultsView, SurveyPage } from '../model.ts';
import type { Question } from '../questions/model.ts';
import { isText, nameIn } from '../questions/rules.ts';
import { isSupport } from '../results/rules.ts';
import { supportSet } from '../rules.ts';
import { say } from '../words.ts';
import { LevelBadge } from './likert.tsx';
import { OneResult } from './one-result.tsx';
import { useHeadcount } from './sayings.ts';

/** Below what one looks at first. */
const Tables = lazy(async () => ({ default: (await import('./tables.tsx')).Tables }));

const useStyles = makeStyles({
  items: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
  },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  text: { margin: 0, lineHeight: '1.55', maxWidth: '68ch' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  how: { marginTop: tokens.spacingVerticalL, '& summary': { cursor: 'pointer', minHeight: '44px' } },
});

/** What was released as a whole, or why there is nothing. */
export function Summary({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const { floor, state } = survey;
  const results = shownIn(survey);
  if (results) return <Meaning survey={survey} results={results} />;
  const isWaiting = survey.mode === 'confidential' ? 'results.later' : 'results.none';
  const words = state === 'open' ? isWaiting : 'results.few';
  return (
    <Section>
      <Empty title={t(words)} text={t(`${words}.next`, { floor })} />
    </Section>
  );
}

/** Every item, and all figures as a table. */
export function Details({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const results = shownIn(survey);
  if (!results) return null;
  return (
    <>
      {survey.set === supportSet ? (
        <>
          <Items title={t('results.support')} results={results} questions={survey.items.filter(isSupport)} />
          <Items
            title={t('results.help')}
            results={results}
            questions={survey.items.filter((one) => !isSupport(one))}
          />
        </>
      ) : (
        <Items title={t('results.title')} results={results} questions={survey.items} />
      )}
      {survey.items.some(isText) && (
        <div>
          <ButtonLink to={`/surveys/${survey.id}/themes`}>{t('results.themes.give')}</ButtonLink>
        </div>
      )}
      <Tables questions={survey.items} items={results.items} parts={survey.parts} />
    </>
  );
}

function shownIn({ results }: SurveyPage): ResultsView | undefined {
  return results?.responses.kind === 'under-5' ? undefined : results;
}

interface MeaningProps {
  readonly survey: SurveyPage;
  readonly results: ResultsView;
}

function Meaning({ survey, results }: MeaningProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const countOf = useHeadcount();
  const write = useMoment();
  const { support, participation, responses, someLeftOut, themes } = results;
  const isAboutSupport = survey.set === supportSet;
  const level = isAboutSupport ? support.level : undefined;
  return (
    <Section title={t('means.title')} action={level && <LevelBadge level={level} />}>
      <div className={styles.stack}>
        <Figures>
          {isAboutSupport && support.score !== undefined && <Figure value={support.score} label={t('results.score')} />}
          <Figure value={countOf(responses)} label={t('results.answers')} />
          {participation !== undefined && <Figure value={`${participation} %`} label={t('results.participation')} />}
        </Figures>
        {isAboutSupport && <p className={styles.text}>{t(`means.${level ?? 'unknown'}`)}</p>}
        {isAboutSupport && <Weakest questions={survey.items} results={results} />}
        {!isAboutSupport && themes.length > 0 && (
          <Bars
            label={t('results.themes')}
            full={100}
            bars={themes.map(({ name, score, level: of }) => ({
              label: name,
              value: score,
              text: t('results.theme', { score, level: t(`level.${of}`) }),
            }))}
          />
        )}
        {responses.kind === '5-to-9' && <p className={styles.text}>{t('means.small')}</p>}
        {participation !== undefined && participation < 30 && <p className={styles.text}>{t('means.low')}</p>}
        {someLeftOut && <Notice>{t('results.leftOut')}</Notice>}
        <p className={styles.small}>{t('results.asOf', { moment: write(results.at) })}</p>
        <details className={styles.how}>
          <summary>{t('results.how')}</summary>
          <p className={styles.text}>
            {isAboutSupport
              ? t('results.how.text', { count: support.items })
              : `${survey.scoring} ${t('results.how.themes')}`}
          </p>
        </details>
      </div>
    </Section>
  );
}

interface ListProps {
  readonly questions: readonly Question[];
  readonly results: ResultsView;
}

function Weakest({ questions, results: { support } }: ListProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const item = questions.find(({ id }) => id === support.weakest);
  if (!item) return null;
  return (
    <p className={styles.text}>
      {t('means.weakest', { item: nameIn(item, language), tip: t(`tip.${tipFor(item.construct)}`) })}
    </p>
  );
}

/** Only support items can be the weakest. */
function tipFor(construct: string | undefined): 'commitment' | 'efficacy' | 'value' | 'management' {
  return construct === 'efficacy' || construct === 'value' || construct === 'management' ? construct : 'commitment';
}

function Items({ title, questions, results }: ListProps & { readonly title: string }): ReactNode {
  const styles = useStyles();
  const found = questions.flatMap((question) => {
    const result = results.items.find(({ figure }) => figure.itemId === question.id);
    return result ? [{ question, result }] : [];
  });
  if (found.length === 0) return null;
  return (
    <Section title={title}>
      <div className={styles.items}>
        {found.map((one) => (
          <OneResult key={one.question.id} {...one} />
        ))}
      </div>
    </Section>
  );
}

/** Released results: how many answered, what it means, and every item. Everything here is a released figure. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Empty } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { ResultsView, SurveyPage } from '../model.ts';
import { supportItems, type Construct } from '../questions/model.ts';
import { supportTexts } from '../questions/rules.ts';
import { say } from '../words.ts';
import { FiguresTable } from './figures-table.tsx';
import { ByPart } from './parts.tsx';
import { LevelBadge, Likert } from './likert.tsx';
import { useHeadcount } from './sayings.ts';

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
  if (results) return <Meaning results={results} />;
  const words = state === 'open' ? ('results.none' as const) : ('results.few' as const);
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
      <Items title={t('results.support')} results={results} isSupport />
      <Items title={t('results.help')} results={results} isSupport={false} />
      <FiguresTable items={results.items} />
      <ByPart parts={survey.parts} />
    </>
  );
}

function shownIn({ results }: SurveyPage): ResultsView | undefined {
  return results?.responses.kind === 'under-5' ? undefined : results;
}

function Meaning({ results }: { readonly results: ResultsView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const countOf = useHeadcount();
  const write = useMoment();
  const { support, participation, responses, someLeftOut } = results;
  const level = support.level;
  return (
    <Section title={t('means.title')} action={level && <LevelBadge level={level} />}>
      <div className={styles.stack}>
        <Figures>
          {support.score !== undefined && <Figure value={support.score} label={t('results.score')} />}
          <Figure value={countOf(responses)} label={t('results.answers')} />
          {participation !== undefined && <Figure value={`${participation} %`} label={t('results.participation')} />}
        </Figures>
        <p className={styles.text}>{t(`means.${level ?? 'unknown'}`)}</p>
        <Weakest results={results} />
        {responses.kind === '5-to-9' && <p className={styles.text}>{t('means.small')}</p>}
        {participation !== undefined && participation < 30 && <p className={styles.text}>{t('means.low')}</p>}
        {someLeftOut && <Notice>{t('results.leftOut')}</Notice>}
        <p className={styles.small}>{t('results.asOf', { moment: write(results.at) })}</p>
        {support.score !== undefined && (
          <details className={styles.how}>
            <summary>{t('results.how')}</summary>
            <p className={styles.text}>{t('results.how.text', { count: support.items })}</p>
          </details>
        )}
      </div>
    </Section>
  );
}

function Weakest({ results: { support } }: { readonly results: ResultsView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const texts = supportTexts(useLanguage());
  const item = supportItems.find(({ id }) => id === support.weakest);
  if (!item) return null;
  return (
    <p className={styles.text}>
      {t('means.weakest', { item: texts.items[item.id].short, tip: t(`tip.${tipFor(item.construct)}`) })}
    </p>
  );
}

/** Only support items can be the weakest; the barriers have no tip of their own. */
function tipFor(construct: Construct): 'commitment' | 'efficacy' | 'value' | 'management' {
  return construct === 'access' || construct === 'fear' ? 'commitment' : construct;
}

interface ItemsProps {
  readonly title: string;
  readonly results: ResultsView;
  readonly isSupport: boolean;
}

function Items({ title, results, isSupport }: ItemsProps): ReactNode {
  const styles = useStyles();
  const ids = new Set<string>(supportItems.filter((item) => item.isSupport === isSupport).map(({ id }) => id));
  return (
    <Section title={title}>
      <div className={styles.items}>
        {results.items
          .filter(({ figure }) => ids.has(figure.itemId))
          .map((result) => (
            <Likert key={result.figure.itemId} result={result} />
          ))}
      </div>
    </Section>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Empty } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { OneResult } from '../../surveys/components/one-result.tsx';
import type { CheckInFigures } from '../model.ts';
import { sayRound } from '../rounds/words.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    marginTop: tokens.spacingVerticalXL,
  },
});

/** How many answered each round, as a band. */
export function ResponseSection({ figures }: { readonly figures: CheckInFigures }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  return (
    <Section title={t('figures.response')}>
      <Figures>
        {figures.rounds.map(({ round, answered }) => (
          <Figure key={round} label={sayRound(language, round)} value={t(`figures.${answered}`)} />
        ))}
      </Figures>
    </Section>
  );
}

/** What was released, one round at a time: the latest that there is something of, and the others to choose. */
export function ResultsSection({ figures }: { readonly figures: CheckInFigures }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const language = useLanguage();
  const told = figures.rounds.filter(({ released }) => released !== undefined);
  const [chosen, setChosen] = useState<string>();
  const shown = told.find(({ round }) => round === chosen) ?? told.at(-1);
  if (!shown?.released)
    return (
      <Section title={t('figures.results')}>
        <Empty title={t('figures.none')} text={t('figures.none.text')} />
      </Section>
    );
  const { questions, released } = shown;
  return (
    <Section title={t('figures.results')}>
      {told.length > 1 && (
        <Select label={t('figures.round')} value={shown.round} onChange={setChosen}>
          {told.map(({ round }) => (
            <option key={round} value={round}>
              {sayRound(language, round)}
            </option>
          ))}
        </Select>
      )}
      {told.length === 1 && <p>{sayRound(language, shown.round)}</p>}
      <div className={styles.figures}>
        {questions.map((question) => {
          const figure = released.figures.find((one) => one.itemId === question.id);
          return figure && <OneResult key={question.id} question={question} result={{ figure }} />;
        })}
      </div>
    </Section>
  );
}

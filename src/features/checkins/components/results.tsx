import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Bars } from '../../../ui/bars.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import type { Figure as ReleasedFigure, Release } from '../../release/model.ts';
import { items, type CheckInFigures } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
  },
  item: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** How many answered each round, as a band. */
export function ResponseSection({ figures }: { readonly figures: CheckInFigures }): ReactNode {
  const t = useSay(say);
  return (
    <Section title={t('figures.response')}>
      <Figures>
        {figures.rounds.map(({ round, answered }) => (
          <Figure key={round} label={t(`figures.${round}`)} value={t(`figures.${answered}`)} />
        ))}
      </Figures>
    </Section>
  );
}

/** What was released of the answers of day 30. */
export function ResultsSection({ released }: { readonly released: Release | undefined }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  if (!released)
    return (
      <Section title={t('figures.results')}>
        <Empty title={t('figures.none')} text={t('figures.none.text')} />
      </Section>
    );
  return (
    <Section title={t('figures.results')}>
      <div className={styles.figures}>
        {released.figures.map((figure) => (
          <div key={figure.itemId}>
            <h3 className={styles.item}>{titleOf(figure.itemId, t)}</h3>
            <OneFigure figure={figure} label={titleOf(figure.itemId, t)} />
          </div>
        ))}
      </div>
    </Section>
  );
}

type T = ReturnType<typeof useSay<Parameters<typeof say>[1]>>;

function titleOf(itemId: string, t: T): string {
  const item = items.find((one) => one === itemId);
  return item ? t(`item.${item}`) : t('note.label');
}

const points = ['1', '2', '3', '4', '5'] as const;

function OneFigure({ figure, label }: { readonly figure: ReleasedFigure; readonly label: string }): ReactNode {
  const t = useSay(say);
  switch (figure.state) {
    case 'shown': {
      const bars = points.map((point, place) => {
        const value = figure.shares[place] ?? 0;
        return { label: t(`point.${point}`), value, text: `${value} %` };
      });
      return (
        <>
          <p>{t('figures.mean', { mean: figure.mean })}</p>
          <Bars label={label} bars={bars} full={100} />
        </>
      );
    }
    case 'nearly-all':
      return <p>{t(`figures.${figure.side}`)}</p>;
    case 'texts':
      return (
        <ul>
          {figure.texts.map((text, place) => (
            <li key={place}>{text}</li>
          ))}
        </ul>
      );
    case 'withheld':
      return <p>{t('figures.withheld')}</p>;
    default:
      return figure satisfies never;
  }
}

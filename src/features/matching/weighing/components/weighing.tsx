/** The weights and, beside or below them, what they would do. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { Aims } from '../../model.ts';
import { capital, say as sayMatching } from '../../words.ts';
import { weighedParts, type OwnWeights, type WeighedPart } from '../model.ts';
import { slidersOf, weightsOf } from '../rules.ts';
import { say, sayAims } from '../words.ts';
import { PreviewOf } from './preview.tsx';
import { PrivateRow, WeightRow } from './weight-row.tsx';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // In sight while the weights beside it move, below the navigation.
  beside: { position: 'sticky', top: '64px', '@media (max-width: 900px)': { position: 'static' } },
  // As high without own weights as with them: a slider must not leave from under the finger that moves it.
  begun: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalXL,
  },
  what: { flex: '1 1 200px', minHeight: `calc(2 * ${tokens.lineHeightBase300})`, alignContent: 'center' },
  rows: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL, margin: 0, padding: 0 },
});

interface WeighingProps {
  readonly programmeId: string;
  readonly aims: Aims;
  readonly onChange: (sliders: OwnWeights) => void;
}

export function Weighing({ programmeId, aims, onChange }: WeighingProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const tMatching = useSay(sayMatching);
  const styles = useStyles();
  const sliders = aims.own ?? slidersOf(aims.preset);
  const weights = weightsOf(aims);
  const latest = useRef({ sliders, onChange });
  useEffect(() => {
    latest.current = { sliders, onChange };
  });
  // The same function each time: rows whose weight stays need not be drawn anew.
  const move = useCallback((part: WeighedPart, value: number): void => {
    latest.current.onChange({ ...latest.current.sliders, [part]: value });
  }, []);
  const preset = tMatching(`preset.${aims.preset}`);
  return (
    <div className={styles.both}>
      <Section title={t('parts.title')} lead={t('parts.lead')}>
        <div className={styles.begun}>
          <strong className={styles.what}>{capital(sayAims(language, aims))}</strong>
          <Button disabledFocusable={!aims.own} onClick={() => aims.own && onChange(slidersOf(aims.preset))}>
            {t('own.back', { preset })}
          </Button>
        </div>
        <ul className={styles.rows}>
          {weighedParts.map((part) => (
            <WeightRow key={part} part={part} value={sliders[part]} share={weights[part]} onMove={move} />
          ))}
          <PrivateRow share={weights.picks} />
        </ul>
      </Section>
      <div className={styles.beside}>
        <PreviewOf programmeId={programmeId} aims={aims} />
      </div>
    </div>
  );
}

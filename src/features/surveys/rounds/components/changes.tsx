/** What changed since the round before: a picture with a sentence for each line, or all figures as a table. Every figure is a released one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { useHeadcount } from '../../components/sayings.ts';
import type { Question } from '../../questions/model.ts';
import { nameIn } from '../../questions/rules.ts';
import type { ChangeLine, RoundsView } from '../model.ts';
import { say } from '../words.ts';
import { ChangesTable, OptionsTable } from './changes-table.tsx';
import { Slopes } from './slopes.tsx';

export type ScaleLine = Extract<ChangeLine, { kind: 'scale' }>;

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalL },
  wide: { width: '100%' },
  lines: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    width: '100%',
    margin: 0,
    padding: 0,
  },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalM, listStyleType: 'none', minWidth: 0 },
  number: { minWidth: '1.6em', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { margin: `${tokens.spacingVerticalXXS} 0 0` },
  small: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  how: { maxWidth: '68ch', lineHeight: '1.55', '& summary': { cursor: 'pointer', minHeight: '44px' } },
});

export interface ChangesProps {
  readonly questions: readonly Question[];
  readonly rounds: RoundsView;
}

export function Changes({ questions, rounds: { earlier, changes } }: ChangesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const [asTable, setAsTable] = useState(false);
  if (!earlier || !changes) return null;
  const scales = changes.flatMap((one) => (one.kind === 'scale' ? [one] : []));
  const lead = t(earlier.isLinked ? 'changes.linked' : 'changes.apart', { day: write(earlier.closedAt, 'day') });
  return (
    <Section title={t('changes.title')} lead={lead}>
      <div className={styles.stack}>
        {changes.every(({ kind }) => kind === 'untold') && <p className={styles.text}>{t('changes.none')}</p>}
        {scales.length > 0 && (
          <>
            <div className={styles.wide}>
              {asTable ? (
                <ChangesTable questions={questions} lines={scales} />
              ) : (
                <Picture questions={questions} lines={scales} isLinked={earlier.isLinked} />
              )}
            </div>
            <Button onClick={() => setAsTable(!asTable)}>{t(asTable ? 'show.picture' : 'show.table')}</Button>
          </>
        )}
        <OptionsTable questions={questions} lines={changes} />
        <Untold questions={questions} lines={changes} />
        {scales.length > 0 && (
          <details className={styles.how}>
            <summary>{t('how.title')}</summary>
            <p className={styles.text}>{t('how.text')}</p>
          </details>
        )}
      </div>
    </Section>
  );
}

interface PictureProps {
  readonly questions: readonly Question[];
  readonly lines: readonly ScaleLine[];
  readonly isLinked: boolean;
}

/** The sentences are what somebody hears who does not see the picture. */
function Picture({ questions, lines, isLinked }: PictureProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const named = lines.flatMap((line) => {
    const question = questions.find(({ id }) => id === line.itemId);
    return question ? [{ ...line, name: nameIn(question, language) }] : [];
  });
  return (
    <>
      <Slopes
        label={t('picture.label')}
        slopes={named.map(({ effect, ...line }) => ({
          ...line,
          isUnclear: effect.size === 'few' || effect.size === 'unclear',
        }))}
      />
      <ol className={styles.lines}>
        {named.map((line, at) => (
          <li key={line.itemId} className={styles.line}>
            <span className={styles.number} aria-hidden>
              {at + 1}
            </span>
            <Said {...{ line, isLinked }} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Said({ line, isLinked }: { line: ScaleLine & { readonly name: string }; isLinked: boolean }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const countOf = useHeadcount();
  const { name, before, after, effect, way, linked } = line;
  return (
    <div>
      <p className={styles.name}>{name}</p>
      <p className={styles.text}>
        {t('picture.line', { before, after, verdict: t(`verdict.${effect.size}`, { way }) })}
      </p>
      {linked && <p className={styles.small}>{t('moved', { ...linked, people: String(countOf(linked.people)) })}</p>}
      {!linked && isLinked && <p className={styles.small}>{t('apart.one')}</p>}
    </div>
  );
}

function Untold({ questions, lines }: { questions: readonly Question[]; lines: readonly ChangeLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const untold = questions.filter(({ id }) => lines.some((one) => one.kind === 'untold' && one.itemId === id));
  if (untold.length === 0 || untold.length === lines.length) return null;
  return (
    <div>
      <p className={styles.small}>{t('untold')}</p>
      <ul>
        {untold.map((one) => (
          <li key={one.id}>{nameIn(one, language)}</li>
        ))}
      </ul>
    </div>
  );
}

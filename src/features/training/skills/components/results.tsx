/** For coordinators: how the answers of a group before and after compare, in sentences or as a table, and what they cannot say. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { say as sayUi } from '../../../../ui/words.ts';
import { headcountName } from '../../../surveys/audience/naming/rules.ts';
import type { ChangeLine } from '../../../surveys/rounds/model.ts';
import { say as sayRounds } from '../../../surveys/rounds/words.ts';
import { closeSkills, findSkillResults } from '../client.ts';
import { verdictsOf, type ResultLine, type SideResults, type SkillResults as Results } from '../results/model.ts';
import { say } from '../words.ts';
import { ResultsTable } from './results-table.tsx';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '72ch' },
  quiet: { margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  head: { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase400 },
  skill: { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  lines: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: 0,
  },
  line: { listStyleType: 'none', minWidth: 0 },
  said: { margin: 0, overflowWrap: 'break-word' },
  cannot: { maxWidth: '72ch', lineHeight: '1.55', '& li': { marginBottom: tokens.spacingVerticalXS } },
});

export function SkillResults({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const queryKey = ['skill-results', programmeId];
  const found = useQuery({ queryKey, queryFn: () => findSkillResults(programmeId) });
  return (
    <Section title={t('results.title')} lead={t('results.lead')}>
      <Loaded of={found}>
        {(results) => {
          if (results.state === 'counting') return <Counting {...{ programmeId, results }} />;
          if (results.state === 'soon') return <Soon again={() => void found.refetch()} busy={found.isFetching} />;
          return <Told sides={results.sides} />;
        }}
      </Loaded>
    </Section>
  );
}

interface CountingProps {
  readonly programmeId: string;
  readonly results: Extract<Results, { state: 'counting' }>;
}

function Counting({ programmeId, results: { closesAt, mayTell } }: CountingProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const queries = useQueryClient();
  const close = async (): Promise<void> => {
    queries.setQueryData(['skill-results', programmeId], await closeSkills(programmeId));
  };
  return (
    <>
      <p className={styles.text}>{t('counting.text', { day: write(closesAt, 'day') })}</p>
      <p className={styles.text}>{t(mayTell ? 'counting.enough' : 'counting.few')}</p>
      {mayTell && (
        <Confirm
          title={t('close.title')}
          text={t('close.text')}
          confirm={t('close.confirm')}
          trigger={<Button>{t('close.do')}</Button>}
          onConfirm={close}
        />
      )}
    </>
  );
}

function Soon({ again, busy }: { again(this: void): void; readonly busy: boolean }): ReactNode {
  const t = useSay(say);
  return (
    <>
      <p>{t('soon')}</p>
      <Button disabledFocusable={busy} onClick={again}>
        {t('soon.again')}
      </Button>
    </>
  );
}

const cannot = ['self', 'cause', 'shift', 'when', 'who'] as const;

function Told({ sides }: { readonly sides: readonly SideResults[] }): ReactNode {
  const t = useSay(say);
  const ui = useSay(sayUi);
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      {sides.map((one) => (
        <Side key={one.side} one={one} asTable={asTable} />
      ))}
      <Button onClick={() => setAsTable(!asTable)}>{ui(asTable ? 'bars.bars' : 'bars.table')}</Button>
      <h3 className={styles.head}>{t('cannot.title')}</h3>
      <ul className={styles.cannot}>
        {cannot.map((what) => (
          <li key={what}>{t(`cannot.${what}`)}</li>
        ))}
      </ul>
    </>
  );
}

function Side({ one, asTable }: { readonly one: SideResults; readonly asTable: boolean }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const { side, before, after, lines } = one;
  const { of, higher, lower, untold } = verdictsOf(lines);
  const counts = { before: headcountName(language, before), after: headcountName(language, after) };
  const scales = lines.flatMap(({ measured }) => (measured.kind === 'scale' ? [measured] : []));
  const isAnything = scales.length > 0 || lines.some(({ looking }) => looking.kind === 'scale');
  const isApart = scales.length > 0 && scales.every(({ linked }) => !linked);
  return (
    <div>
      <h3 className={styles.head}>{t(`side.${side}`)}</h3>
      <p className={styles.text}>
        {t('counts', counts)} {untold === of ? t('summary.none') : t('summary', { of: of - untold, higher, lower })}
      </p>
      {isApart && <p className={styles.quiet}>{t('apart')}</p>}
      {isAnything &&
        (asTable ? (
          <ResultsTable label={t(`side.${side}`)} lines={lines} />
        ) : (
          <Lines lines={lines} isApart={isApart} />
        ))}
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly ResultLine[];
  /** Said above, for all of them. */
  readonly isApart: boolean;
}

function Lines({ lines, isApart }: LinesProps): ReactNode {
  const styles = useStyles();
  const skills = [...new Set(lines.map(({ skill }) => skill))];
  return skills.map((skill) => (
    <div key={skill}>
      <h4 className={styles.skill}>{skill}</h4>
      <ul className={styles.lines} aria-label={skill}>
        {lines
          .filter((one) => one.skill === skill)
          .map((one) => (
            <li key={one.text} className={styles.line}>
              <p className={styles.said}>{one.text}</p>
              <Sentence line={one.measured} kind="measured" isQuiet={isApart} />
              <Sentence line={one.looking} kind="looking" isQuiet />
            </li>
          ))}
      </ul>
    </div>
  ));
}

const untoldKeys = { measured: 'line.untold', looking: 'line.looking.untold' } as const;

interface SentenceProps {
  readonly line: ChangeLine;
  readonly kind: 'measured' | 'looking';
  /** Without a word about whom it compares. */
  readonly isQuiet: boolean;
}

function Sentence({ line, kind, isQuiet }: SentenceProps): ReactNode {
  const t = useSay(say);
  const rounds = useSay(sayRounds);
  const styles = useStyles();
  const language = useLanguage();
  if (line.kind !== 'scale') return <p className={styles.quiet}>{t(untoldKeys[kind])}</p>;
  const { before, after, effect, way, linked } = line;
  const verdict = rounds(`verdict.${effect.size}`, { way });
  const moved = linked && rounds('moved', { ...linked, people: headcountName(language, linked.people) });
  return (
    <p className={styles.quiet}>
      {t(`line.${kind}`, { before, after, verdict })} {!isQuiet && (moved ?? rounds('apart.one'))}
    </p>
  );
}

/** What needs somebody, by what it is about: what was found, why it matters, what to do. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { parts, type Finding } from '../model.ts';
import { sayFinding } from '../saying/rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  part: { margin: `0 0 ${tokens.spacingVerticalS}`, ':not(:first-child)': { marginTop: tokens.spacingVerticalXL } },
  list: { margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  one: {
    listStyleType: 'none',
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    paddingInlineStart: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
  },
  problem: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  found: { display: 'flex', columnGap: tokens.spacingHorizontalS, margin: 0, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: '20px' },
  facts: { margin: `${tokens.spacingVerticalXS} 0 0`, lineHeight: '1.55' },
  term: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  fact: { margin: `0 0 ${tokens.spacingVerticalXS}` },
});

export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return parts
    .map((part) => ({ part, mine: findings.filter((one) => one.part === part) }))
    .filter(({ mine }) => mine.length > 0)
    .map(({ part, mine }) => (
      <div key={part}>
        <h3 className={styles.part}>{t(`part.${part}`)}</h3>
        <ul className={styles.list}>
          {mine.map((one) => (
            <One key={`${one.code} ${JSON.stringify(one.values)}`} one={one} />
          ))}
        </ul>
      </div>
    ));
}

function One({ one }: { readonly one: Finding }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const { found, why, todo } = sayFinding(language, one);
  const isProblem = one.severity === 'problem';
  const Icon = isProblem ? WarningRegular : InfoRegular;
  return (
    <li className={mergeClasses(styles.one, isProblem && styles.problem)}>
      <p className={styles.found}>
        <Icon className={styles.icon} aria-label={t(isProblem ? 'problem' : 'note')} />
        <span>{found}</span>
      </p>
      <dl className={styles.facts}>
        <dt className={styles.term}>{t('why')}</dt>
        <dd className={styles.fact}>{why}</dd>
        <dt className={styles.term}>{t('do')}</dt>
        <dd className={styles.fact}>{todo}</dd>
      </dl>
    </li>
  );
}

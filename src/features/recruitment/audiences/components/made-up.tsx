/** A selection beside everybody who works here, part by part: a table for each of what one can be told apart by. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { languageOf } from '../../../../platform/words.ts';
import { tenureIds } from '../../../people/everybody/rules.ts';
import { ownName } from '../../../surveys/audience/rules.ts';
import { countryName } from '../../../surveys/audience/telling/rules.ts';
import { say as sayRules } from '../../../surveys/audience/words.ts';
import type { Composition, Facet } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  summary: { minHeight: '44px', alignContent: 'center', cursor: 'pointer' },
  lead: { margin: `0 0 ${tokens.spacingVerticalM}`, color: tokens.colorNeutralForeground2 },
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    alignSelf: 'start',
    '& caption': { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalS },
    '& th, & td': {
      padding: tokens.spacingVerticalXS,
      textAlign: 'start',
      fontWeight: 'normal',
      overflowWrap: 'anywhere',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { color: tokens.colorNeutralForeground2 },
    '& td, & thead th:not(:first-child)': {
      textAlign: 'end',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  },
});

export function MadeUp({ composition }: { readonly composition: Composition }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = usePartName();
  return (
    <details>
      <summary className={styles.summary}>{t('made.title')}</summary>
      <p className={styles.lead}>{t('made.lead')}</p>
      <div className={styles.tables}>
        {composition.map(({ by, parts }) => (
          <table key={by} className={styles.table}>
            <caption>{t(`by.${by}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('made.part')}</th>
                <th scope="col">{t('made.here')}</th>
                <th scope="col">{t('made.all')}</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ name, audience, organisation }) => (
                <tr key={name ?? ''}>
                  <th scope="row">{name === undefined ? t('made.others') : nameOf(by, name)}</th>
                  <td>{t('percent', { share: audience })}</td>
                  <td>{t('percent', { share: organisation })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </details>
  );
}

function usePartName(): (by: Facet, name: string) => string {
  const t = useSay(sayRules);
  const language = useLanguage();
  return (by, name) => {
    if (by === 'level') return t('levels.one', { level: Number(name) });
    if (by === 'country') return countryName(language, name);
    if (by === 'language') return ownName(languageOf(name) ?? language, language);
    const tenure = tenureIds.find((id) => id === name);
    return by === 'tenure' && tenure ? t(`tenure.${tenure}`) : name;
  };
}

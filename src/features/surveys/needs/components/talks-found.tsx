/** What came up in talks, beside the figures and marked as what it is: themes and sentences, no numbers. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { useHeadcount } from '../../components/sayings.ts';
import { purposes } from '../../talks/model.ts';
import { say as talkSay } from '../../talks/words.ts';
import { say } from '../../themes/words.ts';
import type { NeedsMap } from '../model.ts';

const useStyles = makeStyles({
  one: { marginBottom: tokens.spacingVerticalXL, maxWidth: '68ch', lineHeight: '1.55' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  themes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: 0 },
  theme: {
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    outline: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
  },
  quote: {
    margin: `${tokens.spacingVerticalS} 0`,
    paddingInlineStart: tokens.spacingHorizontalM,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    overflowWrap: 'anywhere',
  },
});

export function TalksFound({ map: { talks, themes } }: { readonly map: NeedsMap }): ReactNode {
  const t = useSay(say);
  const of = useSay(talkSay);
  const styles = useStyles();
  const countOf = useHeadcount();
  const plan = <ButtonLink to="/talks">{t('needs.talks.plan')}</ButtonLink>;
  return (
    <Section
      title={t('needs.talks')}
      lead={t(talks.length === 0 ? 'needs.talks.none' : 'needs.talks.lead')}
      action={plan}
    >
      {talks.map(({ about, people, themes: found, quotes }, at) => {
        const purpose = purposes.find((one) => one === about);
        return (
          <div key={`${about} ${at}`} className={styles.one}>
            <h3 className={styles.title}>{purpose && of(`purpose.${purpose}`)}</h3>
            <p className={styles.small}>{t('needs.talks.with', { people: countOf(people) })}</p>
            {found.length === 0 && <p>{t('needs.noThemes')}</p>}
            <ul className={styles.themes}>
              {found.map((id) => (
                <li key={id} className={styles.theme}>
                  {themes[id] ?? id}
                </li>
              ))}
            </ul>
            {quotes.length > 0 && <p className={styles.small}>{t('needs.quotes')}</p>}
            {quotes.map(({ text }) => (
              <blockquote key={text} className={styles.quote} dir="auto">
                {text}
              </blockquote>
            ))}
          </div>
        );
      })}
    </Section>
  );
}

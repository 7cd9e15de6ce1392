/** What is next: the first thing large, with the page's one primary action; the others as a list of links. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import type { NextStep } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  first: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    margin: 0,
    overflowWrap: 'anywhere',
  },
  text: { color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}` },
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
});

export function Next({ steps }: { readonly steps: readonly NextStep[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [first, ...others] = steps;
  if (!first) return null;
  const { kind, about, path } = first;
  return (
    <>
      <Section title={t('home.next')}>
        <h3 className={styles.first}>{t(`next.${kind}`, { about })}</h3>
        <p className={styles.text}>{t(`next.${kind}.text`)}</p>
        <ButtonLink to={path} appearance="primary">
          {t(`next.${kind}.do`)}
        </ButtonLink>
      </Section>
      {others.length > 0 && (
        <Section title={t('home.also')}>
          <ul className={styles.list}>
            {others.map((one) => (
              <li key={`${one.kind}-${one.path}`} className={styles.item}>
                <TextLink to={one.path} className={styles.link}>
                  {t(`next.${one.kind}`, { about: one.about })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

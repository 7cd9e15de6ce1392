/** For the two that somebody found hardest: a course, something to try, and a question for the other of the pair. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { lowestOf, type SkillProfile } from '../profile/rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  name: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  one: { '&:not(:last-child)': { marginBottom: tokens.spacingVerticalXXL } },
  things: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7em, 9em) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'break-word' },
    '@media (max-width: 640px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: 0,
      '& dd': { marginBottom: tokens.spacingVerticalM },
    },
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', marginTop: '-12px', marginBottom: '-12px' },
});

export function WhatNext({ profile }: { readonly profile: readonly SkillProfile[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = lowestOf(profile);
  if (found.length === 0)
    return (
      <Section title={t('next.title')}>
        <p>{t('next.none')}</p>
      </Section>
    );
  return (
    <Section title={t('next.title')} lead={t('next.lead')}>
      {found.map(({ skill: { id, name, next } }) => (
        <div key={id} className={styles.one}>
          <h3 className={styles.name}>{name}</h3>
          <dl className={styles.things}>
            <dt>{t('next.course')}</dt>
            <dd>
              <TextLink to={`/courses/${next.course.id}`} className={styles.link}>
                {t('next.course.link', { title: next.course.title, minutes: next.course.minutes })}
              </TextLink>
            </dd>
            <dt>{t('next.exercise')}</dt>
            <dd>{next.exercise}</dd>
            <dt>{t('next.ask')}</dt>
            <dd>{next.ask}</dd>
          </dl>
        </div>
      ))}
    </Section>
  );
}

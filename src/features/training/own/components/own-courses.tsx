/** For a list of courses: those that the organisation added, with how far the reader is, but for what stands in the path already. Nothing where there are none. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useLanguage, useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { listOwnCourses } from '../client.ts';
import type { ReadLine } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: { listStyleType: 'none', overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export default function OwnCourses({ but }: { readonly but: readonly { readonly id: string }[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['my-own-courses'], queryFn: listOwnCourses });
  const shown = found.data?.filter(({ id }) => !but.some((one) => one.id === id)) ?? [];
  if (shown.length === 0) return undefined;
  return (
    <Section title={t('mine.title')} lead={t('mine.lead')}>
      <ul className={styles.list}>
        {shown.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ one }: { readonly one: ReadLine }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const nameOf = useLanguageNames();
  const facts = [
    t('mine.minutes', { minutes: one.minutes }),
    t(`role.${one.role}`),
    ...(one.language === language ? [] : [nameOf(one.language)]),
    progressOf(one, t),
  ];
  return (
    <li className={styles.item}>
      <TextLink to={`/courses/own/${one.id}`} className={styles.name} lang={one.language}>
        {one.title}
      </TextLink>
      <span className={styles.small}>{facts.join(' · ')}</span>
    </li>
  );
}

function progressOf(
  { doneAt, kind, step, steps }: ReadLine,
  t: (key: 'mine.done' | 'mine.link' | 'mine.new' | 'mine.step', values?: { step: number; steps: number }) => string,
): string {
  if (doneAt !== undefined) return t('mine.done');
  if (kind === 'link') return t('mine.link');
  return step === 0 ? t('mine.new') : t('mine.step', { step: step + 1, steps });
}

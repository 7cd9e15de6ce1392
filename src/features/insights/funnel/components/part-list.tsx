/** The parts with their numbers at each step, and in sentences what can be said of them against the organisation. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { ListRows, type Column } from '../../../../ui/list-rows.tsx';
import { splitFew, steps, type FunnelPage, type Part } from '../model.ts';
import { sayPart, sayRange, sentencesOf } from '../naming/rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, maxWidth: '72ch' },
  item: { marginBottom: tokens.spacingVerticalS },
  text: { margin: `${tokens.spacingVerticalM} 0`, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

export function PartList({ page }: { readonly page: FunnelPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const { parts, by } = page;
  const { spoken, few } = splitFew(parts);
  const shown = steps.map((name, at) => ({ name, at })).filter(({ at }) => parts.some((one) => one.counts[at]));
  if (shown.length === 0) return <p className={styles.text}>{t('none')}</p>;
  const columns: Column<Part>[] = [
    { key: 'part', title: t(`by.${by}`), cell: (one) => sayPart(language, by, one.name) },
    ...(by === 'source' ? [] : [{ key: 'people', title: t('in-all'), cell: (one: Part) => one.people ?? '' }]),
    ...shown.map(({ name, at }) => ({
      ...{ key: name, title: t(`step.short.${name}`) },
      cell: (one: Part) => {
        const count = one.counts[at];
        return count ? sayRange(language, count) : '';
      },
    })),
  ];
  return (
    <>
      <ListRows label={t(`by.${by}`)} rows={spoken} columns={columns} rowKey={(one) => one.key} />
      {few.length > 0 && (
        <p className={styles.text}>
          {t('few', { parts: few.map(({ name }) => sayPart(language, by, name)).join(', ') })}
        </p>
      )}
      {shown.length < steps.length && <p className={styles.text}>{t('silent')}</p>}
      {by === 'source' ? <p className={styles.text}>{t('by.source.how')}</p> : <Differences page={page} />}
    </>
  );
}

function Differences({ page: { parts, by } }: { readonly page: FunnelPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const sentences = sentencesOf(by, parts, language);
  if (sentences.length === 0) return <p className={styles.text}>{t('no-difference')}</p>;
  return (
    <>
      <h3>{t('differences')}</h3>
      <ul className={styles.list}>
        {sentences.map((one) => (
          <li key={one} className={styles.item}>
            {one}
          </li>
        ))}
      </ul>
      <p className={styles.text}>{t('differences.how')}</p>
    </>
  );
}

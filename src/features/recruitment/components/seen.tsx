/** Before applying: what the directory says, who will see what, and the way to the voluntary questions that stand apart. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import type { ApplyPage } from '../model.ts';
import { say } from '../applying/words.ts';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalM} 0`, display: 'grid', rowGap: tokens.spacingVerticalS },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

export function Seen({ me }: { readonly me: ApplyPage['me'] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const own = [
    [t('seen.name'), me.name],
    [t('seen.job'), me.jobTitle],
    [t('seen.department'), me.department],
    [t('seen.site'), me.site],
    [t('seen.country'), me.country],
  ] as const;
  return (
    <section>
      <h3>{t('seen.title')}</h3>
      <p>{t('seen.own')}</p>
      <dl className={styles.list}>
        {own.map(([label, text]) => (
          <div key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.text}>{text ?? t('seen.empty')}</dd>
          </div>
        ))}
        {(['team', 'partner', 'nobody'] as const).map((who) => (
          <div key={who}>
            <dt className={styles.label}>{t(`seen.${who}`)}</dt>
            <dd className={styles.text}>{t(`seen.${who}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t('seen.identity')} <TextLink to="/me/identity">{t('seen.identity.link')}</TextLink>
      </p>
    </section>
  );
}

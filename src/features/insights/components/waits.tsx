/** What waits for the coordinators of a programme, each line leading to where it is done. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import type { Overview } from '../programme/model.ts';
import { pathOfWait } from '../programme/rules.ts';
import { say } from '../programme/words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

export function Waits({ one }: { readonly one: Overview }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {one.waiting.map(({ what, count }) => (
        <li key={what} className={styles.item}>
          <TextLink to={pathOfWait(what, one)} className={styles.link}>
            {t(`waits.${what}`, { count })}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

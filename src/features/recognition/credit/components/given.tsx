/** What was given so far, the last first, each to be taken off. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { HeartRegular } from '@fluentui/react-icons/svg/heart';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Empty } from '../../../../ui/loaded.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { takeBackCredit } from '../client.ts';
import type { CreditPage, GivenCredit } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: { listStyleType: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  who: { color: tokens.colorNeutralForeground2 },
  text: { margin: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
});

export function Given({ page }: { readonly page: CreditPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (page.given.length === 0)
    return <Empty icon={<HeartRegular />} title={t('given.none')} text={t('given.none.text')} />;
  return (
    <ul className={styles.list}>
      {page.given.map((one) => (
        <li key={one.id} className={styles.item}>
          <Line one={one} isCoordinator={page.as === 'coordinator'} />
        </li>
      ))}
    </ul>
  );
}

function Line({ one, isCoordinator }: { readonly one: GivenCredit; readonly isCoordinator: boolean }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const to = one.group ? t(`to.${one.group}`) : (one.toName ?? '');
  const off = async (): Promise<void> => {
    await takeBackCredit(one.programmeId, one.id);
    await queries.invalidateQueries({ queryKey: ['credits', one.programmeId] });
    tell(t('given.back.done'));
  };
  return (
    <>
      <span className={styles.who}>
        {t('given.by', { by: one.byName, to })} · <Moment at={one.at} style="day" />
      </span>
      <p className={styles.text}>{one.text}</p>
      {one.gift && <p className={styles.text}>{t('given.with', { what: one.gift.what })}</p>}
      {(isCoordinator || one.mine) && (
        <Confirm
          title={t('given.back.title')}
          text={t('given.back.text')}
          confirm={t('given.back')}
          trigger={<Button appearance="subtle">{t('given.back')}</Button>}
          onConfirm={off}
        />
      )}
    </>
  );
}

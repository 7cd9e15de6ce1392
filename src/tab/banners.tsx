/** Above every page: no connection, or no session. What was typed stays where it is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { connection, useConnection } from '../ui/connection.ts';
import { forgetToken, tabToken } from '../ui/host.ts';
import { useSay } from '../ui/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { say } from './words.ts';

const useStyles = makeStyles({
  banner: {
    maxWidth: '1040px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
  },
});

export function Banners(): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const state = useConnection();
  const queries = useQueryClient();
  useEffect(watchBrowser, []);
  if (state === 'fine' || state === 'forgotten') return null;
  const again = async (): Promise<void> => {
    if (state === 'session-lost') {
      forgetToken();
      await tabToken();
    }
    connection.set('fine');
    await queries.invalidateQueries();
  };
  const name = state === 'offline' ? 'offline' : 'session';
  const button = <Button onClick={() => void again().catch(() => undefined)}>{t(`${name}.again`)}</Button>;
  return (
    <div className={styles.banner}>
      <Notice intent="warning" title={t(`${name}.title`)} actions={button}>
        {t(`${name}.text`)}
      </Notice>
    </div>
  );
}

function watchBrowser(): () => void {
  const lost = (): void => connection.set('offline');
  const back = (): void => {
    if (connection.is() === 'offline') connection.set('fine');
  };
  addEventListener('offline', lost);
  addEventListener('online', back);
  return () => {
    removeEventListener('offline', lost);
    removeEventListener('online', back);
  };
}

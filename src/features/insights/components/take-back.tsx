/** Takes an application back, after asking once more; it says whether one can come back. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { takeBack } from '../client.ts';
import type { OwnApplication } from '../model.ts';
import { say } from '../words.ts';
import { Confirm } from '../../../ui/confirm.tsx';

// In line with the links beside it.
const useStyles = makeStyles({ button: { minWidth: 0, paddingInline: 0 } });

export function TakeBack({ application }: { readonly application: OwnApplication }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { programmeId, programmeName: name, open } = application;
  return (
    <Confirm
      title={t('home.applications.takeBack.title', { name })}
      text={t(open ? 'home.applications.takeBack.open' : 'home.applications.takeBack.closed')}
      confirm={t('home.applications.takeBack')}
      trigger={
        <Button appearance="subtle" className={styles.button}>
          {t('home.applications.takeBack')}
        </Button>
      }
      onConfirm={async () => {
        await takeBack(programmeId);
        tell(t('home.applications.takenBack'));
        await queries.invalidateQueries();
      }}
    />
  );
}

/** Leaving a circle: what is written stays without the name, or goes along. */
import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { leaveCircle } from '../client.ts';
import { say } from '../words.ts';
import { useCircleRefresh } from './keys.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const ways = ['keep-texts', 'take-back'] as const;

export function Leave({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const refresh = useCircleRefresh(programmeId);
  const leave = async (how: (typeof ways)[number]): Promise<void> => {
    await leaveCircle(programmeId, how);
    await refresh();
    tell(t(`left.${how}`));
  };
  return (
    <Section title={t('leave')} lead={t('leave.lead')}>
      <div className={styles.row}>
        {ways.map((how) => (
          <Confirm
            key={how}
            title={t(`leave.${how}.title`)}
            text={t(`leave.${how}.text`)}
            confirm={t('leave.do')}
            trigger={<Button>{t(`leave.${how}`)}</Button>}
            onConfirm={() => leave(how)}
          />
        ))}
      </div>
    </Section>
  );
}

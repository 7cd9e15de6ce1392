/** Closing a talk, by which who took part is forgotten; or calling it off, by which nothing stays. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { TickField } from '../../../../ui/choices.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { cancelTalk, closeTalk } from '../client.ts';
import type { TalkPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export function Ending({ talk }: { readonly talk: TalkPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [heard, setHeard] = useState(false);
  const end = async (how: 'closed' | 'cancelled'): Promise<void> => {
    await (how === 'closed' ? closeTalk(talk.id, heard) : cancelTalk(talk.id));
    await queries.invalidateQueries({ queryKey: ['talks'] });
    tell(t(`end.${how}.told`));
  };
  return (
    <Section title={t('end.title')} {...(talk.state === 'asking' ? { lead: t('end.lead') } : {})}>
      <div className={styles.foot}>
        {talk.state === 'asking' && (
          <Confirm
            title={t('end.close')}
            text={t('end.close.text')}
            confirm={t('end.close')}
            onConfirm={() => end('closed')}
            trigger={<Button>{t('end.close')}</Button>}
          >
            {talk.takenBack && <TickField name="heard" label={t('end.heard')} value={heard} onChange={setHeard} />}
          </Confirm>
        )}
        <Confirm
          title={t('end.cancel')}
          text={t('end.cancel.text')}
          confirm={t('end.cancel')}
          onConfirm={() => end('cancelled')}
          trigger={<Button appearance="subtle">{t('end.cancel')}</Button>}
        />
      </div>
    </Section>
  );
}

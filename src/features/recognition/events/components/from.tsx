/** What somebody said of others: whether it is considered, and never by whose word it is not. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { takeBackNomination, type EventPlace } from '../client.ts';
import type { MyEvent } from '../honours/model.ts';
import type { FromMe } from '../nominating/model.ts';
import { say } from '../words.ts';
import { Criteria } from './facts.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& h3': { margin: 0 },
    '& p': { margin: `${tokens.spacingVerticalXS} 0` },
  },
});

interface FromProps {
  readonly at: EventPlace;
  readonly event: MyEvent;
}

export function From({ at, event }: FromProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('from.title')} lead={t('from.lead')}>
      <ul className={styles.list}>
        {event.from.map((one) => (
          <li key={one.id} className={styles.item}>
            <One at={at} event={event} one={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function One({ at, event, one }: FromProps & { readonly one: FromMe }): ReactNode {
  const t = useSay(say);
  const write = useMoment(event.zone);
  const queries = useQueryClient();
  const names = one.names.join(' · ');
  const takeBack = async (): Promise<void> => {
    await takeBackNomination(at, one.id);
    await queries.invalidateQueries({ queryKey: ['my-event', at.programmeId, at.eventId] });
    tell(t('from.back.done'));
  };
  return (
    <>
      <h3>{names}</h3>
      <p>{t(`fate.${one.fate}`, { day: write(one.at, 'day') })}</p>
      <Criteria ids={one.criteria} of={event.criteria} />
      {one.fate !== 'decided' && event.phase !== 'held' && (
        <Confirm
          {...{ title: t('from.back.title'), text: t('from.back.text', { names }), confirm: t('from.back') }}
          trigger={<Button appearance="subtle">{t('from.back')}</Button>}
          onConfirm={takeBack}
        />
      )}
    </>
  );
}

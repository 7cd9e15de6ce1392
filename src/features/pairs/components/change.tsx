/** A break with a day of return, somebody else, rounding off, or leaving: each one press and a question, none with blame. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { DateField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { askForSomebodyElse, end, pause } from '../client.ts';
import type { PairView } from '../model.ts';
import { say as sayParting } from '../parting/words.ts';
import { say } from '../words.ts';
import { Parting } from './parting.tsx';
import { useRefresh } from './refresh.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  rules: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

interface PairProps {
  readonly pair: PairView;
}

/** The last section of the pair's page, while it is active or pauses. */
export default function Change({ pair }: PairProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('page.change')} lead={t('page.change.lead', { name: pair.partner.name })}>
      <div className={styles.row}>
        {pair.state === 'active' && <Pausing pair={pair} />}
        <ButtonLink to={`/programmes/${pair.programmeId}/pairs/${pair.id}/closing`}>{t('page.close')}</ButtonLink>
        {pair.rematch === 'possible' && <SomebodyElse pair={pair} />}
        <Leaving pair={pair} />
      </div>
      {pair.rematch === 'used-up' && <p>{t('page.rematch.used')}</p>}
      <TextLink to="/help" className={styles.rules}>
        {t('page.rules')}
      </TextLink>
    </Section>
  );
}

function Pausing({ pair }: PairProps): ReactNode {
  const t = useSay(say);
  const told = useSay(sayParting);
  const refresh = useRefresh(pair);
  const [on, setOn] = useState('');
  return (
    <Confirm
      title={t('page.pause.title', { name: pair.partner.name })}
      text={t('page.pause.text', { name: pair.partner.name })}
      confirm={t('page.pause')}
      trigger={<Button>{t('page.pause')}</Button>}
      onConfirm={async () => {
        await pause(pair, on === '' ? undefined : on);
        await refresh(told('page.paused.told'));
      }}
    >
      <DateField name="on" label={t('page.pause.on')} hint={t('page.pause.on.hint')} value={on} onChange={setOn} />
    </Confirm>
  );
}

function SomebodyElse({ pair }: PairProps): ReactNode {
  const t = useSay(say);
  const refresh = useRefresh(pair);
  return (
    <Parting
      title={t('page.rematch.title')}
      text={t('page.rematch.text', { name: pair.partner.name })}
      confirm={t('page.rematch.confirm')}
      trigger={<Button>{t('page.rematch')}</Button>}
      onConfirm={async (why) => {
        await askForSomebodyElse(pair, why);
        await refresh(t('page.rematch.told'));
      }}
    />
  );
}

function Leaving({ pair }: PairProps): ReactNode {
  const t = useSay(sayParting);
  const refresh = useRefresh(pair);
  return (
    <Parting
      title={t('page.end.title')}
      text={t('page.end.text')}
      confirm={t('page.end')}
      trigger={<Button appearance="subtle">{t('page.end')}</Button>}
      onConfirm={async (why) => {
        await end(pair, why);
        await refresh(t('page.ended.told'));
      }}
    />
  );
}

/** To be forgotten: what goes, what stays, and one question before it is done, since nothing brings it back. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { TickField } from '../../../../ui/choices.tsx';
import { connection } from '../../../../ui/connection.ts';
import { Confirm } from '../../../../ui/confirm.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { forgetMe } from '../../client.ts';
import { say } from '../../words.ts';

export function ForgetMe(): ReactNode {
  const t = useSay(say);
  const [isSure, setSure] = useState(false);
  const forget = async (): Promise<void> => {
    if (!isSure) throw new Problem(400, { detail: t('forget.tick.first'), code: 'bad-input' });
    await forgetMe();
    connection.set('forgotten');
  };
  return (
    <Section title={t('forget.title')} lead={t('forget.lead')}>
      <ul>
        {(['goes', 'ends', 'stays', 'after'] as const).map((one) => (
          <li key={one}>{t(`forget.${one}`)}</li>
        ))}
      </ul>
      <Confirm
        title={t('forget.sure')}
        text={t('forget.sure.text')}
        confirm={t('forget.do')}
        onConfirm={forget}
        trigger={<Button>{t('forget.do')}</Button>}
      >
        <TickField name="sure" label={t('forget.tick')} value={isSure} onChange={setSure} />
      </Confirm>
    </Section>
  );
}

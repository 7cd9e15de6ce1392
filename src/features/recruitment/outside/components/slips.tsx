/** Slips that wait to be confirmed: a coordinator types the code of the one that was handed over. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { Form } from '../../../../ui/form.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { confirmSlip, dropSlip } from '../client.ts';
import type { OutsideView } from '../model.ts';
import { say } from '../words.ts';
import { Lines, useAnew } from './lines.tsx';

export function Slips({ page }: { readonly page: OutsideView }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const { id } = page.programme;
  const anew = useAnew(id);
  const [code, setCode] = useState('');
  const confirm = async (): Promise<void> => {
    const { said } = await confirmSlip(id, code);
    if (said === 'wrong' || said === 'over') throw new Problem(422, { detail: t(`slips.${said}`) });
    setCode('');
    tell(t(`slips.${said}`), { intent: 'success' });
    await anew();
  };
  const drop = async (number: string): Promise<void> => {
    await dropSlip(id, number);
    await anew();
  };
  return (
    <Section title={t('slips.title')} lead={t('slips.lead')}>
      <Form submit={t('slips.confirm')} onSubmit={confirm}>
        <TextField
          {...{
            name: 'code',
            label: t('slips.code'),
            hint: t('slips.code.hint'),
            required: true,
            most: 40,
            value: code,
          }}
          onChange={setCode}
        />
      </Form>
      {page.slips.length === 0 && <p>{t('slips.none')}</p>}
      <Lines of={page.slips} keyOf={({ number }) => number}>
        {(one) => (
          <>
            <span>
              <strong>{one.person.name}</strong>{' '}
              {t(one.locked ? 'slips.locked' : 'slips.until', { until: write(one.until - 1, 'day') })}{' '}
              {t(`slips.by.${one.channel}`, { name: one.by?.name ?? '…' })}
            </span>
            <Confirm
              title={t('slips.drop.title', { name: one.person.name })}
              text={t('slips.drop.text')}
              confirm={t('slips.drop')}
              trigger={
                <Button appearance="subtle" aria-label={`${t('slips.drop')}, ${one.person.name}`}>
                  {t('slips.drop')}
                </Button>
              }
              onConfirm={() => drop(one.number)}
            />
          </>
        )}
      </Lines>
    </Section>
  );
}

/** The kiosk: open it for some days, take it back at once, and see who wants to be spoken with. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { Form } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment, useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { KioskRequest } from '../../kiosk/model.ts';
import { closeKiosk, dropRequest, openKiosk } from '../client.ts';
import type { OutsideView } from '../model.ts';
import { say } from '../words.ts';
import { Lines, Stack, TakeOut, useAnew } from './lines.tsx';

const Assisted = lazy(async () => ({ default: (await import('../../helping/components/assisted.tsx')).Assisted }));

const days = ['1', '7', '14', '30', '60'] as const;

export function Kiosk({ page }: { readonly page: OutsideView }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const { id } = page.programme;
  const anew = useAnew(id);
  const [wanted, setWanted] = useState<(typeof days)[number]>('14');
  const [link, setLink] = useState<string>();
  const open = async (): Promise<void> => {
    setLink((await openKiosk(id, Number(wanted))).link);
    await anew();
  };
  const close = async (): Promise<void> => {
    await closeKiosk(id);
    setLink(undefined);
    await anew();
  };
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address);
    tell(t('kiosk.copied'));
  };
  const { kioskUntil } = page;
  return (
    <>
      <Section title={t('kiosk.title')} lead={t('kiosk.lead')}>
        {kioskUntil !== undefined && (
          <Notice
            actions={
              <Confirm
                title={t('kiosk.close.title')}
                text={t('kiosk.close.text')}
                confirm={t('kiosk.close')}
                trigger={<Button>{t('kiosk.close')}</Button>}
                onConfirm={close}
              />
            }
          >
            {t('kiosk.until', { until: write(kioskUntil) })}
          </Notice>
        )}
        {link !== undefined && (
          <Notice
            intent="success"
            title={t('kiosk.link')}
            actions={
              <Button onClick={() => void copy(link).catch(() => tell(t('kiosk.byHand'), { intent: 'warning' }))}>
                {t('kiosk.copy')}
              </Button>
            }
          >
            <code>{link}</code>
            <br />
            {t('kiosk.link.text')}
          </Notice>
        )}
        <Stack>
          <Form submit={t(kioskUntil === undefined ? 'kiosk.open' : 'kiosk.again')} onSubmit={open}>
            <ChoiceField
              {...{ name: 'days', label: t('kiosk.days'), required: true, value: wanted }}
              onChange={(one) => setWanted(one ?? '14')}
              choices={days.map((one) => ({ value: one, label: t('kiosk.days.value', { days: Number(one) }) }))}
            />
          </Form>
        </Stack>
      </Section>
      <Requests programmeId={id} requests={page.requests} />
    </>
  );
}

interface RequestsProps {
  readonly programmeId: string;
  readonly requests: readonly KioskRequest[];
}

function Requests({ programmeId, requests }: RequestsProps): ReactNode {
  const t = useSay(say);
  const anew = useAnew(programmeId);
  const [entering, setEntering] = useState<string>();
  const done = (): void => {
    setEntering(undefined);
    void anew();
  };
  if (requests.length === 0) return null;
  return (
    <>
      <Section title={t('requests.title')} lead={t('requests.lead')}>
        <Lines of={requests} keyOf={(one) => one.id}>
          {(one) => (
            <>
              <span>
                <strong>{one.name}</strong>, {one.reach}, <Moment at={one.at} style="day" />
              </span>
              <span>
                <Button aria-label={`${t('requests.enter')}, ${one.name}`} onClick={() => setEntering(one.id)}>
                  {t('requests.enter')}
                </Button>
                <TakeOut
                  label={t('requests.done')}
                  name={one.name}
                  run={() => dropRequest(programmeId, one.id).then(anew)}
                />
              </span>
            </>
          )}
        </Lines>
      </Section>
      <Suspense>
        {entering !== undefined && (
          <Assisted key={entering} programmeId={programmeId} requestId={entering} onDone={done} />
        )}
      </Suspense>
    </>
  );
}

/** What one gives besides mentoring, and a rest from being asked, without a reason. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { DateField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { findMyLoad, setRest } from '../client.ts';
import type { OwnLoad as Own } from '../model.ts';
import { say } from '../words.ts';

export function OwnLoad(): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['my-load'], queryFn: findMyLoad });
  if (!found.data?.takesPart) return undefined;
  const { mentees, asked, most, days } = found.data;
  const gives = [
    ...(mentees > 0 ? [t('own.mentees', { count: mentees })] : []),
    ...asked.map(({ kind, count }) => t(`asked.${kind}`, { count })),
  ];
  return (
    <Section title={t('own.title')} lead={t('own.lead', { most, days })}>
      {gives.length > 0 && (
        <ul>
          {gives.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {found.data.until === undefined ? <RestForm /> : <Resting until={found.data.until} />}
      <Receipt of="rest" />
    </Section>
  );
}

function useAnew(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['my-load'] });
}

function RestForm(): ReactNode {
  const t = useSay(say);
  const anew = useAnew();
  const draft = useDraft('rest', { until: '' });
  const keep = async (): Promise<void> => {
    await setRest(draft.value.until);
    await anew();
    tell(t('rest.kept'), { intent: 'success' });
  };
  return (
    <Form draft={draft} submit={t('rest.do')} onSubmit={keep}>
      <DateField
        name="until"
        label={t('rest.until')}
        hint={t('rest.hint')}
        required
        value={draft.value.until}
        onChange={(until) => draft.set({ until })}
      />
    </Form>
  );
}

function Resting({ until }: Required<Pick<Own, 'until'>>): ReactNode {
  const t = useSay(say);
  const momentText = useMoment();
  const anew = useAnew();
  const end = useOnce(async () => {
    await setRest(null);
    await anew();
    tell(t('rest.ended'));
  });
  return (
    <>
      <p>{t('rest.now', { day: momentText(Date.parse(`${until}T12:00:00Z`), 'day') })}</p>
      <Button disabledFocusable={end.busy} onClick={() => void end.start()}>
        {t('rest.end')}
      </Button>
      {end.problem && <FormProblem problem={end.problem} />}
    </>
  );
}

/** The same people matched with other wishes for the whole: what a programme puts first, a floor for everybody, equal chances. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { orderProposal } from '../client.ts';
import { presets, type Aims } from '../model.ts';
import type { ShownProposal } from '../proposals/model.ts';
import { capital, say } from '../words.ts';
import { showRun } from './run.tsx';

const equals = ['nobody', 'site', 'department'] as const;

interface Typed extends Pick<Aims, 'preset' | 'floor'> {
  readonly equalBy: (typeof equals)[number];
}

export function OtherWay({ proposal }: { readonly proposal: ShownProposal }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { programmeId, aims } = proposal;
  const began: Typed = { ...aims, equalBy: aims.equalBy ?? 'nobody' };
  const draft = useDraft(`aims-${proposal.id}`, began);
  const { preset, floor, equalBy } = draft.value;
  const send = async (): Promise<void> => {
    const wanted: Aims = { preset, floor, ...(equalBy === 'nobody' ? {} : { equalBy }) };
    showRun(queries, programmeId, await orderProposal(programmeId, { aims: wanted, look: true }));
  };
  return (
    <Section title={t('way.title')} lead={t('way.lead')}>
      <Form submit={t('way.send')} onSubmit={send} draft={draft}>
        <ChoiceField
          name="preset"
          label={t('way.preset')}
          required
          value={preset}
          choices={presets.map((value) => ({
            value,
            label: capital(t(`preset.${value}`)),
            hint: t(`preset.${value}.why`),
          }))}
          onChange={(chosen) => draft.set({ preset: chosen ?? preset })}
        />
        <TickField
          name="floor"
          label={t('way.floor')}
          hint={t('way.floor.hint')}
          value={floor}
          onChange={(on) => draft.set({ floor: on })}
        />
        <ChoiceField
          name="equalBy"
          label={t('way.equal')}
          required
          hint={t('way.equal.hint')}
          value={equalBy}
          choices={equals.map((value) => ({
            value,
            label: value === 'nobody' ? t('way.equal.no') : capital(t('fair.by', { cut: t(`cut.${value}`) })),
          }))}
          onChange={(chosen) => draft.set({ equalBy: chosen ?? 'nobody' })}
        />
      </Form>
    </Section>
  );
}

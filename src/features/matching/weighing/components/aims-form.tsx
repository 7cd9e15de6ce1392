/** All that is asked of a proposal as a whole; sending it has one made. */
import { useQueryClient } from '@tanstack/react-query';
import { lazy, memo, Suspense, useMemo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ChoiceField, TickField } from '../../../../ui/choices.tsx';
import { Form, useDraft, type Draft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Waiting } from '../../../../ui/loaded.tsx';
import { Section } from '../../../../ui/page.tsx';
import { orderProposal } from '../../client.ts';
import { showRun } from '../../components/run.tsx';
import { presets, type Aims } from '../../model.ts';
import { capital, say as sayMatching } from '../../words.ts';
import type { OwnWeights } from '../model.ts';
import { aimsWith, slidersOf } from '../rules.ts';
import type { StandingAims } from '../trying/model.ts';
import { say } from '../words.ts';
import { HardRules } from './hard-rules.tsx';

/** Sliders and questionnaire are fetched beside the page. */
const Weighing = lazy(async () => ({ default: (await import('./weighing.tsx')).Weighing }));

const equals = ['nobody', 'site', 'department'] as const;

interface Typed extends Pick<Aims, 'preset' | 'floor'> {
  readonly sliders: OwnWeights;
  readonly equalBy: (typeof equals)[number];
}

interface AimsFormProps {
  readonly programmeId: string;
  readonly standing: StandingAims;
}

export function AimsForm({ programmeId, standing: { aims, isDraft } }: AimsFormProps): ReactNode {
  const t = useSay(say);
  const tMatching = useSay(sayMatching);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const draft = useDraft<Typed>(
    `what-counts-${programmeId}`,
    useMemo(() => typedFrom(aims), [aims]),
  );
  const wanted = useMemo(() => aimsFrom(draft.value), [draft.value]);
  const send = async (): Promise<void> => {
    showRun(
      queries,
      programmeId,
      await orderProposal(programmeId, { aims: wanted, ...(isDraft ? { look: true } : {}) }),
    );
    navigate(`/programmes/${programmeId}/matching`);
  };
  return (
    <Form submit={isDraft ? t('send.look') : tMatching('start.make')} onSubmit={send} draft={draft}>
      <Presets preset={wanted.preset} set={draft.set} />
      <Suspense fallback={<Waiting />}>
        <Weighing programmeId={programmeId} aims={wanted} onChange={(sliders) => draft.set({ sliders })} />
      </Suspense>
      <HardRules />
      <Whole floor={wanted.floor} equalBy={draft.value.equalBy} set={draft.set} isDraft={isDraft} />
    </Form>
  );
}

function typedFrom({ preset, own, floor, equalBy }: Aims): Typed {
  return { preset, floor, sliders: own ?? slidersOf(preset), equalBy: equalBy ?? 'nobody' };
}

function aimsFrom({ preset, sliders, floor, equalBy }: Typed): Aims {
  return aimsWith({ preset, floor, ...(equalBy === 'nobody' ? {} : { equalBy }) }, sliders);
}

// Neither is drawn anew while a slider moves.
const Presets = memo(function Presets({ preset, set }: Pick<Typed, 'preset'> & Setting): ReactNode {
  const t = useSay(say);
  const tMatching = useSay(sayMatching);
  return (
    <Section>
      <ChoiceField
        name="preset"
        label={t('preset.label')}
        required
        value={preset}
        choices={presets.map((value) => ({
          value,
          label: capital(tMatching(`preset.${value}`)),
          hint: tMatching(`preset.${value}.why`),
        }))}
        onChange={(chosen) => chosen && set({ preset: chosen, sliders: slidersOf(chosen) })}
      />
    </Section>
  );
});

type Setting = Pick<Draft<Typed>, 'set'>;
type WholeProps = Pick<Typed, 'floor' | 'equalBy'> & Setting & { readonly isDraft: boolean };

const Whole = memo(function Whole({ floor, equalBy, set, isDraft }: WholeProps): ReactNode {
  const t = useSay(say);
  const tMatching = useSay(sayMatching);
  return (
    <Section title={t('whole.title')} {...(isDraft ? { lead: t('whole.look') } : {})}>
      <p>{t('whole.first')}</p>
      <TickField
        name="floor"
        label={t('whole.floor')}
        hint={t('whole.floor.hint')}
        value={floor}
        onChange={(on) => set({ floor: on })}
      />
      <ChoiceField
        name="equalBy"
        label={t('whole.equal')}
        required
        hint={t('whole.equal.hint')}
        value={equalBy}
        choices={equals.map((one) => ({
          value: one,
          label:
            one === 'nobody' ? t('whole.equal.no') : capital(tMatching('fair.by', { cut: tMatching(`cut.${one}`) })),
        }))}
        onChange={(chosen) => set({ equalBy: chosen ?? 'nobody' })}
      />
    </Section>
  );
});

/** The figure of an own goal, with its day and where it comes from. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { DateField, NumberField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { enterFigure } from '../client.ts';
import type { FigureMoment, GoalAnswer } from '../model.ts';
import { say } from '../words.ts';

export interface EnterFigureProps {
  readonly programmeId: string;
  readonly one: GoalAnswer;
  readonly today: string;
}

export function EnterFigure(props: EnterFigureProps): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const [isOpen, setOpen] = useState(false);
  const { entered } = props.one;
  return (
    <div>
      {entered && <p>{t('entered', { day: write(Date.parse(entered.on), 'day'), source: entered.source })}</p>}
      {isOpen ? (
        <FigureForm {...props} onSaved={() => setOpen(false)} />
      ) : (
        <Button aria-label={`${t('enter')}: ${props.one.goal.text}`} onClick={() => setOpen(true)}>
          {t('enter')}
        </Button>
      )}
    </div>
  );
}

interface Draft {
  readonly when: FigureMoment;
  readonly value: number | undefined;
  readonly on: string;
  readonly source: string;
}

function FigureForm({ programmeId, one, today, onSaved }: EnterFigureProps & { onSaved(this: void): void }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<Draft>(`figure-${one.goalId}`, { when: 'now', value: undefined, on: today, source: '' });
  const { when, value, on, source } = draft.value;
  const save = async (): Promise<void> => {
    await enterFigure(programmeId, one.goalId, when, { value: value as number, on, source });
    await queries.invalidateQueries({ queryKey: ['goals', programmeId] });
    tell(t('enter.saved'), { intent: 'success' });
    onSaved();
  };
  return (
    <Form draft={draft} submit={t('enter.save')} onSubmit={save}>
      <ChoiceField
        name="when"
        label={t('enter.when')}
        required
        value={when}
        onChange={(chosen) => chosen && draft.set({ when: chosen })}
        choices={[
          { value: 'now', label: t('enter.now') },
          { value: 'before', label: t('enter.before') },
        ]}
      />
      <NumberField
        name="value"
        label={t('enter.value')}
        required
        step={0.1}
        value={value}
        onChange={(next) => draft.set({ value: next })}
      />
      <DateField
        name="on"
        label={t('enter.on')}
        required
        most={today}
        value={on}
        onChange={(next) => draft.set({ on: next })}
      />
      <TextField
        name="source"
        label={t('enter.source')}
        hint={t('enter.source.hint')}
        required
        most={200}
        value={source}
        onChange={(next) => draft.set({ source: next })}
      />
    </Form>
  );
}

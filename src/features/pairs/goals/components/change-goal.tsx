/** What the mentee does with a goal besides: other words, put aside or taken up again, deleted. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { DateField, LongTextField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { changeGoal, putAside, removeGoal } from '../client.ts';
import { longestGoal } from '../model.ts';
import { say } from '../words.ts';
import { useGoalsRefresh, useGoalStyles, type GoalProps } from './lines.tsx';

export function ChangeGoal(props: GoalProps): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const [isWriting, setWriting] = useState(false);
  const { at, found, one } = props;
  const refresh = useGoalsRefresh(at);
  const aside = useOnce(async () => {
    await putAside(at, one.id, !one.dropped);
    await refresh();
    tell(t(one.dropped ? 'aside.told.back' : 'aside.told'));
  });
  if (isWriting) return <Words {...props} onDone={() => setWriting(false)} />;
  return (
    <div className={styles.row}>
      {found.open && !one.dropped && <Button onClick={() => setWriting(true)}>{t('change')}</Button>}
      {found.open && (
        <Button disabledFocusable={aside.busy} onClick={() => void aside.start()}>
          {t(one.dropped ? 'aside.back' : 'aside.do')}
        </Button>
      )}
      <Confirm
        title={t('delete.title')}
        text={t('delete.text')}
        confirm={t('delete')}
        trigger={<Button appearance="subtle">{t('delete')}</Button>}
        onConfirm={async () => {
          await removeGoal(at, one.id);
          await refresh();
          tell(t('deleted'));
        }}
      />
      {aside.problem && <FormProblem problem={aside.problem} />}
    </div>
  );
}

function Words({ at, one, onDone }: GoalProps & { readonly onDone: () => void }): ReactNode {
  const t = useSay(say);
  const refresh = useGoalsRefresh(at);
  const draft = useDraft(`goal-${one.id}`, { text: one.text, until: one.until ?? '' });
  const { text, until } = draft.value;
  const keep = async (): Promise<void> => {
    await changeGoal(at, one.id, { text, ...(until === '' ? {} : { until }) });
    await refresh();
    onDone();
  };
  const cancel = (): void => {
    draft.clear();
    onDone();
  };
  return (
    <Form
      draft={draft}
      submit={t('change.save')}
      onSubmit={keep}
      actions={
        <Button appearance="subtle" onClick={cancel}>
          {t('change.cancel')}
        </Button>
      }
    >
      <LongTextField
        name="text"
        label={t('change.text')}
        required
        most={longestGoal}
        value={text}
        onChange={(next) => draft.set({ text: next })}
      />
      <DateField name="until" label={t('change.until')} value={until} onChange={(next) => draft.set({ until: next })} />
    </Form>
  );
}

/** Selections under a name: choosing one, changing it for this call, keeping a new one, deleting one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { useTakingBack } from '../../../../ui/taking-back.ts';
import { forgetAudience, saveAudience } from '../client.ts';
import { scopes, type Audience, type SavedLine, type Scope } from '../model.ts';
import { say } from '../words.ts';
import { nobodyYet, whomOf, type WhomDraft } from './draft.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
    '& > *': { maxWidth: '100%' },
  },
  summary: { minHeight: '44px', alignContent: 'center', cursor: 'pointer' },
});

export interface SavedChoiceProps {
  readonly programmeId: string;
  readonly value: WhomDraft;
  onChange(this: void, next: WhomDraft): void;
  readonly lines: readonly SavedLine[];
}

export function SavedChoice({ programmeId, value, onChange, lines }: SavedChoiceProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { saved } = value;
  const tellOf = useTakingBack();
  const anew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['audiences', programmeId] });
  const forget = useOnce(async () => {
    if (!saved) return;
    const { id, ...draft } = saved;
    await forgetAudience(programmeId, id);
    onChange({ ...value, ...(lines.length > 1 ? {} : { kind: nobodyYet.kind }), saved: null });
    await anew();
    tellOf(t('forgotten', { name: draft.name }), () => saveAudience(programmeId, draft).then(anew));
  });
  return (
    <>
      <ChoiceField
        {...{ name: 'audience.saved', label: t('whom.saved.choose'), required: true, value: saved?.id }}
        onChange={(id) => onChange({ ...value, saved: lines.find((one) => one.id === id) ?? null })}
        choices={lines.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {saved && (
        <div className={styles.actions}>
          <Button onClick={() => onChange({ ...whomOf(saved.audience), saved })}>{t('whom.saved.change')}</Button>
          <Button appearance="subtle" disabledFocusable={forget.busy} onClick={() => void forget.start()}>
            {t('forget')}
          </Button>
        </div>
      )}
      {forget.problem && <FormProblem problem={forget.problem} />}
    </>
  );
}

export interface SaveAudienceProps {
  readonly programmeId: string;
  readonly audience: Audience;
}

export function SaveAudience({ programmeId, audience }: SaveAudienceProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('programme');
  const { start, busy, problem } = useOnce(async () => {
    const kept = await saveAudience(programmeId, { name, scope, audience });
    setName('');
    tell(t('save.done', { name: kept.name }), { intent: 'success' });
    await queries.invalidateQueries({ queryKey: ['audiences', programmeId] });
  });
  return (
    <details>
      <summary className={styles.summary}>{t('save.title')}</summary>
      <div className={styles.fields}>
        <TextField
          {...{ name: 'saved.name', label: t('save.name'), hint: t('save.hint'), required: true, most: 80 }}
          value={name}
          onChange={setName}
        />
        <ChoiceField
          {...{ name: 'saved.scope', label: t('save.scope'), required: true, value: scope }}
          onChange={(next) => setScope(next ?? 'programme')}
          choices={scopes.map((one) => ({ value: one, label: t(`scope.${one}`) }))}
        />
        {problem && <FormProblem problem={problem} />}
        <Button disabledFocusable={busy || name.trim() === ''} onClick={() => void start()}>
          {t('save.do')}
        </Button>
      </div>
    </details>
  );
}

/** The form in which a finding is decided, with its words in other languages. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { decideFinding } from '../client.ts';
import type { Deciding, FindingView } from '../model.ts';
import { say } from '../words.ts';
import { DecisionFields } from './decision-fields.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  fold: { '& summary': { cursor: 'pointer', padding: `${tokens.spacingVerticalS} 0`, minHeight: '44px' } },
});

export interface DecideProps {
  readonly programmeId: string;
  readonly one: FindingView;
  onClose(this: void): void;
}

export function Decide({ programmeId, one, onClose }: DecideProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { said, why, what, translations, version, decision } = one;
  const { who, until } = one.doing;
  const saved: Deciding = { said, why, what, translations, doing: { who, until }, version, ...choiceOf(decision) };
  const { value, set, ...draft } = useDraft(`finding-${one.id}`, saved);
  const send = async (): Promise<void> => {
    const page = await decideFinding(programmeId, one.id, { ...value, version }).finally(
      () => void queries.invalidateQueries({ queryKey: ['findings', programmeId] }),
    );
    queries.setQueryData(['findings', programmeId], page);
    draft.clear();
    onClose();
    tell(t('saved'), { intent: 'success' });
  };
  return (
    <Form draft={draft} submit={t('save')} onSubmit={send} actions={<Button onClick={onClose}>{t('cancel')}</Button>}>
      <LongTextField
        name="said"
        label={t('said.label')}
        hint={t('said.hint', { language: t(`language.${one.language}`) })}
        required
        most={300}
        value={value.said}
        onChange={(text) => set({ said: text })}
      />
      <DecisionFields value={value} set={set} />
      <Translations binding={one.language} value={value} onChange={(next) => set({ translations: next })} />
    </Form>
  );
}

function choiceOf(decision: FindingView['decision']): Pick<Deciding, 'choice'> {
  return decision ? { choice: decision.choice } : {};
}

type Written = Deciding['translations'];

function Translations(props: {
  readonly binding: Language;
  readonly value: Deciding;
  onChange(this: void, next: Written): void;
}): ReactNode {
  const { binding, value, onChange } = props;
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div>
      {languages
        .filter((one) => one !== binding)
        .map((to) => (
          <details key={to} className={styles.fold}>
            <summary>{t('translations.one', { language: t(`language.${to}`) })}</summary>
            <OneTranslation to={to} value={value} onChange={onChange} />
          </details>
        ))}
    </div>
  );
}

const untranslated = { said: '', why: '', what: '' };

function OneTranslation(props: {
  readonly to: Language;
  readonly value: Deciding;
  onChange(this: void, next: Written): void;
}): ReactNode {
  const { to, value, onChange } = props;
  const t = useSay(say);
  const styles = useStyles();
  const written = value.translations[to] ?? untranslated;
  const label = (text: string): string => t('translations.text', { text, language: t(`language.${to}`) });
  const write = (part: Partial<typeof untranslated>): void =>
    onChange({ ...value.translations, [to]: { ...written, ...part } });
  return (
    <div className={styles.fields}>
      <LongTextField
        name={`translations.${to}.said`}
        label={label(t('said.label'))}
        hint={value.said}
        most={300}
        value={written.said}
        onChange={(text) => write({ said: text })}
      />
      <LongTextField
        name={`translations.${to}.why`}
        label={label(t('why'))}
        hint={value.why}
        most={600}
        value={written.why}
        onChange={(text) => write({ why: text })}
      />
      {value.choice === 'change' && (
        <TextField
          name={`translations.${to}.what`}
          label={label(t('what'))}
          hint={value.what}
          most={300}
          value={written.what}
          onChange={(text) => write({ what: text })}
        />
      )}
    </div>
  );
}

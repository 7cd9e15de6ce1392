/** Writes the call: whom, until when, a few own words; says whom it would reach before it is sent. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChoiceField, ChoicesField } from '../../../ui/choices.tsx';
import { DateField, LongTextField, TextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { languages, type Language } from '../../../platform/words.ts';
import { findReach, listDepartments, searchGroups, send } from '../client.ts';
import type { Audience } from '../model.ts';
import { say } from '../words.ts';
import { CallCheck } from './call-check.tsx';
import { CallTiming, startTiming, timingOf, type Timing } from './call-timing.tsx';
import { CallPreview } from './call-preview.tsx';

interface Draft extends Timing {
  readonly kind: Audience['kind'];
  readonly departments: readonly string[];
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly closesOn: string;
  readonly words: Readonly<Partial<Record<Language, string>>>;
}

const start: Draft = {
  ...{ kind: 'departments', departments: [], group: null, closesOn: '', words: {} },
  ...startTiming,
};
const spokenKey = { nl: 'spoken.nl', fr: 'spoken.fr', de: 'spoken.de', en: 'spoken.en' } as const;

/** Nothing as long as the choice is not complete. */
function audienceOf({ kind, departments, group }: Draft): Audience | undefined {
  if (kind === 'all') return { kind };
  if (kind === 'departments') return departments.length > 0 ? { kind, departments: [...departments] } : undefined;
  return group ? { kind, groupId: group.id, name: group.name } : undefined;
}

export function CallForm({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<Draft>(`call-${programmeId}`, start);
  const { value, set } = draft;
  const audience = audienceOf(value);
  const sendIt = async (): Promise<void> => {
    await send(programmeId, {
      audience: audience ?? { kind: 'departments', departments: [] },
      closesOn: value.closesOn,
      words: value.words,
      ...timingOf({ ...startTiming, ...value }),
    });
    tell(t('call.sent'), { intent: 'success' });
    draft.clear();
    await queries.invalidateQueries();
  };
  return (
    <Section title={t('call.title')} lead={t('call.lead')}>
      <Form draft={draft} submit={t('call.send')} onSubmit={sendIt}>
        <ChoiceField
          {...{ name: 'audience', label: t('call.who'), required: true, value: value.kind }}
          onChange={(kind) => set({ kind: kind ?? 'departments' })}
          choices={(['departments', 'group', 'all'] as const).map((one) => ({ value: one, label: t(`call.${one}`) }))}
        />
        {value.kind === 'departments' && (
          <Departments chosen={value.departments} onChange={(departments) => set({ departments })} />
        )}
        {value.kind === 'group' && <Group chosen={value.group} onChange={(group) => set({ group })} />}
        {audience && <ReachOf programmeId={programmeId} audience={audience} />}
        <DateField
          name="closesOn"
          label={t('call.closesOn')}
          required
          value={value.closesOn}
          onChange={(closesOn) => set({ closesOn })}
        />
        {languages.map((language) => (
          <LongTextField
            key={language}
            name={`words.${language}`}
            label={t('call.words', { language: t(spokenKey[language]) })}
            {...(language === languages[0] ? { hint: t('call.words.hint') } : {})}
            most={800}
            value={value.words[language] ?? ''}
            onChange={(text) => set({ words: { ...value.words, [language]: text } })}
          />
        ))}
        <CallCheck words={value.words} />
        <CallTiming value={{ ...startTiming, ...value }} onChange={set} />
        <CallPreview
          programmeId={programmeId}
          draft={{ words: value.words, ...(value.closesOn ? { closesOn: value.closesOn } : {}) }}
        />
      </Form>
    </Section>
  );
}

function ReachOf({ programmeId, audience }: { readonly programmeId: string; readonly audience: Audience }): ReactNode {
  const t = useSay(say);
  const found = useQuery({
    queryKey: ['reach', programmeId, audience],
    queryFn: () => findReach(programmeId, audience),
  });
  if (!found.data) return undefined;
  const { reached, doNotAsk, invitedBefore, noCandidates } = found.data;
  return (
    <Notice title={t('call.reach', { reached })}>{t('call.left', { doNotAsk, invitedBefore, noCandidates })}</Notice>
  );
}

function Departments({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[];
  readonly onChange: (names: string[]) => void;
}): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['departments'], queryFn: listDepartments });
  return (
    <ChoicesField
      {...{ name: 'audience.departments', label: t('call.department.choose'), required: true, value: chosen }}
      onChange={(names) => onChange([...names])}
      choices={(found.data ?? []).map(({ name, people }) => ({
        value: name,
        label: t('call.department.one', { name, people }),
      }))}
    />
  );
}

interface GroupProps {
  readonly chosen: Draft['group'];
  readonly onChange: (group: Draft['group']) => void;
}

function Group({ chosen, onChange }: GroupProps): ReactNode {
  const t = useSay(say);
  const [words, setWords] = useState('');
  const found = useQuery({ queryKey: ['groups', words], queryFn: () => searchGroups(words) });
  const groups = [...(chosen ? [chosen] : []), ...(found.data ?? []).filter(({ id }) => id !== chosen?.id)];
  return (
    <>
      <TextField name="group-search" label={t('call.group.search')} type="search" value={words} onChange={setWords} />
      <ChoiceField
        {...{ name: 'audience.groupId', label: t('call.group.choose'), required: true, value: chosen?.id }}
        onChange={(id) => onChange(groups.find((one) => one.id === id) ?? null)}
        choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { languages, type Language } from '../../../../platform/words.ts';
import { ChoiceField, ChoicesField } from '../../../../ui/choices.tsx';
import { DateField, NumberField } from '../../../../ui/fields.tsx';
import { Form, useDraft, type Draft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { countAudience } from '../../client.ts';
import { ownName } from '../../audience/rules.ts';
import { participantRoles, type Participant } from '../../audience/model.ts';
import type { AudienceCounts } from '../../model.ts';
import { dayAfter } from '../../planning/rules.ts';
import { createTalk } from '../client.ts';
import { purposes, sizes, type Purpose, type TalkDraft } from '../model.ts';
import { say } from '../words.ts';

interface NewTalk {
  readonly purpose: Purpose | undefined;
  readonly form: TalkDraft['form'];
  readonly size: number | undefined;
  readonly kind: 'everybody' | 'departments' | 'chosen';
  readonly departments: readonly string[];
  readonly programmeId: string | undefined;
  readonly role: Participant['role'] | undefined;
  readonly language: Language;
  readonly minutes: '30' | '45' | '60' | '90';
  readonly from: string;
}

/** Between the question and the first talk lie the answers. */
const usualDaysAhead = 10;

export default function NewTalkPage(): ReactNode {
  const t = useSay(say);
  const counts = useQuery({ queryKey: ['surveys', 'audience'], queryFn: countAudience });
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: '/talks', label: t('talks.title') }} narrow>
      <Loaded of={counts}>{(found) => <TalkForm counts={found} />}</Loaded>
    </Page>
  );
}

function TalkForm({ counts }: { readonly counts: AudienceCounts }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const from = dayAfter(counts.today, usualDaysAhead);
  const draft = useDraft<NewTalk>('talk', {
    ...{
      purpose: undefined,
      form: 'group',
      size: 8,
      kind: 'everybody',
      departments: [],
      programmeId: counts.programmes[0]?.id,
      role: undefined,
      language,
      minutes: '60',
      from,
    },
  });
  const start = async (): Promise<void> => {
    const { id } = await createTalk(draftOf(draft.value));
    await queries.invalidateQueries({ queryKey: ['talks'] });
    go(`/talks/${id}`);
  };
  return (
    <Section>
      <Form submit={t('new.draw')} onSubmit={start} draft={draft}>
        <WhatFor draft={draft} />
        <WithWhom draft={draft} counts={counts} />
        <When draft={draft} today={counts.today} />
      </Form>
    </Section>
  );
}

/** What is missing is sent as it is, so that the server's sentence stands beside the field. */
function draftOf({ minutes, size, purpose, form, language, from, ...whom }: NewTalk): TalkDraft {
  const audience = audienceOf(whom);
  return {
    ...{ audience, form, language, from, purpose: purpose as Purpose },
    ...{ size: size ?? 0, minutes: Number(minutes) as TalkDraft['minutes'] },
  };
}

/** Whoever had a partner can say how it is, also when it ended. */
function audienceOf({
  kind,
  departments,
  programmeId,
  role,
}: Pick<NewTalk, 'kind' | 'departments' | 'programmeId' | 'role'>): TalkDraft['audience'] {
  if (kind === 'everybody') return { kind };
  if (kind === 'departments') return { kind, departments: [...departments] };
  const roles = role === undefined ? [] : [role];
  return { kind, participants: { programmeId: programmeId ?? '', roles, stages: ['paired', 'ended'] } };
}

interface PartProps {
  readonly draft: Draft<NewTalk>;
}

function WhatFor({ draft: { value, set } }: PartProps): ReactNode {
  const t = useSay(say);
  const { least, most } = sizes[value.form];
  return (
    <>
      <ChoiceField
        name="purpose"
        label={t('new.purpose')}
        required
        value={value.purpose}
        onChange={(purpose) => set({ purpose })}
        choices={purposes.map((one) => ({ value: one, label: t(`purpose.${one}`), hint: t(`purpose.${one}.hint`) }))}
      />
      <ChoiceField
        name="form"
        label={t('new.form')}
        required
        value={value.form}
        onChange={(form = 'group') => set({ form, size: form === 'group' ? 8 : 3 })}
        choices={(['group', 'individual'] as const).map((one) => ({
          ...{ value: one, label: t(`form.${one}`), hint: t(`form.${one}.hint`) },
        }))}
      />
      <NumberField
        name="size"
        label={t(`new.size.${value.form}`)}
        hint={t('new.size.hint', { least, most })}
        required
        least={least}
        most={most}
        value={value.size}
        onChange={(size) => set({ size })}
      />
    </>
  );
}

function WithWhom({ draft: { value, set }, counts }: PartProps & { readonly counts: AudienceCounts }): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  return (
    <>
      <ChoiceField
        name="audience"
        label={t('new.audience')}
        required
        value={value.kind}
        onChange={(kind) => kind && set({ kind })}
        choices={[
          { value: 'everybody', label: t('new.everybody') },
          { value: 'departments', label: t('new.departments') },
          ...(counts.programmes.length === 0
            ? []
            : [{ value: 'chosen' as const, label: t('new.participants'), hint: t('new.participants.hint') }]),
        ]}
      />
      {value.kind === 'departments' && (
        <ChoicesField
          name="audience.departments"
          label={t('new.departments.which')}
          required
          value={value.departments}
          onChange={(departments) => set({ departments })}
          choices={counts.departments.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      {value.kind === 'chosen' && (
        <>
          <ChoiceField
            name="audience.participants.programmeId"
            label={t('new.programme')}
            required
            value={value.programmeId}
            onChange={(programmeId) => set({ programmeId })}
            choices={counts.programmes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <ChoiceField
            name="audience.participants.roles"
            label={t('new.role')}
            hint={t('new.role.hint')}
            required
            value={value.role}
            onChange={(role) => set({ role })}
            choices={participantRoles.map((one) => ({ value: one, label: t(`new.role.${one}`) }))}
          />
        </>
      )}
      <ChoiceField
        name="language"
        label={t('new.language')}
        hint={t('new.language.hint')}
        required
        value={value.language}
        onChange={(language) => language && set({ language })}
        choices={languages.map((one) => ({ value: one, label: ownName(one, reader) }))}
      />
    </>
  );
}

function When({ draft: { value, set }, today }: PartProps & { readonly today: string }): ReactNode {
  const t = useSay(say);
  return (
    <>
      <ChoiceField
        name="minutes"
        label={t('new.minutes')}
        required
        value={value.minutes}
        onChange={(minutes) => minutes && set({ minutes })}
        choices={(['30', '45', '60', '90'] as const).map((one) => ({
          value: one,
          label: t('card.minutes', { minutes: Number(one) }),
        }))}
      />
      <DateField
        name="from"
        label={t('new.from')}
        hint={t('new.from.hint')}
        required
        least={dayAfter(today, 1)}
        most={dayAfter(today, 30)}
        value={value.from}
        onChange={(from) => set({ from })}
      />
    </>
  );
}

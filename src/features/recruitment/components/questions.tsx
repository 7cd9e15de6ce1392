/** The questions of an application, in four short steps; a look at all answers is the fifth. */
import { lazy, Suspense, type ReactNode } from 'react';
import { ChoiceField, ChoicesField } from '../../../ui/choices.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Waiting } from '../../../ui/loaded.tsx';
import type { PersonCard } from '../../people/model.ts';
import {
  ambitions,
  asksForMentor,
  interests,
  meetingForms,
  offersToMentor,
  roles,
  spoken,
  values,
  type Questionnaire,
  type Role,
} from '../model.ts';
import { say } from '../words.ts';
import { TopicsField } from './topics-field.tsx';

/** Needed in the last step only. */
const PartnerQuestions = lazy(async () => ({ default: (await import('./partner-questions.tsx')).PartnerQuestions }));

export const questionSteps = ['role', 'topics', 'you', 'partner'] as const;
export type QuestionStep = (typeof questionSteps)[number];

/** As long as nobody has chosen, there is no role. */
export type Answers = Omit<Questionnaire, 'role'> & {
  readonly role: Role | undefined;
  readonly people: readonly PersonCard[];
};

export interface QuestionsProps {
  readonly answers: Answers;
  readonly set: (part: Partial<Answers>) => void;
  /** A guest is a mentor, and names nobody. */
  readonly fromOutside?: boolean | undefined;
  /** What another person would hear is left out. */
  readonly spoken?: boolean;
}

export function Questions({ step, ...props }: QuestionsProps & { readonly step: QuestionStep }): ReactNode {
  if (step === 'role') return <RoleQuestions {...props} />;
  if (step === 'topics') return <TopicQuestions {...props} />;
  if (step === 'you') return <OwnQuestions {...props} />;
  return (
    <Suspense fallback={<Waiting />}>
      <PartnerQuestions {...props} />
    </Suspense>
  );
}

function RoleQuestions({ answers, set, fromOutside }: QuestionsProps): ReactNode {
  const t = useSay(say);
  const hours = [1, 2, 3, 4, 6, 8];
  return (
    <>
      <ChoiceField
        {...{ name: 'role', label: t('q.role'), required: true, value: answers.role }}
        onChange={(role) => set({ role })}
        choices={(fromOutside ? (['mentor'] as const) : roles).map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      <ChoicesField
        {...{ name: 'languages', label: t('q.languages'), hint: t('q.languages.hint'), required: true, most: 6 }}
        value={answers.languages}
        onChange={(languages) => set({ languages: [...languages] })}
        choices={spoken.map((one) => ({ value: one, label: t(`spoken.${one}`) }))}
      />
      <ChoiceField
        {...{ name: 'meeting', label: t('q.meeting'), value: answers.meeting }}
        onChange={(meeting) => set({ meeting: meeting ?? 'either' })}
        choices={meetingForms.map((one) => ({ value: one, label: t(`meeting.${one}`) }))}
      />
      <ChoiceField
        {...{ name: 'hoursAMonth', label: t('q.hours'), value: String(answers.hoursAMonth) }}
        onChange={(value) => set({ hoursAMonth: Number(value ?? 1) })}
        choices={hours.map((one) => ({ value: String(one), label: t('q.hours.value', { hours: one }) }))}
      />
      {answers.role && offersToMentor(answers.role) && (
        <ChoiceField
          {...{ name: 'capacity', label: t('q.capacity'), value: String(answers.capacity) }}
          onChange={(value) => set({ capacity: Number(value ?? 1) })}
          choices={['1', '2', '3'].map((one) => ({ value: one, label: one }))}
        />
      )}
    </>
  );
}

function TopicQuestions({ answers, set }: QuestionsProps): ReactNode {
  const role = answers.role ?? 'mentee';
  return (
    <>
      {asksForMentor(role) && (
        <TopicsField name="sought" most={6} value={answers.sought} onChange={(sought) => set({ sought })} />
      )}
      {offersToMentor(role) && (
        <TopicsField name="offered" most={8} value={answers.offered} onChange={(offered) => set({ offered })} />
      )}
    </>
  );
}

function OwnQuestions({ answers, set }: QuestionsProps): ReactNode {
  const t = useSay(say);
  const label = answers.role === 'mentor' ? t('q.ambitions.mentor') : t('q.ambitions');
  return (
    <>
      <ChoicesField
        {...{ name: 'values', label: t('q.values'), hint: t('q.values.hint'), most: 5, value: answers.values }}
        onChange={(chosen) => set({ values: [...chosen] })}
        choices={values.map((one) => ({ value: one, label: t(`value.${one}`) }))}
      />
      <ChoicesField
        {...{ name: 'ambitions', label, hint: t('q.ambitions.hint'), most: 3, value: answers.ambitions }}
        onChange={(chosen) => set({ ambitions: [...chosen] })}
        choices={ambitions.map((one) => ({ value: one, label: t(`ambition.${one}`) }))}
      />
      <ChoicesField
        {...{
          name: 'interests',
          label: t('q.interests'),
          hint: t('q.interests.hint'),
          most: 8,
          value: answers.interests,
        }}
        onChange={(chosen) => set({ interests: [...chosen] })}
        choices={interests.map((one) => ({ value: one, label: t(`interest.${one}`) }))}
      />
    </>
  );
}

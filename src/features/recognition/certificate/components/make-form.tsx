/** What is to stand on a certificate: ticks, goals one by one, and its language. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { languages } from '../../../../platform/words.ts';
import { ChoiceField, ChoicesField, TickField } from '../../../../ui/choices.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { makeCertificate } from '../client.ts';
import type { CertificateDraft, CertificateOffer } from '../model.ts';
import { say } from '../words.ts';

export function MakeForm({ offer }: { readonly offer: CertificateOffer }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const own = useLanguage();
  const { programmeId, side, all, goals, made } = offer;
  const before: CertificateDraft = made
    ? { ...made.choice, language: made.language }
    : { hours: true, courses: true, goals: [], language: own };
  const draft = useDraft<CertificateDraft>(`certificate-${programmeId}-${side}`, before);
  const { value, set } = draft;
  const make = async (): Promise<void> => {
    await makeCertificate({ programmeId, side }, value);
    await queries.invalidateQueries({ queryKey: ['certificates'] });
    tell(t('made'));
  };
  return (
    <Form draft={draft} submit={t(made ? 'remake' : 'make')} onSubmit={make}>
      {all.meetings !== undefined && all.meetings > 0 && (
        <TickField
          {...{ name: 'hours', label: t('tick.hours'), value: value.hours, onChange: (hours) => set({ hours }) }}
        />
      )}
      {all.courses.length > 0 && (
        <TickField
          {...{ name: 'courses', label: t('tick.courses'), value: value.courses }}
          onChange={(courses) => set({ courses })}
        />
      )}
      {goals.length > 0 && (
        <ChoicesField
          {...{ name: 'goals', label: t('tick.goals'), hint: t('tick.goals.hint'), value: value.goals }}
          choices={goals.map(({ id, text }) => ({ value: id, label: text }))}
          onChange={(chosen) => set({ goals: [...chosen] })}
        />
      )}
      <ChoiceField
        {...{ name: 'language', label: t('language'), required: true, value: value.language }}
        choices={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
        onChange={(language) => set({ language: language ?? own })}
      />
    </Form>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useDraft } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { createProgramme, proposedDates } from '../client.ts';
import { ProgrammeForm, type FormValue } from '../components/programme-form.tsx';
import { readyGoal } from '../goals/rules.ts';
import { say } from '../words.ts';

/** A new programme, filled in from the template. */
export default function NewProgrammePage(): ReactNode {
  const t = useSay(say);
  const dates = useQuery({ queryKey: ['programme-template'], queryFn: proposedDates });
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: '/programmes', label: t('list.title') }} narrow>
      <Loaded of={dates}>{(found) => <NewProgramme {...found} />}</Loaded>
    </Page>
  );
}

function NewProgramme({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const draft = useDraft<FormValue>('programme-new', {
    ...{
      name: '',
      forWhom: '',
      why: '',
      howChosen: '',
      language,
      startsOn,
      endsOn,
      goals: [readyGoal(language, 'know-direction')],
      sponsor: null,
    },
  });
  const create = async (): Promise<void> => {
    const { sponsor, ...rest } = draft.value;
    const surveyId = search.get('surveyId');
    const made = await createProgramme({
      ...rest,
      ...(sponsor ? { sponsorId: sponsor.id } : {}),
      ...(surveyId ? { surveyId } : {}),
    });
    await queries.invalidateQueries({ queryKey: ['programmes'] });
    tell(t('created'), { intent: 'success' });
    navigate(`/programmes/${made.id}`);
  };
  return <ProgrammeForm draft={draft} submit={t('save.new')} onSubmit={create} />;
}

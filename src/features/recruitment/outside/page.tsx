import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findOutside } from './client.ts';
import { Slips } from './components/slips.tsx';
import { say } from './words.ts';

const Helpers = lazy(async () => ({ default: (await import('./components/trusted.tsx')).Helpers }));
const Kiosk = lazy(async () => ({ default: (await import('./components/kiosk.tsx')).Kiosk }));
const Forms = lazy(async () => ({ default: (await import('./components/forms.tsx')).Forms }));
const Guests = lazy(async () => ({ default: (await import('./components/guests.tsx')).Guests }));

/** For coordinators: how people apply who have no desk, licence or mailbox, and mentors from outside. */
export default function OutsidePageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['outside', programmeId], queryFn: () => findOutside(programmeId) });
  const back = { to: `/programmes/${programmeId}/recruitment`, label: t('page.back') };
  const enter = <ButtonLink to={`/programmes/${programmeId}/help-apply`}>{t('page.enter')}</ButtonLink>;
  return (
    <Page title={t('page.title')} lead={t('page.lead')} back={back} action={enter}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            <Slips page={page} />
            <Suspense>
              <Helpers page={page} />
              <Kiosk page={page} />
              <Forms page={page} />
              <Guests page={page} />
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}

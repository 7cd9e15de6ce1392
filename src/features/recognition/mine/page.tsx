/** "My recognition": badges and certificates, for the person alone. */
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { Badges } from '../badges/components/badges.tsx';
import { OwnLoad } from '../load/components/own-load.tsx';
import { OwnManagers } from '../managers/components/own-managers.tsx';
import { OwnCredits } from '../credit/components/own-credits.tsx';
import { Certificates } from '../certificate/components/certificates.tsx';
import { MyEvents } from '../events/components/my-events.tsx';
import { say } from '../certificate/words.ts';

export default function RecognitionPage(): ReactNode {
  const t = useSay(say);
  return (
    <Page title={t('page.title')} lead={t('page.lead')} back={{ to: '/', label: t('page.home') }} narrow>
      <MyEvents />
      <Badges />
      <Certificates />
      <OwnCredits />
      <OwnManagers />
      <OwnLoad />
    </Page>
  );
}

/** "My recognition": badges and certificates for the person alone, and below them what others said and what one gives. */
import { lazy, Suspense, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Page } from '../../../ui/page.tsx';
import { Badges } from '../badges/components/badges.tsx';
import { Certificates } from '../certificate/components/certificates.tsx';
import { say } from '../certificate/words.ts';

const MyEvents = lazy(async () => ({ default: (await import('../events/components/my-events.tsx')).MyEvents }));
const OwnCredits = lazy(async () => ({ default: (await import('../credit/components/own-credits.tsx')).OwnCredits }));
const OwnManagers = lazy(async () => ({
  default: (await import('../managers/components/own-managers.tsx')).OwnManagers,
}));
const OwnLoad = lazy(async () => ({ default: (await import('../load/components/own-load.tsx')).OwnLoad }));

export default function RecognitionPage(): ReactNode {
  const t = useSay(say);
  return (
    <Page title={t('page.title')} lead={t('page.lead')} back={{ to: '/', label: t('page.home') }} narrow>
      <Suspense>
        <MyEvents />
      </Suspense>
      <Badges />
      <Certificates />
      <Suspense>
        <OwnCredits />
        <OwnManagers />
        <OwnLoad />
      </Suspense>
    </Page>
  );
}

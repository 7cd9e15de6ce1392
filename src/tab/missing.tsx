/** The page for an address that leads nowhere. */
import { CompassNorthwestRegular } from '@fluentui/react-icons/svg/compass-northwest';
import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/button.tsx';
import { useSay } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';
import { say } from './words.ts';

export function Missing(): ReactNode {
  const t = useSay(say);
  const home = (
    <ButtonLink to="/" appearance="primary" icon={<CompassNorthwestRegular />}>
      {t('missing.home')}
    </ButtonLink>
  );
  return (
    <Page narrow title={t('missing.title')} lead={t('missing.text')}>
      <div>{home}</div>
    </Page>
  );
}

/** What changed in Tandem, version by version: found again in Help. */
import type { ReactNode } from 'react';
import { useRoles } from '../../../ui/roles.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Changes } from './components/changes.tsx';
import { changesFor } from './rules.ts';
import { say } from './words.ts';

export default function ChangesPage(): ReactNode {
  const t = useSay(say);
  const roles = useRoles();
  return (
    <Page title={t('changes.title')} lead={t('changes.lead')} back={{ to: '/help', label: t('changes.back') }} narrow>
      <Loaded of={roles}>
        {(found) => (
          <Section>
            <Changes of={changesFor(found)} heading="h2" />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

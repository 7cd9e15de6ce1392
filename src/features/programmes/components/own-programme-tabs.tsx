/** The parts of a programme on a page that others read too: only for those who coordinate that programme. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRoles } from '../../../ui/roles.ts';
import { listProgrammes } from '../client.ts';
import { TabsLater } from './tabs-later.tsx';

export function OwnProgrammeTabs({ programmeId }: { readonly programmeId: string }): ReactNode {
  const roles = useRoles();
  const isCoordinator = roles.data?.includes('Coordinator') === true;
  const own = useQuery({ queryKey: ['programmes'], queryFn: listProgrammes, enabled: isCoordinator });
  return own.data?.some(({ id }) => id === programmeId) === true ? <TabsLater programmeId={programmeId} /> : null;
}

/** From the programme's page of thanks to its events, for those who coordinate. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { rolesInToken } from '../../../../ui/host.ts';
import { useSay } from '../../../../ui/language.tsx';
import { eventsPath } from '../model.ts';
import { say } from '../words.ts';

export function EventsLink({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const roles = useQuery({ queryKey: ['roles-in-token'], queryFn: rolesInToken, staleTime: Infinity });
  if (roles.data?.includes('Coordinator') !== true) return null;
  return <ButtonLink to={eventsPath(programmeId)}>{t('wall.link')}</ButtonLink>;
}

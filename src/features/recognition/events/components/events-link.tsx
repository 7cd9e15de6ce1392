/** From the programme's page of thanks to its events, for those who coordinate. */
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useRoles } from '../../../../ui/roles.ts';
import { useSay } from '../../../../ui/language.tsx';
import { eventsPath } from '../model.ts';
import { say } from '../words.ts';

export function EventsLink({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const roles = useRoles();
  if (roles.data?.includes('Coordinator') !== true) return null;
  return <ButtonLink to={eventsPath(programmeId)}>{t('wall.link')}</ButtonLink>;
}

/** People of a programme that the reader coordinates: as what they take part, and how far they are. */
import type { ReactNode } from 'react';
import { ChoiceField, ChoicesField } from '../../../ui/choices.tsx';
import { useSay } from '../../../ui/language.tsx';
import { participantRoles, participantStages } from '../audience/model.ts';
import type { AudienceCounts } from '../model.ts';
import { say } from '../planning/words.ts';
import type { AudienceProps } from './audience-fields.tsx';

export interface ParticipantProps extends Pick<AudienceProps, 'draft'> {
  readonly programmes: AudienceCounts['programmes'];
}

export function ParticipantFields({ draft: { value, set }, programmes }: ParticipantProps): ReactNode {
  const t = useSay(say);
  if (programmes.length === 0) return <p>{t('programme.none')}</p>;
  return (
    <>
      <ChoiceField
        name="programmeId"
        label={t('programme.choose')}
        required
        value={value.programmeId}
        onChange={(programmeId) => set({ programmeId: programmeId ?? '' })}
        choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoicesField
        name="roles"
        label={t('role.label')}
        required
        value={value.roles}
        onChange={(roles) => set({ roles })}
        choices={participantRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      <ChoicesField
        name="stages"
        label={t('stage.label')}
        required
        value={value.stages}
        onChange={(stages) => set({ stages })}
        choices={participantStages.map((one) => ({ value: one, label: t(`stage.${one}`) }))}
      />
    </>
  );
}

/** One rule: what people have in common, and for each of it what may be. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChoiceField, ChoicesField, type Choice } from '../../../../ui/choices.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { filterKinds, participantRoles, participantStages, type AudienceCounts, type FilterKind } from '../model.ts';
import { ownName } from '../rules.ts';
import { countryName } from '../telling/rules.ts';
import { say } from '../words.ts';
import type { RuleDraft } from './draft.ts';
import { GroupChoice } from './group-choice.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

export interface RuleFieldsProps {
  /** Where it stands in the audience: names the fields apart. */
  readonly name: string;
  readonly value: RuleDraft;
  set(this: void, part: Partial<RuleDraft>): void;
  readonly counts: AudienceCounts;
}

/** The order in which they are offered. */
const kinds: readonly FilterKind[] = [
  ...(['departments', 'sites', 'countries', 'languages', 'groups', 'jobTitles', 'levels', 'tenures'] as const),
  'participants',
];

export function RuleFields(props: RuleFieldsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { name, value, set, counts } = props;
  const offered = (kind: FilterKind): boolean =>
    kind === 'groups' || kind === 'jobTitles' || kind === 'participants' || counts[kind].length > 0;
  return (
    <div className={styles.fields}>
      <ChoicesField<FilterKind>
        {...{ name: `${name}.by`, label: t('rule.by'), hint: t('rule.by.hint'), required: true, value: value.by }}
        onChange={(by) => set({ by: filterKinds.filter((kind) => by.includes(kind)) })}
        choices={kinds.filter(offered).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      {kinds
        .filter((kind) => value.by.includes(kind))
        .map((kind) => (
          <KindField key={kind} kind={kind} {...props} />
        ))}
    </div>
  );
}

function KindField({ kind, ...props }: RuleFieldsProps & { readonly kind: FilterKind }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const { name, value, set, counts } = props;
  const field = { name: `${name}.${kind}`, label: t('any.of', { kind: t(`kind.${kind}`) }), required: true } as const;
  const choice = <V extends string>(one: V, people: number, label: string): Choice<V> => ({
    ...{ value: one, label, hint: t('people', { count: people }) },
  });
  switch (kind) {
    case 'groups':
      return <GroupChoice {...props} />;
    case 'participants':
      return <Participants {...props} />;
    case 'jobTitles':
      return (
        <TextField
          {...{ ...field, label: t('titles.label'), hint: t('titles.hint'), value: value.jobTitles }}
          onChange={(jobTitles) => set({ jobTitles })}
        />
      );
    case 'levels':
      return (
        <ChoicesField
          {...{ ...field, hint: t('levels.hint'), value: value.levels.map(String) }}
          onChange={(levels) => set({ levels: levels.map(Number) })}
          choices={counts.levels.map((one) =>
            choice(String(one.name), one.people, t('levels.one', { level: one.name })),
          )}
        />
      );
    case 'tenures':
      return (
        <ChoicesField
          {...{ ...field, value: value.tenures }}
          onChange={(tenures) => set({ tenures })}
          choices={counts.tenures.map((one) => choice(one.name, one.people, t(`tenure.${one.name}`)))}
        />
      );
    case 'languages':
      return (
        <ChoicesField
          {...{ ...field, value: value.languages }}
          onChange={(languages) => set({ languages })}
          choices={counts.languages.map((one) => choice(one.name, one.people, ownName(one.name, language)))}
        />
      );
    case 'departments':
    case 'sites':
    case 'countries': {
      const label = (one: string): string => (kind === 'countries' ? countryName(language, one) : one);
      return (
        <ChoicesField
          {...{ ...field, value: value[kind] }}
          onChange={(names) => set({ [kind]: names })}
          choices={counts[kind].map((one) => choice(one.name, one.people, label(one.name)))}
        />
      );
    }
    default:
      return kind satisfies never;
  }
}

/** People of a programme that the reader coordinates. */
function Participants({ name, value, set, counts: { programmes } }: RuleFieldsProps): ReactNode {
  const t = useSay(say);
  if (programmes.length === 0) return <p>{t('programme.none')}</p>;
  return (
    <>
      <ChoiceField
        {...{ name: `${name}.programmeId`, label: t('programme.choose'), required: true, value: value.programmeId }}
        onChange={(programmeId) => set({ programmeId: programmeId ?? '' })}
        choices={programmes.map((one) => ({ value: one.id, label: one.name }))}
      />
      <ChoicesField
        {...{ name: `${name}.roles`, label: t('role.label'), required: true, value: value.roles }}
        onChange={(roles) => set({ roles })}
        choices={participantRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
      />
      <ChoicesField
        {...{ name: `${name}.stages`, label: t('stage.label'), required: true, value: value.stages }}
        onChange={(stages) => set({ stages })}
        choices={participantStages.map((one) => ({ value: one, label: t(`stage.${one}`) }))}
      />
    </>
  );
}

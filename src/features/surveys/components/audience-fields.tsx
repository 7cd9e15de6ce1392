/** The step that says whom a survey asks: everybody, or certain people, all of them or as many as chance draws; counted while one chooses. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { regionOf } from '../../../platform/words.ts';
import { ChoiceField, ChoicesField } from '../../../ui/choices.tsx';
import type { Draft } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { filterKinds, type AudienceAnswer, type FilterKind } from '../audience/model.ts';
import { sizeAudience } from '../client.ts';
import type { AudienceCounts } from '../model.ts';
import { say } from '../planning/words.ts';
import { questionOf, type Chosen } from './chosen.ts';
import { GroupField } from './group-field.tsx';
import { ParticipantFields } from './participant-fields.tsx';
import { SampleFields } from './sample-fields.tsx';
import { ownName } from './sayings.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  size: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

const nobody: AudienceAnswer = { people: 0, asked: 0, hindered: [] };

/** How many a choice would ask; nobody as long as it is not complete. */
export function sizeOf(value: Chosen) {
  const { audience, ...sample } = questionOf(value);
  return queryOptions({
    queryKey: ['surveys', 'size', audience, sample],
    queryFn: () => (audience ? sizeAudience({ audience, ...sample }) : nobody),
    staleTime: 30_000,
  });
}

export function useSize(value: Chosen): UseQueryResult<AudienceAnswer> {
  return useQuery({ ...sizeOf(value), placeholderData: keepPreviousData });
}

export interface AudienceProps {
  readonly draft: Pick<Draft<Chosen>, 'value' | 'set'>;
  readonly counts: AudienceCounts;
}

export function AudienceFields({ draft, counts }: AudienceProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { value, set } = draft;
  const size = useSize(value).data;
  const isSmall = size !== undefined && size.asked > 0 && size.asked < counts.least;
  return (
    <div className={styles.fields}>
      <ChoiceField
        name="audience"
        label={t('new.audience.label')}
        required
        value={value.kind}
        onChange={(kind) => kind && set({ kind })}
        choices={[
          { value: 'everybody', label: t('new.everybody', { count: counts.everybody }) },
          { value: 'chosen', label: t('new.chosen') },
        ]}
      />
      {value.kind === 'chosen' && <Filters draft={draft} counts={counts} />}
      {size && <SampleFields draft={draft} people={size.people} />}
      <div>
        <output className={styles.size}>{size && t('new.size', { count: size.asked })}</output>
        {size && <Hindered hindered={size.hindered} />}
      </div>
      {isSmall && <Notice intent="warning">{t('new.small', { least: counts.least })}</Notice>}
    </div>
  );
}

function Filters({ draft: { value, set }, counts }: AudienceProps): ReactNode {
  const t = useSay(say);
  const offered = useOffered(counts);
  return (
    <>
      <ChoicesField<FilterKind>
        name="by"
        label={t('by.label')}
        hint={t('by.hint')}
        required
        value={value.by}
        onChange={(by) => set({ by })}
        choices={filterKinds
          .filter((kind) => kind === 'groups' || kind === 'participants' || offered[kind].length > 0)
          .map((kind) => ({ value: kind, label: t(`by.${kind}`) }))}
      />
      {filterKinds
        .filter((kind) => value.by.includes(kind))
        .map((kind) => {
          if (kind === 'groups')
            return <GroupField key={kind} value={value.groups} onChange={(groups) => set({ groups })} />;
          if (kind === 'participants')
            return <ParticipantFields key={kind} draft={{ value, set }} programmes={counts.programmes} />;
          return (
            <ChoicesField
              key={kind}
              name={kind}
              label={t(`filter.${kind}`)}
              required
              value={value[kind]}
              onChange={(names) => set({ [kind]: names })}
              choices={offered[kind]}
            />
          );
        })}
    </>
  );
}

type Listed = Exclude<FilterKind, 'groups' | 'participants'>;

/** What there is to choose from, with how many people each has. */
function useOffered({ departments, sites, countries, languages }: AudienceCounts) {
  const t = useSay(say);
  const language = useLanguage();
  const countryName = useCountryName();
  const choice = (name: string, people: number, label = name) => ({
    ...{ value: name, label },
    hint: t('new.people', { count: people }),
  });
  const all: Record<Listed, { value: string; label: string; hint: string }[]> = {
    departments: departments.map(({ name, people }) => choice(name, people)),
    sites: sites.map(({ name, people }) => choice(name, people)),
    countries: countries.map(({ name, people }) => choice(name, people, countryName(name))),
    languages: languages.map(({ name, people }) => choice(name, people, ownName(name, language))),
  };
  return all;
}

/** A directory holds a code or a name; a code is said in the reader's language. */
export function useCountryName(): (country: string) => string {
  const region = regionOf(useLanguage());
  return (country) =>
    /^[A-Z]{2}$/.test(country) ? (new Intl.DisplayNames([region], { type: 'region' }).of(country) ?? country) : country;
}

function Hindered({ hindered }: Pick<AudienceAnswer, 'hindered'>): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const count = hindered.reduce((sum, one) => sum + one.accounts, 0);
  if (count === 0) return null;
  return (
    <details>
      <summary>{t('hindered', { count })}</summary>
      <ul className={styles.list}>
        {hindered.map(({ why, accounts }) => (
          <li key={why}>{t(`hindered.${why}`, { count: accounts })}</li>
        ))}
      </ul>
    </details>
  );
}

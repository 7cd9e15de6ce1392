/** For administrators: which identity questions are asked in which country; everybody else is told that the page is not there. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { Form } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { findCountries, saveCountry } from '../client.ts';
import { modes, questions, type CountryModes, type CountrySetting } from '../model.ts';
import { otherCountries } from '../rules.ts';
import { say } from '../words.ts';

const key = ['identity-countries'] as const;

export default function CountriesPage(): ReactNode {
  const t = useSay(say);
  const countries = useQuery({ queryKey: key, queryFn: findCountries });
  return (
    <Page
      title={t('countries.title')}
      lead={t('countries.lead')}
      back={{ to: '/installation/beginning', label: t('countries.back') }}
      narrow
    >
      <Loaded of={countries}>{(found) => found.map((one) => <Country key={one.country} setting={one} />)}</Loaded>
    </Page>
  );
}

function Country({ setting }: { readonly setting: CountrySetting }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<CountryModes>(setting.modes);
  const name =
    setting.country === otherCountries
      ? t('countries.others')
      : (new Intl.DisplayNames([language], { type: 'region' }).of(setting.country) ?? setting.country);
  const save = async (): Promise<void> => {
    queries.setQueryData(key, await saveCountry(setting.country, wanted));
    tell(t('countries.saved'), { intent: 'success' });
  };
  return (
    <Section title={name}>
      <Form submit={t('countries.save', { country: name })} onSubmit={save}>
        {questions.map((question) => (
          <ChoiceField
            key={question}
            name={`${setting.country}.${question}`}
            label={t(`identity.q.${question}`)}
            required
            value={wanted[question]}
            onChange={(mode) => mode && setWanted({ ...wanted, [question]: mode })}
            choices={modes.map((mode) => ({ value: mode, label: t(`countries.${mode}`) }))}
          />
        ))}
      </Form>
    </Section>
  );
}

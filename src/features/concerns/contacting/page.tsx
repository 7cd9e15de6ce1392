/** Whom else to call in this organisation: a few lines, for every country or for one. For advisers and administrators. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { FieldFrame } from '../../../ui/frame.tsx';
import { Select } from '../../../ui/select.tsx';
import { findContacts, saveContacts } from '../client.ts';
import { NoAdviser } from '../components/no-adviser.tsx';
import { mostContacts, type Contact } from '../model.ts';
import { urgentCountries } from '../urgent/model.ts';
import { say } from '../words.ts';

const key = ['private-talk-contacts'] as const;
const countries = urgentCountries.filter((one) => one !== 'OTHER');

const useStyles = makeStyles({
  one: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalL}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

export default function ContactsPage(): ReactNode {
  const t = useSay(say);
  const contacts = useQuery({ queryKey: key, queryFn: findContacts });
  return (
    <Page
      title={t('contacts.title')}
      lead={t('contacts.lead')}
      back={{ to: '/private-talk', label: t('title') }}
      narrow
    >
      <NoAdviser />
      <Loaded of={contacts}>
        {({ lines }) => (
          <Section>
            <Lines key={JSON.stringify(lines)} kept={lines} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

const empty: Contact = { name: '', reach: '' };

function Lines({ kept }: { readonly kept: readonly Contact[] }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [lines, setLines] = useState<readonly Contact[]>(kept);
  const save = async (): Promise<void> => {
    queries.setQueryData(key, await saveContacts({ lines: [...lines] }));
    tell(t('saved'));
  };
  const add = (
    <Button disabled={lines.length >= mostContacts} onClick={() => setLines([...lines, empty])}>
      {t('contacts.add')}
    </Button>
  );
  return (
    <Form submit={t('save')} onSubmit={save} actions={add}>
      {lines.map((one, at) => (
        <OneLine
          key={at}
          at={at}
          one={one}
          set={(next) => setLines(lines.map((other, place) => (place === at ? next : other)))}
          remove={() => setLines(lines.filter((_, place) => place !== at))}
        />
      ))}
    </Form>
  );
}

interface OneLineProps {
  readonly at: number;
  readonly one: Contact;
  set(this: void, next: Contact): void;
  remove(this: void): void;
}

function OneLine({ at, one, set, remove }: OneLineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { country: _, ...rest } = one;
  return (
    <fieldset className={styles.one}>
      <legend className={styles.legend}>{t('contacts.one', { number: at + 1 })}</legend>
      <TextField
        name={`lines.${at}.name`}
        label={t('contacts.name')}
        required
        most={80}
        value={one.name}
        onChange={(name) => set({ ...one, name })}
      />
      <TextField
        name={`lines.${at}.reach`}
        label={t('contacts.reach')}
        required
        most={120}
        value={one.reach}
        onChange={(reach) => set({ ...one, reach })}
      />
      <FieldFrame name={`lines.${at}.country`} label={t('contacts.country')} required>
        <Select value={one.country ?? ''} onChange={(country) => set(country === '' ? rest : { ...rest, country })}>
          <option value="">{t('contacts.everywhere')}</option>
          {countries.map((country) => (
            <option key={country} value={country}>
              {t(`country.${country}`)}
            </option>
          ))}
        </Select>
      </FieldFrame>
      <div>
        <Button appearance="subtle" onClick={remove}>
          {t('contacts.remove', { name: one.name === '' ? t('contacts.one', { number: at + 1 }) : one.name })}
        </Button>
      </div>
    </fieldset>
  );
}

/** What waits for an adviser, requests and notes, oldest first; whether they take requests; and how many talks there were, where that points at nobody. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, TextLink } from '../../../ui/button.tsx';
import { ChoicesField, TickField } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/fields.tsx';
import { Form, FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { languages } from '../../../platform/words.ts';
import { findAdvising, moveRequest, saveAdvising } from '../client.ts';
import { Noted } from '../components/noted.tsx';
import { WishFacts } from '../components/wish-facts.tsx';
import { answerDays, type Adviser, type Advising, type Request } from '../model.ts';
import { say } from '../words.ts';

const key = ['private-talk-requests'] as const;

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { margin: `0 0 ${tokens.spacingVerticalM}` },
  late: { fontWeight: tokens.fontWeightSemibold },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

type Show = (now: Advising, said: string) => void;

export default function AdvisingPage(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const advising = useQuery({ queryKey: key, queryFn: findAdvising, staleTime: 0, gcTime: 0 });
  const show: Show = (now, said) => {
    queries.setQueryData(key, now);
    tell(said);
  };
  return (
    <Page
      title={t('advising.title')}
      lead={t('advising.lead')}
      back={{ to: '/private-talk', label: t('title') }}
      narrow
    >
      <Loaded of={advising}>
        {({ requests, notes, own, counts }) => (
          <>
            {requests.length + notes.length === 0 && (
              <Section>
                <Empty title={t('advising.none')} text={t('advising.none.text')} />
              </Section>
            )}
            {requests.map((one) => (
              <OneRequest key={one.id} one={one} show={show} />
            ))}
            <Noted notes={notes} show={(now) => show(now, t('advising.moved'))} />
            <Own key={JSON.stringify(own)} own={own} show={show} />
            <Section title={t('counts.title')} lead={t('counts.lead')}>
              <ul>
                {counts.map(({ year, talks }) => (
                  <li key={year}>
                    {String(year)}: {talks === 'few' ? t('counts.few') : String(talks)}
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </Loaded>
      <TextLink to="/private-talk/contacts" className={styles.link}>
        {t('contacts.link')}
      </TextLink>
    </Page>
  );
}

function OneRequest({ one, show }: { readonly one: Request; readonly show: Show }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const take = useOnce(async () => show(await moveRequest(one.id, 'taken'), t('advising.moved')));
  const end = useOnce(async () => show(await moveRequest(one.id, 'done'), t('advising.moved')));
  const problem = take.problem ?? end.problem;
  return (
    <Section title={one.name} lead={t('advising.since', { day: write(one.at, 'day') })}>
      {one.isLate && <p className={styles.late}>{t('advising.late')}</p>}
      <p className={styles.text}>{t(`state.${one.state}`, { day: write(one.goesOn, 'day') })}</p>
      <WishFacts wish={one.wish} />
      {problem && <FormProblem problem={problem} />}
      <div className={styles.actions}>
        {one.state === 'open' && (
          <Button appearance="primary" disabledFocusable={take.busy} onClick={() => void take.start()}>
            {t('advising.take')}
          </Button>
        )}
        {one.state !== 'done' && (
          <Button disabledFocusable={end.busy} onClick={() => void end.start()}>
            {t('advising.done')}
          </Button>
        )}
      </div>
    </Section>
  );
}

function Own({ own, show }: { readonly own: Adviser | undefined; readonly show: Show }): ReactNode {
  const t = useSay(say);
  const [takes, setTakes] = useState(own !== undefined);
  const [speaks, setSpeaks] = useState(own?.speaks ?? []);
  const [away, setAway] = useState(own?.awayUntil ?? '');
  const save = async (): Promise<void> => {
    const draft = { takes, speaks: [...speaks], ...(away === '' ? {} : { awayUntil: away }) };
    show(await saveAdvising(draft), t('saved'));
  };
  return (
    <Section title={t('advising.own')} lead={t('advising.own.lead')}>
      <Form submit={t('save')} onSubmit={save}>
        <TickField name="takes" label={t('advising.takes', { days: answerDays })} value={takes} onChange={setTakes} />
        <ChoicesField
          name="speaks"
          label={t('advising.speaks')}
          required
          value={speaks}
          choices={languages.map((one) => ({ value: one, label: t(`speak.${one}`) }))}
          onChange={(some) => setSpeaks([...some])}
        />
        <DateField
          name="awayUntil"
          label={t('advising.away')}
          hint={t('advising.away.hint')}
          value={away}
          onChange={setAway}
        />
      </Form>
    </Section>
  );
}

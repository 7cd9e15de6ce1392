import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../ui/button.tsx';
import { Form, FormProblem, useOnce } from '../../../ui/form.tsx';
import { FieldGroup } from '../../../ui/frame.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { copySurvey, countAudience, createSurvey, findBank, listSurveys } from '../client.ts';
import { useAudienceName } from '../components/sayings.ts';
import type { BankSet, SurveyLine } from '../model.ts';
import { moments } from '../questions/model.ts';
import { dayAfter, reminderDays } from '../planning/rules.ts';
import { usualDays } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  moments: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  moment: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  radio: { minHeight: '44px' },
  when: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  earlier: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalS },
});

/** What the coordinator wants to know leads to a set of questions; the draft is kept from here on. */
export default function NewSurveyPage(): ReactNode {
  const t = useSay(say);
  const bank = useQuery({ queryKey: ['surveys', 'bank'], queryFn: findBank });
  const surveys = useQuery({ queryKey: ['surveys'], queryFn: listSurveys });
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: '/surveys', label: t('surveys.title') }} narrow>
      <Loaded of={bank}>{(sets) => <Purposes sets={sets} />}</Loaded>
      <Loaded of={surveys}>{(found) => <Earlier surveys={found} />}</Loaded>
    </Page>
  );
}

function Purposes({ sets }: { readonly sets: readonly BankSet[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState('');
  const start = async (): Promise<void> => {
    const set = sets.find(({ id }) => id === chosen);
    if (!set) throw new Problem(400, { detail: t('new.choose'), fields: [{ field: 'set', message: t('new.choose') }] });
    const { today } = await countAudience();
    const closesOn = dayAfter(today, usualDays);
    const remindOn = reminderDays(today, closesOn, 1);
    const { id } = await createSurvey({ audience: { kind: 'everybody' }, closesOn, remindOn, set: set.id });
    go(`/surveys/${id}`);
  };
  return (
    <Section>
      <Form submit={t('new.next')} onSubmit={start}>
        <FieldGroup name="set" label={t('new.purpose')} required>
          <RadioGroup name="set" value={chosen} onChange={(_, { value }) => setChosen(value)}>
            <div className={styles.moments}>
              {moments.map((moment) => (
                <section key={moment} aria-label={t(`moment.${moment}`)}>
                  <h2 className={styles.moment}>{t(`moment.${moment}`)}</h2>
                  {sets
                    .filter((one) => one.moment === moment)
                    .map((one) => (
                      <Radio key={one.id} className={styles.radio} value={one.id} label={<Purpose set={one} />} />
                    ))}
                </section>
              ))}
            </div>
          </RadioGroup>
        </FieldGroup>
      </Form>
    </Section>
  );
}

function Purpose({ set: { purpose, minutes, when, items } }: { readonly set: BankSet }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <>
      {purpose}
      <br />
      <span className={styles.when}>
        {t('new.size.set', { questions: items.length, minutes })} {when}
      </span>
    </>
  );
}

/** Ask the same again: the copy is a draft of its own. */
function Earlier({ surveys }: { readonly surveys: readonly SurveyLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const asked = surveys.filter(({ state }) => state !== 'draft').slice(0, 5);
  if (asked.length === 0) return null;
  return (
    <Section title={t('new.again')} lead={t('new.again.lead')}>
      <div className={styles.earlier}>
        {asked.map((one) => (
          <CopyButton key={one.id} one={one} />
        ))}
      </div>
    </Section>
  );
}

function CopyButton({ one }: { readonly one: SurveyLine }): ReactNode {
  const t = useSay(say);
  const nameOf = useAudienceName();
  const [, go] = useLocation();
  const { start, busy, problem } = useOnce(async () => go(`/surveys/${(await copySurvey(one.id)).id}`));
  return (
    <>
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t('new.copy', { title: one.title, audience: nameOf(one.audience, one.sample) })}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

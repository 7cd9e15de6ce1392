/** Help for everybody: what Tandem is, the seven steps, who sees what, fewer messages, and whom to turn to. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, TextLink } from '../../../ui/button.tsx';
import { useRoles } from '../../../ui/roles.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { SignalRules } from '../../checkins/signals/components/signal-rules.tsx';
import { findContacts } from '../client.ts';
import { Administration } from '../components/administration.tsx';
import { stepNames } from '../programme/model.ts';
import { say as sayProgramme } from '../programme/words.ts';
import { tourTo } from '../welcome/components/touring.ts';
import { say } from './words.ts';
import type { Contact } from './model.ts';

const useStyles = makeStyles({
  text: { margin: 0, lineHeight: '1.55' },
  steps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  step: { display: 'flex', columnGap: tokens.spacingHorizontalM, listStyleType: 'none' },
  number: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '30px',
    height: '30px',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: { margin: 0 },
  fact: { margin: `0 0 ${tokens.spacingVerticalL}`, lineHeight: '1.55' },
  term: { fontWeight: tokens.fontWeightSemibold },
  list: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    paddingInlineStart: tokens.spacingHorizontalXL,
    lineHeight: '1.55',
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  doings: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `0 ${tokens.spacingHorizontalL}` },
  people: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
  },
  h3: { margin: `0 0 ${tokens.spacingVerticalS}` },
  programme: { ':not(:last-child)': { marginBottom: tokens.spacingVerticalXL } },
});

const seen = ['application', 'training', 'pair', 'talks', 'checkins', 'manager'] as const;
const ways = ['pause', 'ask', 'out'] as const;

/** What only administrators find here: the server decides, this only hides. */
function ForAdministrators(): ReactNode {
  const roles = useRoles();
  return roles.data?.includes('Administrator') === true ? <Administration /> : null;
}

export default function HelpPage(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <Section title={t('what')}>
        <p className={styles.text}>{t('what.text')}</p>
      </Section>
      <FirstSteps />
      <Reach />
      <Path />
      <Section title={t('who')} lead={t('who.lead')}>
        <dl className={styles.facts}>
          {seen.map((one) => (
            <div key={one}>
              <dt className={styles.term}>{t(`who.${one}`)}</dt>
              <dd className={styles.fact}>{t(`who.${one}.text`)}</dd>
            </div>
          ))}
        </dl>
        <SignalRules />
        <TextLink to="/papers" className={styles.link}>
          {t('papers')}
        </TextLink>
      </Section>
      <Section title={t('stop')}>
        <ul className={styles.list}>
          {ways.map((one) => (
            <li key={one}>{t(`stop.${one}`)}</li>
          ))}
        </ul>
        <TextLink to="/" className={styles.link}>
          {t('stop.do')}
        </TextLink>
      </Section>
      <ForAdministrators />
    </Page>
  );
}

function FirstSteps(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [, go] = useLocation();
  const start = (): void => {
    go('/');
    tourTo(0);
  };
  return (
    <Section title={t('first')}>
      <div className={styles.doings}>
        <Button onClick={start}>{t('tour')}</Button>
        <TextLink to="/help/changes" className={styles.link}>
          {t('changes')}
        </TextLink>
      </div>
    </Section>
  );
}

function Path(): ReactNode {
  const t = useSay(say);
  const step = useSay(sayProgramme);
  const styles = useStyles();
  return (
    <Section title={t('steps')} lead={t('steps.lead')}>
      <ol className={styles.steps}>
        {stepNames.map((name, index) => (
          <li key={name} className={styles.step}>
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            <div>
              <span className={styles.term}>{step(`step.${name}`)}</span>
              <p className={styles.text}>{t(`step.${name}`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Reach(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const contacts = useQuery({ queryKey: ['contacts'], queryFn: findContacts });
  const some = contacts.data === undefined || contacts.data.length > 0;
  return (
    <Section title={t('reach')} {...(some ? { lead: t('reach.lead') } : {})}>
      <Loaded of={contacts}>
        {(found) =>
          found.length === 0 ? (
            <p className={styles.text}>{t('reach.none')}</p>
          ) : (
            found.map((one) => <Programme key={one.programmeId} one={one} />)
          )
        }
      </Loaded>
      <p className={styles.text}>{t('talk.text')}</p>
      <TextLink to="/private-talk" className={styles.link}>
        {t('talk')}
      </TextLink>
    </Section>
  );
}

function Programme({ one }: { readonly one: Contact }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.programme}>
      <h3 className={styles.h3}>{one.programmeName}</h3>
      <ul className={styles.people}>
        {one.coordinators.map(({ id, name, jobTitle, mail }) => (
          <li key={id} className={styles.one}>
            <Person name={name} {...(jobTitle === undefined ? {} : { job: jobTitle })} />
            {mail !== undefined && (
              <TextLink to={chatWith(mail)} className={styles.link} aria-label={`${t('reach.chat')}, ${name}`}>
                {t('reach.chat')}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Teams opens a chat of two at this address. */
const chatWith = (mail: string): string => `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(mail)}`;

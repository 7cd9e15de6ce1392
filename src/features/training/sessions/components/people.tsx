/** Who signed up and who waits; once it began, who was there: all with one press, or one by one. */
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Figure, Figures } from '../../../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Person } from '../../../../ui/person.tsx';
import { noteAttendance, type SessionPlace } from '../client.ts';
import { mostHosts, type SessionPage } from '../model.ts';
import { say } from '../words.ts';
import { useKept } from './steps.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tick: { minHeight: '44px', alignItems: 'center' },
  small: { color: tokens.colorNeutralForeground2 },
  h3: { margin: `${tokens.spacingVerticalL} 0 0` },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
});

interface PeopleProps {
  readonly at: SessionPlace;
  readonly page: SessionPage;
}

export function People({ at, page }: PeopleProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(page.zone);
  const { counts, people, seats } = page;
  const isForgotten = people.length === 0 && counts.in + counts.waiting > 0;
  const hasBegun = page.state === 'open' && page.now >= page.start;
  const of = (state: 'in' | 'waiting') => people.filter((one) => one.state === state);
  return (
    <Section title={t('people.title')} lead={t('people.lead')}>
      <Figures>
        <Figure value={t('people.in.of', { count: counts.in, seats })} label={t('people.in')} />
        <Figure value={counts.waiting} label={t('people.waiting')} />
        {page.notedAt !== undefined && <Figure value={counts.there} label={t('people.there')} />}
      </Figures>
      {isForgotten ? (
        <Notice>{t('people.forgotten')}</Notice>
      ) : (
        <>
          {people.length === 0 && <p>{t('people.none')}</p>}
          {hasBegun ? (
            <Attendance key={page.version} at={at} page={page} />
          ) : (
            <Names people={of('in')} zone={page.zone} />
          )}
          {of('waiting').length > 0 && (
            <>
              <h3 className={styles.h3}>{t('people.waiting')}</h3>
              <Names people={of('waiting')} zone={page.zone} />
            </>
          )}
          {people.length > 0 && (
            <p className={styles.small}>{t('people.until', { day: write(page.namesUntil, 'day') })}</p>
          )}
        </>
      )}
    </Section>
  );
}

function Names({ people, zone }: { readonly people: SessionPage['people']; readonly zone: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(zone);
  return (
    <ul className={styles.list}>
      {people.map(({ person, at }) => (
        <li key={person.id} className={styles.item}>
          <Person name={person.name} job={person.jobTitle} />
          <span className={styles.small}>{t('people.since', { day: write(at, 'day') })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Until it was noted nobody is marked, so that nobody is taken for absent by a list that was only looked at. */
function Attendance({ at, page }: PeopleProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useKept(at);
  const people = page.people.filter(({ state }) => state === 'in');
  const [there, setThere] = useState<ReadonlySet<string>>(
    () => new Set(people.flatMap(({ person, wasThere }) => (wasThere === true ? [person.id] : []))),
  );
  const [hosts, setHosts] = useState<ReadonlySet<string>>(
    () => new Set(people.flatMap(({ person, hosted }) => (hosted === true ? [person.id] : []))),
  );
  const isCircle = page.kind === 'supervision';
  const led = [...hosts].filter((personId) => there.has(personId));
  const { start, busy, problem } = useOnce(async () => {
    await keep(await noteAttendance(at, { version: page.version, there: [...there], hosts: led }));
    tell(t('there.saved'));
  });
  const mark = (personId: string, isThere: boolean): void => setThere(withOrWithout(there, personId, isThere));
  if (people.length === 0) return null;
  return (
    <>
      <h3 className={styles.h3}>{t('there.title')}</h3>
      <p>{t('there.text')}</p>
      {isCircle && <p>{t('there.led.text')}</p>}
      <ul className={styles.list}>
        {people.map(({ person }) => (
          <li key={person.id} className={styles.item}>
            <Person name={person.name} job={person.jobTitle} />
            <Checkbox
              className={styles.tick}
              label={t('there.was')}
              aria-label={t('there.was.name', { name: person.name })}
              checked={there.has(person.id)}
              onChange={(_, { checked }) => mark(person.id, checked === true)}
            />
            {isCircle && (
              <Checkbox
                className={styles.tick}
                label={t('there.led')}
                aria-label={t('there.led.name', { name: person.name })}
                checked={hosts.has(person.id) && there.has(person.id)}
                disabled={!there.has(person.id) || (led.length >= mostHosts && !hosts.has(person.id))}
                onChange={(_, { checked }) => setHosts(withOrWithout(hosts, person.id, checked === true))}
              />
            )}
          </li>
        ))}
      </ul>
      {problem && <FormProblem problem={problem} />}
      <div className={styles.foot}>
        <Button onClick={() => setThere(new Set(people.map(({ person }) => person.id)))}>{t('there.all')}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
          {t('there.save')}
        </Button>
      </div>
    </>
  );
}

function withOrWithout(some: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(some);
  if (isIn) next.add(one);
  else next.delete(one);
  return next;
}

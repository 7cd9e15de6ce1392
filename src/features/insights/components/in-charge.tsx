/** On the first page of whoever is in charge of something: the programmes with what waits in each, and what administrators look after. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { listProgrammes } from '../../programmes/client.ts';
import type { ProgrammeLine } from '../../programmes/model.ts';
import { say as sayProgramme } from '../../programmes/words.ts';
import { findOverview } from '../client.ts';
import { say } from '../words.ts';
import { Administration } from './administration.tsx';
import { Waits } from './waits.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  name: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '44px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  doings: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalM },
});

export function InCharge({ roles }: { readonly roles: readonly string[] }): ReactNode {
  return (
    <>
      {roles.includes('Coordinator') && <Programmes />}
      {roles.includes('Administrator') && <Administration />}
    </>
  );
}

/** Each programme that is not closed costs a question of its own: so many are looked at, the others are a press away. */
const mostLookedAt = 4;

function Programmes(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: listProgrammes });
  return (
    <Section title={t('charge.programmes')}>
      <Loaded of={programmes}>{(found) => <Living all={found.filter(({ stage }) => stage !== 'close')} />}</Loaded>
      <div className={styles.doings}>
        <ButtonLink to="/programmes">{t('charge.all')}</ButtonLink>
        <ButtonLink to="/surveys">{t('charge.surveys')}</ButtonLink>
      </div>
    </Section>
  );
}

function Living({ all }: { readonly all: readonly ProgrammeLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (all.length > 0)
    return (
      <ul className={styles.list}>
        {all.slice(0, mostLookedAt).map((one) => (
          <Programme key={one.id} one={one} />
        ))}
      </ul>
    );
  return (
    <>
      <p className={styles.quiet}>{t('charge.begin')}</p>
      <div className={styles.doings}>
        <ButtonLink to="/surveys/new">{t('charge.ask')}</ButtonLink>
        <ButtonLink to="/programmes/new">{t('charge.new')}</ButtonLink>
      </div>
    </>
  );
}

function Programme({ one }: { readonly one: ProgrammeLine }): ReactNode {
  const t = useSay(say);
  const ofProgramme = useSay(sayProgramme);
  const styles = useStyles();
  const overview = useQuery({ queryKey: ['overview', one.id], queryFn: () => findOverview(one.id) });
  const found = overview.data;
  return (
    <li className={styles.item}>
      <TextLink to={`/programmes/${one.id}`} className={styles.name}>
        {one.name} · {ofProgramme(`stage.${one.stage}`)}
      </TextLink>
      {found && found.waiting.length > 0 && <Waits one={found} />}
      {found?.waiting.length === 0 && <p className={styles.quiet}>{t('charge.none')}</p>}
    </li>
  );
}

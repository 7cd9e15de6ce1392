/** What is considered, for coordinators: why, and how each juror saw it, in no order of merit. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { Considered, EventPage } from '../honours/model.ts';
import { say } from '../words.ts';
import { Judgements } from './judgements.tsx';
import { Voice } from './voices.tsx';

const useStyles = makeStyles({
  one: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& h3': { margin: `0 0 ${tokens.spacingVerticalS}` },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  fold: { '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' } },
});

export function namesOf({ people }: Pick<Considered, 'people'>): string {
  return people.map(({ name }) => name).join(' · ');
}

export function Judged({ page }: { readonly page: EventPage }): ReactNode {
  const t = useSay(say);
  return (
    <Section title={t('judged.title')} lead={t('judged.lead')}>
      {page.considered.length === 0 && <p>{t('judged.none')}</p>}
      {page.considered.map((one) => (
        <One key={one.id} one={one} page={page} />
      ))}
    </Section>
  );
}

function One({ one, page }: { readonly one: Considered; readonly page: EventPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.one}>
      <h3>{t(`kind.${one.kind}`, { names: namesOf(one) })}</h3>
      {one.isNear ? (
        <p className={styles.quiet}>{t('judged.near')}</p>
      ) : (
        <>
          {one.voices.map((voice, at) => (
            <Voice key={at} of={voice} criteria={page.shown} />
          ))}
          <p className={styles.quiet}>{t('judged.count', { given: one.given, judges: one.judges })}</p>
          {one.judgements.length > 0 && (
            <details className={styles.fold}>
              <summary>{t('judged.read')}</summary>
              <Judgements of={one.judgements} criteria={page.shown} />
            </details>
          )}
        </>
      )}
    </div>
  );
}

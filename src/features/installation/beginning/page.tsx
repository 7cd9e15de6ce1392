/** For the first administrator: what there is to set up, step by step, with what holds until then. Can be left, and is found again. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { findBeginning, tickStep } from './client.ts';
import { placeOf, type Beginning } from './model.ts';
import { openIn } from './rules.ts';
import { say } from './words.ts';

const key = ['beginning'] as const;
/** Steps with a place have words for the way there. */
type DoKey = Extract<Parameters<typeof say>[1], `${string}.do`>;
type StepLine = Beginning['steps'][number];

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  one: { listStyleType: 'none', display: 'flex', columnGap: tokens.spacingHorizontalM },
  icon: { flexShrink: 0, fontSize: '24px', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  words: { flex: '1 1 auto', minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: '24px' },
  state: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  text: { margin: `${tokens.spacingVerticalXS} 0 0`, lineHeight: '1.55' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalM },
});

export default function BeginningPage(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const beginning = useQuery({ queryKey: key, queryFn: findBeginning });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/help', label: t('back') }} narrow>
      <Loaded of={beginning}>
        {(found) => (
          <>
            <Notice intent={openIn(found) === 0 ? 'success' : 'info'}>{t('open', { count: openIn(found) })}</Notice>
            <Section title={t('steps')}>
              <ol className={styles.list}>
                {found.steps.map((one) => (
                  <OneStep key={one.step} one={one} />
                ))}
              </ol>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function OneStep({ one: { step, state } }: { readonly one: StepLine }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const place = placeOf[step];
  const Icon = state === 'open' ? CircleRegular : CheckmarkCircleFilled;
  return (
    <li className={styles.one}>
      <Icon className={mergeClasses(styles.icon, state !== 'open' && styles.done)} aria-hidden />
      <div className={styles.words}>
        <h3 className={styles.title}>
          {t(`step.${step}`)} <span className={styles.state}>({t(`state.${state}`)})</span>
        </h3>
        <p className={styles.text}>{t(`step.${step}.text`)}</p>
        <div className={styles.actions}>
          {place !== undefined && <ButtonLink to={place}>{t(`step.${step}.do` as DoKey)}</ButtonLink>}
          {state !== 'done' && <Tick one={{ step, state }} />}
        </div>
      </div>
    </li>
  );
}

function Tick({ one: { step, state } }: { readonly one: StepLine }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const isSeen = state === 'seen';
  const { start, busy, problem } = useOnce(async () => queries.setQueryData(key, await tickStep(step, !isSeen)));
  return (
    <>
      <Button
        appearance="subtle"
        disabledFocusable={busy}
        aria-label={`${t(isSeen ? 'untick' : 'tick')}: ${t(`step.${step}`)}`}
        onClick={() => void start()}
      >
        {t(isSeen ? 'untick' : 'tick')}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

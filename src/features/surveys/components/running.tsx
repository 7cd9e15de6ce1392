/** How a survey is going, and ending it: closed with its results, or called off without. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { cancelSurvey, closeSurvey } from '../client.ts';
import type { SurveyPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function Running({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const { asked, arrived, failed, state } = survey;
  return (
    <Section title={t(state === 'open' ? 'survey.running' : 'survey.ran')}>
      <Figures>
        {asked !== undefined && <Figure value={asked} label={t('survey.asked')} />}
        <Figure value={arrived} label={t('survey.arrived')} />
        {failed > 0 && <Figure value={failed} label={t('survey.failed')} hint={t('survey.failed.why')} />}
      </Figures>
    </Section>
  );
}

type End = 'close' | 'cancel';
const ends = { close: closeSurvey, cancel: cancelSurvey };

/** Asks once more before it does what cannot be undone. */
export function Ending({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<End>();
  const { start, busy, problem } = useOnce(async () => {
    if (!asked) return;
    await ends[asked](survey.id);
    tell(t(asked === 'close' ? 'survey.closed.told' : 'survey.cancelled.told'));
    setAsked(undefined);
    await queries.invalidateQueries({ queryKey: ['surveys'] });
  });
  const offered: readonly End[] = survey.mayClose ? ['close', 'cancel'] : ['cancel'];
  return (
    <Section title={t('survey.end')} {...(asked ? {} : { lead: leadFor(survey, t) })}>
      <div className={styles.stack}>
        {asked ? (
          <Notice
            intent="warning"
            title={t('survey.sure')}
            actions={
              <>
                <Button disabledFocusable={busy} onClick={() => void start()}>
                  {t(`survey.${asked}`)}
                </Button>
                <Button appearance="subtle" onClick={() => setAsked(undefined)}>
                  {t('survey.keep')}
                </Button>
              </>
            }
          >
            {t(`survey.${asked}.text`)}
          </Notice>
        ) : (
          <div className={styles.foot}>
            {offered.map((end) => (
              <Button key={end} onClick={() => setAsked(end)}>
                {t(end === 'cancel' && survey.state === 'draft' ? 'survey.cancel.draft' : `survey.${end}`)}
              </Button>
            ))}
          </div>
        )}
        {problem && <FormProblem problem={problem} />}
      </div>
    </Section>
  );
}

function leadFor({ state, mayClose }: SurveyPage, t: (key: 'survey.close.later') => string): string | undefined {
  return state === 'open' && !mayClose ? t('survey.close.later') : undefined;
}

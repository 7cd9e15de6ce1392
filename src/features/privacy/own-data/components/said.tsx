/** What the reader said in confidential surveys, folded in; of anonymous ones why there is nothing to show. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { OwnAnswers } from '../../../surveys/answering/own/model.ts';
import { findOwnAnswers } from '../../client.ts';
import { say } from '../../words.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  survey: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  question: { marginTop: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
  answer: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

export function Said(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['own-data', 'answers'], queryFn: findOwnAnswers, staleTime: 0 });
  return (
    <Section title={t('data.said')} lead={t('data.said.lead')}>
      <Loaded of={found}>
        {(surveys) =>
          surveys.length === 0 ? (
            <p>{t('data.said.none')}</p>
          ) : (
            <ul className={styles.list}>
              {surveys.map((one) => (
                <Survey key={one.surveyId} of={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Survey({ of: { title, mode, openedAt, answers } }: { readonly of: OwnAnswers }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  return (
    <li className={styles.survey}>
      <h3 className={styles.title}>{openedAt === undefined ? title : `${title} (${write(openedAt, 'day')})`}</h3>
      {mode === 'anonymous' ? (
        <p>{t('data.said.anonymous')}</p>
      ) : (
        <details>
          <summary>{t('data.said.show', { count: answers.length })}</summary>
          <dl>
            {answers.map(({ question, answer }) => (
              <div key={question}>
                <dt className={styles.question}>{question}</dt>
                <dd className={styles.answer}>{answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

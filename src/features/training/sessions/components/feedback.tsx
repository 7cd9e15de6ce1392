/** What those who were there said, as the release tells it; with fewer than five answers that nothing is told. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { floors } from '../../../release/model.ts';
import { OneResult } from '../../../surveys/components/one-result.tsx';
import type { FeedbackTold } from '../model.ts';
import { say } from '../words.ts';

export function Feedback({
  of: { closesAt, questions, results },
  now,
}: {
  readonly of: FeedbackTold;
  readonly now: number;
}): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  return (
    <Section title={t('feedback.title')} lead={t('feedback.lead', { floor: floors.rating, texts: floors.text })}>
      {results === undefined && (
        <p>
          {now < closesAt
            ? t('feedback.later', { day: write(closesAt, 'day') })
            : t('feedback.few', { floor: floors.rating })}
        </p>
      )}
      {questions.flatMap((question) => {
        const result = results?.find(({ figure }) => figure.itemId === question.id);
        return result ? [<OneResult key={question.id} question={question} result={result} />] : [];
      })}
    </Section>
  );
}

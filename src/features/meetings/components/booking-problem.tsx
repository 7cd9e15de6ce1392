/** Why a time was not booked. When the other has just planned another time it says which, and the person may book this one as well. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem } from '../../../ui/form.tsx';
import type { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { findMeetings } from '../client.ts';
import type { PairAddress } from '../model.ts';
import { say } from '../words.ts';

export interface BookingProblemProps {
  readonly at: PairAddress;
  readonly problem: Problem;
  readonly busy: boolean;
  /** The same time once more, knowing of the other. */
  onKnowing(this: void): Promise<void>;
}

export function BookingProblem({ at, problem, busy, onKnowing }: BookingProblemProps): ReactNode {
  const t = useSay(say);
  const asks = problem.reason === 'partner-planned' || problem.reason === 'booked-after-all';
  const known = useQuery({
    queryKey: ['meetings', at.pairId, problem.reason],
    queryFn: () => findMeetings(at),
    enabled: problem.reason === 'partner-planned',
  });
  const moment = useMoment(known.data?.zone);
  const news = known.data?.meetings.find((one) => one.justPlanned);
  if (!asks) return <FormProblem problem={problem} />;
  const name = known.data?.partner.name ?? '';
  return (
    <Notice
      intent="info"
      title={news ? t('knowing.title', { name, time: moment(news.start) }) : problem.detail}
      actions={
        <Button disabledFocusable={busy} onClick={() => void onKnowing()}>
          {t('knowing.press')}
        </Button>
      }
    >
      {t('knowing.text')}
    </Notice>
  );
}

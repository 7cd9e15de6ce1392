/** Takes a confidential answer back, after asking once more. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { takeBackAnswer } from '../../client.ts';
import { say } from '../../words.ts';

export interface TakeBackProps {
  readonly surveyId: string;
  onEnd(this: void): void;
}

export function TakeBack({ surveyId, onEnd }: TakeBackProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const takeBack = async (): Promise<void> => {
    await takeBackAnswer(surveyId);
    onEnd();
    await queries.invalidateQueries({ queryKey: ['my-surveys'] });
    await queries.invalidateQueries({ queryKey: ['survey-answer', surveyId] });
  };
  return (
    <Confirm
      title={t('answer.takeBack.sure')}
      text={t('answer.takeBack.why')}
      confirm={t('answer.takeBack')}
      trigger={<Button>{t('answer.takeBack')}</Button>}
      onConfirm={takeBack}
    />
  );
}

/** The stage that a programme is in, and the way to the next one with what it means. */
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Waiting } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { mayFollow } from '../../../programmes/rules.ts';
import type { ClosingWords } from '../../../programmes/model.ts';
import { say as sayOfProgramme } from '../../../programmes/words.ts';
import { moveStage } from '../../client.ts';
import type { Typed } from '../../findings/components/closing.tsx';
import type { Overview } from '../model.ts';
import { say } from '../words.ts';
import { Confirm } from '../../../../ui/confirm.tsx';

/** For the last stage alone. */
const ClosingFields = lazy(async () => ({
  default: (await import('../../findings/components/closing.tsx')).ClosingFields,
}));

export function StageSection({ one: { programme, nextStage } }: { readonly one: Overview }): ReactNode {
  const t = useSay(say);
  const ofProgramme = useSay(sayOfProgramme);
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>({ all: '', each: {} });
  const [words, setWords] = useState<ClosingWords>({});
  const title = t('stage.now', { stage: ofProgramme(`stage.${programme.stage}`) });
  if (!nextStage || nextStage === 'prepare') return <Section title={title} lead={t('stage.last')} />;
  const stage = ofProgramme(`stage.${nextStage}`);
  const means = t(`stage.${nextStage}.means`);
  const move = async (): Promise<void> => {
    await moveStage(programme.id, nextStage, nextStage === 'close' ? words : undefined);
    tell(t('stage.moved', { stage }), { intent: 'success' });
    await queries.invalidateQueries();
  };
  return (
    <Section
      title={title}
      lead={means}
      action={
        <Confirm
          title={t('stage.move.title', { stage })}
          text={mayFollow(nextStage, programme.stage) ? means : `${means} ${t('stage.move.final')}`}
          confirm={t('stage.move.do')}
          trigger={<Button>{t('stage.move')}</Button>}
          onConfirm={move}
        >
          {nextStage === 'close' && (
            <Suspense fallback={<Waiting lines={2} />}>
              <ClosingFields
                programmeId={programme.id}
                value={typed}
                onChange={(next, said) => {
                  setTyped(next);
                  setWords(said);
                }}
              />
            </Suspense>
          )}
        </Confirm>
      }
    />
  );
}

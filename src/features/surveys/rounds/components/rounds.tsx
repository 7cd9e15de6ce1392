/** A closed survey as a round: what changed since the one before, who answered, and asking again. */
import type { ReactNode } from 'react';
import { Loaded } from '../../../../ui/loaded.tsx';
import type { SurveyPage } from '../../model.ts';
import { AskAgain, useRounds } from './again.tsx';
import { Changes } from './changes.tsx';
import { Missing } from './missing.tsx';

export function Rounds({ survey: { id, items } }: { readonly survey: SurveyPage }): ReactNode {
  const rounds = useRounds(id);
  return (
    <Loaded of={rounds}>
      {(found) => (
        <>
          <Changes questions={items} rounds={found} />
          <Missing rounds={found} />
          <AskAgain surveyId={id} rounds={found} />
        </>
      )}
    </Loaded>
  );
}

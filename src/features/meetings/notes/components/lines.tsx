/** A list of short lines, each with what can be done with it beside it; long words break, so that it fits a phone. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { MeetingAddress } from '../../model.ts';
import type { MeetingNotes } from '../model.ts';
import { say } from '../words.ts';

/** What every section of the page gets. */
export interface NotesProps {
  readonly at: MeetingAddress;
  readonly found: MeetingNotes;
  readonly queryKey: readonly string[];
}

export const useLineStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalXL}`, padding: 0 },
  line: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' },
  who: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface TakeBackProps {
  readonly text: string;
  readonly queryKey: readonly string[];
  takeBack(this: void): Promise<unknown>;
}

export function TakeBack({ text, queryKey, takeBack }: TakeBackProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const back = useOnce(async () => {
    await takeBack();
    await queries.invalidateQueries({ queryKey });
  });
  return (
    <>
      <Button
        appearance="subtle"
        disabledFocusable={back.busy}
        aria-label={t('takeBack.line', { text })}
        onClick={() => void back.start()}
      >
        {t('takeBack')}
      </Button>
      {back.problem && <FormProblem problem={back.problem} />}
    </>
  );
}

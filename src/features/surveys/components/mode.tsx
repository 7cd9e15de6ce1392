/** How answers are kept: chosen with the plan, since it cannot be changed once people have read it. */
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import type { Draft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { modes } from '../../release/answers/model.ts';
import { say } from '../words.ts';
import type { NewSurvey } from './new-survey.tsx';

export function ModeField({ draft: { value, set } }: { readonly draft: Draft<NewSurvey> }): ReactNode {
  const t = useSay(say);
  return (
    <ChoiceField
      name="mode"
      label={t('mode.label')}
      hint={t('mode.hint')}
      required
      value={value.mode}
      onChange={(mode) => mode && set({ mode })}
      choices={modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`), hint: t(`mode.${mode}.hint`) }))}
    />
  );
}

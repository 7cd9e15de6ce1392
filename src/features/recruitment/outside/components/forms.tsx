/** Paper forms: print some, each with a number of its own; how many came back. */
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { NumberField } from '../../../../ui/fields.tsx';
import { FormProblem } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { say as sayQuestion } from '../../words.ts';
import { mostPrinted } from '../../forms/model.ts';
import { fetchForms } from '../client.ts';
import type { OutsideView } from '../model.ts';
import { say } from '../words.ts';
import { Stack, useAnew } from './lines.tsx';

export function Forms({ page }: { readonly page: OutsideView }): ReactNode {
  const t = useSay(say);
  const ask = useSay(sayQuestion);
  const { id } = page.programme;
  const anew = useAnew(id);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [copies, setCopies] = useState<number | undefined>(10);
  const print = useDownload(
    () => fetchForms(id, { language, copies: copies ?? 1 }),
    () => void anew(),
  );
  return (
    <Section title={t('forms.title')} lead={t('forms.lead')}>
      <Stack>
        <ChoiceField
          {...{ name: 'form-language', label: t('help.language'), required: true, value: language }}
          onChange={(one) => setLanguage(one ?? language)}
          choices={languages.map((one) => ({ value: one, label: ask(`spoken.${one}`) }))}
        />
        <NumberField
          {...{
            name: 'copies',
            label: t('forms.copies', { most: mostPrinted }),
            required: true,
            least: 1,
            most: mostPrinted,
          }}
          value={copies}
          onChange={setCopies}
        />
        <Button disabledFocusable={print.busy} onClick={() => void print.start()}>
          {t('forms.print')}
        </Button>
        {print.problem && <FormProblem problem={print.problem} />}
      </Stack>
      <p>{t('forms.figures', page.forms)}</p>
    </Section>
  );
}

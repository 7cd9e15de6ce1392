/** A page that speaks the reader's language, and shows what others will read in theirs. */
import { useState, type ReactNode } from 'react';
import { say } from '../../../src/features/surveys/words.ts';
import { languages, type Language } from '../../../src/platform/words.ts';
import { Button } from '../../../src/ui/button.tsx';
import { useLanguage, useSay } from '../../../src/ui/language.tsx';
import { Waiting } from '../../../src/ui/loaded.tsx';
import { Page } from '../../../src/ui/page.tsx';
import { useLanguageToo } from '../../../src/ui/spoken.ts';

export default function Languages(): ReactNode {
  const t = useSay(say);
  const [shown, setShown] = useState<Language>(useLanguage());
  return (
    <Page title={t('privacy.title')}>
      <div>
        {languages.map((language) => (
          <Button key={language} onClick={() => setShown(language)}>
            {language}
          </Button>
        ))}
      </div>
      <Sample language={shown} />
    </Page>
  );
}

function Sample({ language }: { readonly language: Language }): ReactNode {
  const isHere = useLanguageToo(language);
  if (!isHere) return <Waiting />;
  return <p data-language={language}>{say(language, 'privacy.title')}</p>;
}

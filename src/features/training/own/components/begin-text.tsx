/** There is no text in this language yet: three ways to begin one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { findExample } from '../client.ts';
import type { EditView } from '../model.ts';
import { say } from '../words.ts';
import type { TextFile } from './text-file.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export interface BeginProps {
  readonly view: EditView;
  readonly language: Language;
  readonly file: TextFile;
  onText(this: void, text: string): void;
}

export function Begin({ view, language, file, onText }: BeginProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = useLanguageNames();
  const example = useOnce(async () => onText((await findExample(language)).text));
  const others = languages.filter((one) => one !== language && (view.texts[one]?.text ?? '') !== '');
  return (
    <div className={styles.stack} {...file.drop}>
      <p>{t(language === view.course.binding ? 'begin.binding' : 'begin.none', { language: nameOf(language) })}</p>
      <div className={styles.row}>
        <Button disabledFocusable={example.busy} onClick={() => void example.start()}>
          {t('begin.example')}
        </Button>
        {others.map((one) => (
          <Button key={one} onClick={() => onText(view.texts[one]?.text ?? '')}>
            {t('begin.copy', { language: nameOf(one) })}
          </Button>
        ))}
      </div>
      {example.problem && <FormProblem problem={example.problem} />}
      {file.button}
      {file.problem}
    </div>
  );
}

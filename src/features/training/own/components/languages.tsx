/** The four texts of a course to choose from, each with how far it is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { readCourse } from '../../format/rules.ts';
import type { EditView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: {
    ...{ minWidth: 0, border: 'none' },
    padding: 0,
    marginInline: 0,
    marginTop: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalL,
  },
  button: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  small: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
});

export interface LanguagesProps {
  readonly view: EditView;
  readonly chosen: Language;
  onChoose(this: void, language: Language): void;
}

export function Languages({ view, chosen, onChoose }: LanguagesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <fieldset className={styles.row} aria-label={t('text.languages')}>
      {languages.map((language) => (
        <Button
          key={language}
          appearance={language === chosen ? 'outline' : 'subtle'}
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
        >
          <span className={styles.button}>
            <span>{t(`language.${language}`)}</span>
            <span className={styles.small}>{stateOf(view, language, t)}</span>
          </span>
        </Button>
      ))}
    </fieldset>
  );
}

type Words = ReturnType<typeof useSay<Parameters<typeof say>[1]>>;

/** Of what is saved. */
function stateOf({ course, texts }: EditView, language: Language, t: Words): string {
  const text = texts[language]?.text ?? '';
  if (text === '') return t(language === course.binding ? 'text.state.needed' : 'text.state.none');
  const { problems } = readCourse(text, { pictures: new Set(course.pictures) });
  return problems.length === 0 ? t('text.state.fine') : t('text.state.problems', { count: problems.length });
}

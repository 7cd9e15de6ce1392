/** A question of one's own, in four languages, with advice on its words before it is added. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../platform/words.ts';
import { Button, TextLink } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { LongTextField, NumberField, TextField } from '../../../ui/fields.tsx';
import { FormProblem, useDraft, useOnce } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { checkWording } from '../client.ts';
import type { OwnQuestion } from '../model.ts';
import { kinds, type FourTexts } from '../questions/model.ts';
import { say } from '../planning/words.ts';
import { stops, type WordingProblem } from '../wording/model.ts';
import { ownName } from './sayings.ts';

interface Written {
  readonly kind: OwnQuestion['kind'];
  readonly text: Partial<FourTexts>;
  /** One option on a line, in each language. */
  readonly options: Partial<FourTexts>;
  readonly most: number | undefined;
}

const useStyles = makeStyles({
  all: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalL,
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.5' },
});

const hasOptions = (kind: Written['kind']): boolean => kind === 'one' || kind === 'several' || kind === 'rank';

/** `undefined` as long as a language is missing, or the languages hold different numbers of options. */
function questionOf({ kind, text, options, most }: Written): OwnQuestion | undefined {
  const four = fourOf((language) => text[language]?.trim());
  if (!four) return undefined;
  if (kind === 'number') return { kind, text: four, range: { least: 0, most: most ?? 10 } };
  if (!hasOptions(kind)) return { kind, text: four };
  const lines = languages.map((language) => linesOf(options[language]));
  const count = lines[0]?.length ?? 0;
  if (count < 2 || lines.some((one) => one.length !== count)) return undefined;
  const made = Array.from({ length: count }, (_, at) => fourOf((language) => linesOf(options[language])[at]));
  return { kind, text: four, options: made.flatMap((one) => one ?? []) };
}

const linesOf = (text = ''): string[] => text.split('\n').flatMap((line) => line.trim() || []);

function fourOf(find: (language: Language) => string | undefined): FourTexts | undefined {
  const [nl, fr, de, en] = languages.map(find);
  return nl && fr && de && en ? { nl, fr, de, en } : undefined;
}

export interface OwnQuestionProps {
  readonly surveyId: string;
  onAdd(this: void, question: OwnQuestion): void;
}

export function OwnQuestionForm({ surveyId, onAdd }: OwnQuestionProps): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  const styles = useStyles();
  const empty: Written = { kind: 'agree', text: {}, options: {}, most: undefined };
  const draft = useDraft<Written>(`own-${surveyId}`, empty);
  const { value, set } = draft;
  const [found, setFound] = useState<readonly WordingProblem[]>();
  const question = questionOf(value);
  const change = (part: Partial<Written>): void => {
    setFound(undefined);
    set(part);
  };
  const { start, busy, problem } = useOnce(async () => {
    if (question) setFound(await checkWording(question));
  });
  const add = (): void => {
    if (!question) return;
    draft.clear();
    onAdd(question);
  };
  const isStopped = found?.some(({ code }) => stops.includes(code)) === true;
  return (
    <section className={styles.all} aria-label={t('plan.own')}>
      <ChoiceField
        name="kind"
        label={t('own.kind')}
        required
        value={value.kind}
        onChange={(kind) => kind && change({ kind })}
        choices={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      {languages.map((language) => (
        <TextField
          key={language}
          name={`own.${language}`}
          label={t('own.text', { language: ownName(language, reader) })}
          required
          most={200}
          value={value.text[language] ?? ''}
          onChange={(text) => change({ text: { ...value.text, [language]: text } })}
        />
      ))}
      {hasOptions(value.kind) &&
        languages.map((language) => (
          <LongTextField
            key={language}
            name={`own.options.${language}`}
            label={t('own.options', { language: ownName(language, reader) })}
            required
            value={value.options[language] ?? ''}
            onChange={(text) => change({ options: { ...value.options, [language]: text } })}
          />
        ))}
      {value.kind === 'number' && (
        <NumberField
          name="own.most"
          label={t('own.most')}
          least={1}
          value={value.most}
          onChange={(most) => change({ most })}
        />
      )}
      {!question && <p>{t('own.four')}</p>}
      {found && <Advice found={found} />}
      {problem && <FormProblem problem={problem} />}
      <div className={styles.foot}>
        <Button disabledFocusable={busy || !question} onClick={() => void start()}>
          {t('own.check')}
        </Button>
        {found && !isStopped && question && (
          <Button appearance="primary" onClick={add}>
            {t(found.length === 0 ? 'own.add' : 'own.addAnyway')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Advice({ found }: { readonly found: readonly WordingProblem[] }): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  const styles = useStyles();
  if (found.length === 0) return <Notice intent="success">{t('own.good')}</Notice>;
  const isStopped = found.some(({ code }) => stops.includes(code));
  return (
    <Notice intent="warning" title={t(isStopped ? 'own.stopped' : 'own.advice', { count: found.length })}>
      <ul className={styles.list}>
        {found.map(({ language, code, found: words }) => (
          <li key={`${language} ${code}`}>
            {t('own.finding', { language: ownName(language, reader), advice: t(`wording.${code}`, { words }) })}
          </li>
        ))}
      </ul>
      {isStopped && (
        <TextLink to="/me/identity" inText>
          {t('own.identity')}
        </TextLink>
      )}
    </Notice>
  );
}

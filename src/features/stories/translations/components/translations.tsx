/** The translations of a story: those that both agreed to, those that wait, and a form for another one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { languages } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Markdown } from '../../../../ui/markdown.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { partNames } from '../../model.ts';
import { end, findTranslations, sayYes, type OfStory } from '../client.ts';
import type { TranslationsPage, TranslationView } from '../model.ts';
import { say } from '../words.ts';
import { TranslateForm } from './translate-form.tsx';

const useStyles = makeStyles({
  one: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: tokens.spacingVerticalM },
  summary: { minHeight: '44px', paddingBlock: tokens.spacingVerticalXS, cursor: 'pointer' },
  state: { display: 'block', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export function TranslationsSection(at: OfStory): ReactNode {
  const t = useSay(say);
  const page = useQuery({
    queryKey: ['story-translations', at.storyId],
    queryFn: () => findTranslations(at),
  });
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Loaded of={page}>{(found) => <Translations {...{ at, page: found }} />}</Loaded>
    </Section>
  );
}

function Translations({ at, page }: { readonly at: OfStory; readonly page: TranslationsPage }): ReactNode {
  const t = useSay(say);
  const [adds, setAdds] = useState(false);
  const into = languages.filter((one) => one !== page.original.language);
  return (
    <>
      {page.translations.length === 0 && <p>{t('none')}</p>}
      {page.translations.map((one) => (
        <Translation key={one.id} {...{ at, one }} />
      ))}
      {adds ? (
        <TranslateForm {...{ at, original: page.original, into, onDone: () => setAdds(false) }} />
      ) : (
        <Button onClick={() => setAdds(true)}>{t('add')}</Button>
      )}
    </>
  );
}

function Translation({ at, one }: { readonly at: OfStory; readonly one: TranslationView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const names = useLanguageNames();
  const waits = one.waitsFor.length > 0 ? t('waitsFor', { names: one.waitsFor.join(', ') }) : t(`state.${one.state}`);
  return (
    <details className={styles.one} open={one.asked}>
      <summary className={styles.summary}>
        <strong>{names(one.language)}</strong>
        <span className={styles.state}>{one.asked ? t('asked') : waits}</span>
      </summary>
      <div lang={one.language} dir="auto">
        <h3>{one.title}</h3>
        {partNames
          .filter((name) => one.parts[name] !== '')
          .map((name) => (
            <Markdown key={name} text={one.parts[name]} />
          ))}
        {one.voice !== undefined && <Markdown text={one.voice} />}
        {one.alternative !== undefined && (
          <p>
            {t('alternative')}: {one.alternative}
          </p>
        )}
      </div>
      <Answer {...{ at, one }} />
    </details>
  );
}

function Answer({ at, one }: { readonly at: OfStory; readonly one: TranslationView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const send = async (said: 'yes' | 'no'): Promise<void> => {
    await (said === 'yes' ? sayYes(at, one.id) : end(at, one.id));
    await queries.invalidateQueries();
    tell(t(said === 'yes' ? 'yes.done' : 'end.done'));
  };
  const [yes, no] = [useOnce(() => send('yes')), useOnce(() => send('no'))];
  const problem = yes.problem ?? no.problem;
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <div className={styles.buttons}>
        {one.asked && (
          <Button appearance="primary" disabledFocusable={yes.busy} onClick={() => void yes.start()}>
            {t('yes')}
          </Button>
        )}
        {one.mayEnd && (
          <Button disabledFocusable={no.busy} onClick={() => void no.start()}>
            {t('end')}
          </Button>
        )}
      </div>
    </>
  );
}

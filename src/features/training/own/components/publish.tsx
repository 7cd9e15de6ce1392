/** What is saved, as a version for everybody: what is missing and what is wrong is said first. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { TickField } from '../../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { publishCourse } from '../client.ts';
import type { EditView, InLanguages, PublishOutcome } from '../model.ts';
import { missingIn } from '../rules.ts';
import { say } from '../words.ts';
import type { Place } from './text-editor.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, alignItems: 'flex-start' },
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  button: { justifyContent: 'flex-start', textAlign: 'start', fontWeight: tokens.fontWeightRegular },
});

type Refused = Extract<PublishOutcome, { outcome: 'refused' }>;

export interface PublishProps {
  readonly view: EditView;
  /** Languages in which something is typed and not saved. */
  readonly unsaved: readonly Language[];
  onGoTo(this: void, place: Place): void;
}

export default function Publish({ view, unsaved, onGoTo }: PublishProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const { course } = view;
  const nameOf = useLanguageNames();
  const [onlyThese, setOnlyThese] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const missing = missingIn(there(view));
  const named = (all: readonly Language[]): string => all.map(nameOf).join(', ');
  const publish = useOnce(async () => {
    setRefused(undefined);
    const revisions = Object.fromEntries(
      Object.entries(view.texts).map(([language, text]) => [language, text?.revision]),
    );
    const outcome = await publishCourse(course.id, { onlyThese, revision: course.revision, revisions });
    if (outcome.outcome === 'refused') return setRefused(outcome);
    await queries.invalidateQueries({ queryKey: ['own-course', course.id] });
    await queries.invalidateQueries({ queryKey: ['own-courses'] });
    return tell(t('publish.done', { version: outcome.version }));
  });
  return (
    <Section title={t('publish.title')} lead={t('publish.lead')}>
      <div className={styles.stack}>
        {missing.length > 0 && missing.length < languages.length && (
          <>
            <Notice>{t('publish.missing', { languages: named(missing), count: missing.length })}</Notice>
            <TickField
              name="onlyThese"
              label={t('publish.only', { languages: named(languages.filter((one) => !missing.includes(one))) })}
              hint={t('publish.only.hint')}
              value={onlyThese}
              onChange={setOnlyThese}
            />
          </>
        )}
        {unsaved.length > 0 && <Notice intent="warning">{t('publish.unsaved')}</Notice>}
        {refused && <Refusal refused={refused} onGoTo={onGoTo} />}
        {publish.problem && <FormProblem problem={publish.problem} />}
        <Button
          appearance="primary"
          disabledFocusable={publish.busy || unsaved.length > 0}
          onClick={() => void publish.start()}
        >
          {t(course.versions.length === 0 ? 'publish.first' : 'publish.again')}
        </Button>
      </div>
    </Section>
  );
}

function there({ course, texts }: EditView): InLanguages<string> {
  if (course.kind === 'link') return course.link?.titles ?? {};
  return Object.fromEntries(languages.map((one) => [one, texts[one]?.text]));
}

function Refusal({
  refused,
  onGoTo,
}: {
  readonly refused: Refused;
  onGoTo(this: void, place: Place): void;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div>
      <Notice intent="error" title={t('publish.refused')}>
        {t(refused.problems.length > 0 ? 'publish.refused.problems' : 'publish.refused.missing')}
      </Notice>
      <ul className={styles.list}>
        {refused.problems.map(({ language, line, says }, at) => {
          const where = [
            ...(language ? [t(`language.${language}`)] : []),
            ...(line === undefined ? [] : [t('publish.line', { line })]),
          ].join(', ');
          const words = where === '' ? says : t('publish.problem', { where, sentence: says });
          return (
            <li key={at} className={styles.item}>
              {language && line !== undefined ? (
                <Button
                  appearance="subtle"
                  className={styles.button}
                  onClick={() => onGoTo({ language, line, turn: performance.now() })}
                >
                  {words}
                </Button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

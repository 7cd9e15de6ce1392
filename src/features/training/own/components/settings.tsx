/** Who reads the course, and which language it must have. What a colleague changed meanwhile is shown and never set back unseen. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TickField } from '../../../../ui/choices.tsx';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { openDraft, setCourse } from '../client.ts';
import type { EditView, OwnCourse } from '../model.ts';
import { say } from '../words.ts';
import { LanguageField } from './language-field.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, alignItems: 'flex-start' },
});

/** What is chosen here, and over what. */
type Chosen = Pick<OwnCourse, 'binding' | 'colleaguesOnly'> & { readonly over: OwnCourse };

export default function Settings({ view: { course } }: { readonly view: EditView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [isOther, setIsOther] = useState(false);
  const { binding, colleaguesOnly, over } = chosen ?? { ...course, over: course };
  const set = (part: Partial<Chosen>): void => setChosen({ binding, colleaguesOnly, over, ...part });
  const show = (now: EditView): void => void queries.setQueryData(['own-course', course.id], now);
  const save = useOnce(async () => {
    setIsOther(false);
    try {
      // A link that was saved meanwhile raises the revision too, and changes nothing here.
      const { revision } = isSame(over, course) ? course : over;
      const saved = await setCourse(course.id, { binding, colleaguesOnly, revision });
      show(saved);
      setChosen((now) => (now === chosen ? undefined : now && { ...now, over: saved.course }));
      tell(t('settings.saved'));
    } catch (error) {
      if (!(error instanceof Problem) || error.reason !== 'own-changed') throw error;
      show(await openDraft(course.id));
      setChosen(undefined);
      setIsOther(true);
    }
  });
  return (
    <Section title={t('settings.title')} lead={t('settings.lead')}>
      <div className={styles.stack}>
        <TickField
          name="colleaguesOnly"
          label={t('settings.colleagues')}
          hint={t('settings.colleagues.hint')}
          value={colleaguesOnly}
          onChange={(next) => set({ colleaguesOnly: next })}
        />
        <LanguageField
          label={t('binding')}
          hint={t('binding.hint')}
          value={binding}
          onChange={(next) => set({ binding: next })}
        />
        {isOther && <Notice intent="warning">{t('settings.changed')}</Notice>}
        {save.problem && <FormProblem problem={save.problem} />}
        <Button disabledFocusable={save.busy} onClick={() => void save.start()}>
          {t('settings.save')}
        </Button>
      </div>
    </Section>
  );
}

const isSame = (one: OwnCourse, other: OwnCourse): boolean =>
  one.binding === other.binding && one.colleaguesOnly === other.colleaguesOnly;

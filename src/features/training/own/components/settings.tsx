/** Who reads the course, and which language it must have. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TickField } from '../../../../ui/choices.tsx';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { setCourse } from '../client.ts';
import type { EditView } from '../model.ts';
import { say } from '../words.ts';
import { LanguageField } from './language-field.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, alignItems: 'flex-start' },
});

export default function Settings({ view: { course } }: { readonly view: EditView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [binding, setBinding] = useState(course.binding);
  const [colleaguesOnly, setColleaguesOnly] = useState(course.colleaguesOnly);
  const save = useOnce(async () => {
    queries.setQueryData(['own-course', course.id], await setCourse(course.id, { binding, colleaguesOnly }));
    tell(t('settings.saved'));
  });
  return (
    <Section title={t('settings.title')} lead={t('settings.lead')}>
      <div className={styles.stack}>
        <TickField
          name="colleaguesOnly"
          label={t('settings.colleagues')}
          hint={t('settings.colleagues.hint')}
          value={colleaguesOnly}
          onChange={setColleaguesOnly}
        />
        <LanguageField label={t('binding')} hint={t('binding.hint')} value={binding} onChange={setBinding} />
        {save.problem && <FormProblem problem={save.problem} />}
        <Button disabledFocusable={save.busy} onClick={() => void save.start()}>
          {t('settings.save')}
        </Button>
      </div>
    </Section>
  );
}

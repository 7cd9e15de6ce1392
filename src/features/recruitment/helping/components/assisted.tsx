/** An application that is filled in beside its person. What is typed stays on this page only, and goes with it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { Form, FormProblem } from '../../../../ui/form.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { PersonField } from '../../../people/components/person-field.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { Questions, questionSteps, type Answers } from '../../components/questions.tsx';
import { enterSlip, fileOf } from '../../outside/client.ts';
import { say } from '../../outside/words.ts';
import { missingFor } from '../../rules.ts';
import { wholeOf, type SpokenAnswers } from '../../slips/model.ts';
import { say as sayQuestion } from '../../words.ts';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
});

export interface AssistedProps {
  readonly programmeId: string;
  /** Of whoever asked at the kiosk. */
  readonly requestId?: string;
  onDone(this: void): void;
}

export function Assisted({ programmeId, requestId, onDone }: AssistedProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const ask = useSay(sayQuestion);
  const [answers, setAnswers] = useState(useStart());
  const [chosen, setChosen] = useState<readonly PersonCard[]>([]);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [slip, setSlip] = useState<File>();
  const [person] = chosen;
  const set = (part: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...part }));
  const enter = async (): Promise<void> => {
    const { role, people: _people, wishes: _wishes, ratherNot: _ratherNot, ...rest } = answers;
    if (!person || role === undefined)
      throw new Problem(422, { detail: t(person ? 'help.role.needed' : 'help.person.needed') });
    const spoken: SpokenAnswers = { ...rest, role };
    const gaps = missingFor(wholeOf(spoken, undefined));
    const fields = gaps.map(({ field, reason }) => ({ field, message: ask(`problem.${reason}` as GapWord) }));
    if (fields.length > 0) throw new Problem(422, { detail: ask('failure.application-incomplete'), fields });
    const draft = { personId: person.id, answers: spoken, language, ...(requestId === undefined ? {} : { requestId }) };
    setSlip(fileOf(await enterSlip(programmeId, draft)));
  };
  if (slip) return <SlipReady slip={slip} name={person?.name ?? ''} onDone={onDone} />;
  return (
    <Section title={t('help.with')} lead={t('help.with.lead')}>
      <Form submit={t('help.print')} onSubmit={enter}>
        <PersonField
          {...{ name: 'person', label: t('help.person'), hint: t('help.person.hint'), most: 1, chosen }}
          onChange={setChosen}
        />
        <ChoiceField
          {...{ name: 'language', label: t('help.language'), required: true, value: language }}
          onChange={(one) => setLanguage(one ?? language)}
          choices={languages.map((one) => ({ value: one, label: ask(`spoken.${one}`) }))}
        />
        {questionSteps.map((step) => (
          <div key={step} className={styles.step}>
            <h3>{ask(`step.${step}`)}</h3>
            <Questions spoken step={step} answers={answers} set={set} />
          </div>
        ))}
      </Form>
    </Section>
  );
}

type GapWord = 'problem.language-needed' | 'problem.topic-needed' | 'problem.name-needed';

interface SlipReadyProps {
  readonly slip: File;
  readonly name: string;
  onDone(this: void): void;
}

/** The paper is in this page until it is left; the server gives it only once. */
export function SlipReady({ slip, name, onDone }: SlipReadyProps): ReactNode {
  const t = useSay(say);
  const save = useDownload(() => Promise.resolve(slip));
  return (
    <Section title={t('slip.ready', { name })}>
      <Notice
        intent="success"
        actions={
          <>
            <Button appearance="primary" disabledFocusable={save.busy} onClick={() => void save.start()}>
              {t('slip.save')}
            </Button>
            <Button onClick={onDone}>{t('slip.done')}</Button>
          </>
        }
      >
        {t('slip.ready.text', { name })}
        {save.problem && <FormProblem problem={save.problem} />}
      </Notice>
    </Section>
  );
}

function useStart(): Answers {
  const language = useLanguage();
  return {
    ...{ role: undefined, sought: [], offered: [], ambitions: [], interests: [], values: [], languages: [language] },
    ...{ meeting: 'either', hoursAMonth: 1, capacity: 1, wishes: { department: 'any', picks: [] }, ratherNot: [] },
    ...{ motivation: '', mayShowName: false, people: [] },
  };
}

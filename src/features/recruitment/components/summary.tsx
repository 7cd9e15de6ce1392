/** What was answered, in short, before it is sent: each part with a way back to its questions. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { asksForMentor, offersToMentor } from '../model.ts';
import { say } from '../words.ts';
import { questionSteps, type Answers, type QuestionStep } from './questions.tsx';

const useStyles = makeStyles({
  part: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: tokens.spacingVerticalM },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  lines: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

export interface SummaryProps {
  readonly answers: Answers;
  readonly onEdit: (step: QuestionStep) => void;
}

export function Summary({ answers, onEdit }: SummaryProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const lines = useLines(answers);
  return (
    <div>
      <p>{t('check.lead')}</p>
      {questionSteps.map((step) => (
        <section key={step} className={styles.part}>
          <div className={styles.head}>
            <h3 className={styles.title}>{t(`step.${step}`)}</h3>
            <Button
              appearance="subtle"
              aria-label={t('check.edit.step', { step: t(`step.${step}`) })}
              onClick={() => onEdit(step)}
            >
              {t('check.edit')}
            </Button>
          </div>
          <dl className={styles.lines}>
            {lines[step].map(([label, text]) => (
              <div key={label}>
                <dt className={styles.label}>{label}</dt>
                <dd className={styles.text}>{text || t('check.none')}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

type Line = readonly [label: string, text: string];

function useLines(answers: Answers): Readonly<Record<QuestionStep, readonly Line[]>> {
  const t = useSay(say);
  const role = answers.role ?? 'mentee';
  const names = new Map(answers.people.map(({ id, name }) => [id, name]));
  const namesOf = (ids: readonly string[]): string => ids.flatMap((id) => names.get(id) ?? []).join(', ');
  const topicsOf = (chosen: Answers['sought']): string =>
    chosen.map(({ topic, level }) => `${t(`topic.${topic}`)} (${t(`level.${level as 1 | 2 | 3}`)})`).join(', ');
  const ofMentor = (lines: readonly Line[]): readonly Line[] => (offersToMentor(role) ? lines : []);
  return {
    role: [
      [t('q.role'), answers.role ? t(`role.${role}`) : ''],
      [t('q.languages'), answers.languages.map((one) => t(`spoken.${one}`)).join(', ')],
      [t('q.meeting'), t(`meeting.${answers.meeting}`)],
      [t('q.hours'), t('q.hours.value', { hours: answers.hoursAMonth })],
      ...ofMentor([[t('q.capacity'), String(answers.capacity)]]),
    ],
    topics: [
      ...(asksForMentor(role) ? [[t('q.sought'), topicsOf(answers.sought)] as const] : []),
      ...ofMentor([[t('q.offered'), topicsOf(answers.offered)]]),
    ],
    you: [
      [t('q.values'), answers.values.map((one) => t(`value.${one}`)).join(', ')],
      [
        t(role === 'mentor' ? 'q.ambitions.mentor' : 'q.ambitions'),
        answers.ambitions.map((one) => t(`ambition.${one}`)).join(', '),
      ],
      [t('q.interests'), answers.interests.map((one) => t(`interest.${one}`)).join(', ')],
    ],
    partner: [
      [t('q.department'), t(`department.${answers.wishes.department}`)],
      [t('q.picks'), namesOf(answers.wishes.picks)],
      [t('q.ratherNot'), namesOf(answers.ratherNot)],
      [t('q.motivation'), answers.motivation],
      ...ofMentor([[t('q.mayShowName'), t(answers.mayShowName ? 'check.yes' : 'check.no')]]),
    ],
  };
}

/** Each application with its yes or no and the criterion that decides; then all answers in one press. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Person } from '../../../../ui/person.tsx';
import { saveChoice, sendAnswers } from '../../rounds/client.ts';
import { say as sayApplication } from '../../words.ts';
import type { ChoiceLine, ChoosingPage, SideLine } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  said: { margin: 0, overflowWrap: 'anywhere' },
  send: { marginBlockStart: tokens.spacingVerticalL },
});

interface DecisionsProps {
  readonly programmeId: string;
  readonly page: ChoosingPage;
}

export function Decisions({ programmeId, page }: DecisionsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const mayChange = page.sides.some(({ stands }) => stands === 'choose');
  return (
    <>
      {mayChange && <p>{t('choose.lead')}</p>}
      {page.sides
        .filter(({ stands }) => stands === 'choose')
        .map((side) => (
          <Count key={side.side} side={side} lines={page.lines} />
        ))}
      <ul className={styles.list}>
        {page.lines.map((line) => (
          <One key={`${line.side}-${line.person.id}`} {...{ programmeId, page, line, mayChange }} />
        ))}
      </ul>
      {mayChange && <SendAll programmeId={programmeId} />}
    </>
  );
}

function Count({ side, lines }: { readonly side: SideLine; readonly lines: readonly ChoiceLine[] }): ReactNode {
  const t = useSay(say);
  const own = lines.filter((one) => one.side === side.side);
  const yes = own.filter((one) => one.decision?.chosen).length;
  const open = own.filter((one) => !one.decision).length;
  return (
    <p>
      <output>{t('choose.count', { yes, open, places: side.places ?? 0 })}</output>
    </p>
  );
}

interface OneProps extends DecisionsProps {
  readonly line: ChoiceLine;
  readonly mayChange: boolean;
}

function One({ programmeId, page, line, mayChange }: OneProps): ReactNode {
  const t = useSay(say);
  const tApplication = useSay(sayApplication);
  const styles = useStyles();
  const [deciding, setDeciding] = useState(false);
  const { person, topics, hoursAMonth, waited, decision } = line;
  const { name, jobTitle, department } = person;
  const facts = [
    ...(department ? [department] : []),
    ...topics.map((one) => tApplication(`topic.${one}`)),
    t('choose.hours', { hours: hoursAMonth }),
    ...(waited ? [t('first.yes')] : []),
  ];
  const mayDecide = mayChange && (!decision || decision.mine);
  return (
    <li className={styles.item}>
      <Person name={name} {...(jobTitle ? { job: jobTitle } : {})} />
      <p className={styles.quiet}>{facts.join(' · ')}</p>
      {decision && <Said page={page} decision={decision} />}
      {mayDecide && !deciding && (
        <div>
          <Button onClick={() => setDeciding(true)}>{t(decision ? 'choose.change' : 'choose.decide', { name })}</Button>
        </div>
      )}
      {mayDecide && deciding && <Decide {...{ programmeId, page, line }} onDone={() => setDeciding(false)} />}
    </li>
  );
}

function Said({ page, decision }: { page: ChoosingPage; decision: NonNullable<ChoiceLine['decision']> }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const criterion = useCriteria(page).find(({ value }) => value === decision.criterionId)?.label ?? '';
  return (
    <p className={styles.said}>
      {t(`choose.decided.${decision.chosen ? 'yes' : 'no'}`, { by: decision.by, criterion })}
      {decision.sentence !== undefined && (
        <>
          <br />
          {t('choose.sentence.said', { sentence: decision.sentence })}
        </>
      )}
    </p>
  );
}

function useCriteria({ criteria, language: binding }: ChoosingPage): { value: string; label: string }[] {
  const language = useLanguage();
  return criteria.map(({ id, words }) => ({ value: id, label: words[language] || words[binding] || '' }));
}

interface DecideProps extends DecisionsProps {
  readonly line: ChoiceLine;
  onDone(this: void): void;
}

function Decide({ programmeId, page, line, onDone }: DecideProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { side, person, decision } = line;
  const draft = useDraft<{ answer?: 'yes' | 'no'; criterionId?: string; sentence: string }>(
    `choice-${programmeId}-${side}-${person.id}`,
    decision
      ? {
          answer: decision.chosen ? 'yes' : 'no',
          ...{ criterionId: decision.criterionId, sentence: decision.sentence ?? '' },
        }
      : { sentence: '' },
  );
  const { answer, criterionId = '', sentence } = draft.value;
  const name = person.name;
  const save = async (): Promise<void> => {
    const words = sentence.trim();
    await saveChoice(
      programmeId,
      { side, personId: person.id },
      { ...{ chosen: answer === 'yes', criterionId }, ...(words === '' ? {} : { sentence: words }) },
    );
    tell(t('choose.saved'));
    draft.clear();
    await queries.invalidateQueries({ queryKey: ['choice', programmeId] });
    onDone();
  };
  return (
    <Form submit={t('choose.save')} onSubmit={save}>
      <ChoiceField
        {...{ name: 'chosen', label: t('choose.answer', { name }), required: true, value: answer }}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`choose.${value}`) }))}
        onChange={(next) => next && draft.set({ answer: next })}
      />
      <ChoiceField
        {...{ name: 'criterionId', label: t('choose.criterion'), required: true, value: criterionId }}
        choices={useCriteria(page)}
        onChange={(next) => draft.set({ criterionId: next ?? '' })}
      />
      <LongTextField
        {...{ name: 'sentence', label: t('choose.sentence'), hint: t('choose.sentence.hint', { name }), most: 300 }}
        value={sentence}
        onChange={(next) => draft.set({ sentence: next })}
      />
    </Form>
  );
}

function SendAll({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  return (
    <div className={styles.send}>
      <Confirm
        title={t('send.title')}
        text={t('send.text')}
        confirm={t('send.button')}
        trigger={<Button appearance="primary">{t('send.button')}</Button>}
        onConfirm={async () => {
          await sendAnswers(programmeId);
          tell(t('send.sent'), { intent: 'success' });
          await queries.invalidateQueries();
        }}
      />
    </div>
  );
}

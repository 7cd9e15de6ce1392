/** Making a goal: five questions one by one, each with an example, and the sentence that grows out of the answers; or written right away. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../../ui/button.tsx';
import { DateField, LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { findGoals, makeGoal, type PairAddress } from '../client.ts';
import { goalsKey, useGoalsRefresh } from '../components/lines.tsx';
import { longestGoal, longestStep, smartAsks, type SmartAsk } from '../model.ts';
import { sentenceOf } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
  place: { margin: 0, color: tokens.colorNeutralForeground2 },
  question: { margin: `0 0 ${tokens.spacingVerticalM}`, ':focus': { outlineStyle: 'none' } },
  sentence: {
    margin: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
  },
});

/** The day is asked after the four that are answered in words. */
const asks = [...smartAsks, 'until'] as const;

interface Made extends Readonly<Record<SmartAsk, string>> {
  readonly until: string;
  readonly place: number;
  /** What was written over the sentence; null while it is as it was made. */
  readonly text: string | null;
}

const blank: Made = { what: '', sign: '', way: '', why: '', until: '', place: 0, text: null };

export default function MakeGoalPage(at: PairAddress): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: goalsKey(at), queryFn: () => findGoals(at) });
  const back = { to: `/programmes/${at.programmeId}/pairs/${at.pairId}/goals`, label: t('title.mine') };
  return (
    <Page title={t('helper.title')} lead={t('helper.lead')} back={back} narrow>
      <Loaded of={found}>
        {({ mine, open, partner }) =>
          mine && open ? (
            <Helper at={at} name={partner.name} />
          ) : (
            <Notice>{t('helper.theirs', { name: partner.name })}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

function Helper({ at, name }: { readonly at: PairAddress; readonly name: string }): ReactNode {
  const language = useLanguage();
  const write = useMoment('UTC');
  const draft = useDraft<Made>(`goal-new-${at.pairId}`, blank);
  const { place, until } = draft.value;
  const day = until === '' ? undefined : write(Date.parse(until), 'day');
  const sentence = sentenceOf(language, draft.value, day);
  const ask = asks[place];
  return (
    <>
      {ask === undefined ? (
        <Finish {...{ at, name, draft, sentence }} />
      ) : (
        <Question key={ask} {...{ ask, draft, sentence }} />
      )}
      <Receipt of="pair-goal" />
    </>
  );
}

interface QuestionProps {
  readonly ask: (typeof asks)[number];
  readonly draft: ReturnType<typeof useDraft<Made>>;
  readonly sentence: string;
}

function Question({ ask, draft, sentence }: QuestionProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { place } = draft.value;
  const go = (next: number): void => draft.set({ place: next });
  useEffect(() => {
    if (place > 0) heading.current?.focus();
  }, [place]);
  const isLast = place === asks.length - 1;
  return (
    <>
      <Section>
        <p className={styles.place}>{t('helper.place', { number: place + 1, count: asks.length })}</p>
        <h2 ref={heading} tabIndex={-1} className={styles.question}>
          {t(`ask.${ask}`)}
        </h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            go(place + 1);
          }}
        >
          <Answer ask={ask} draft={draft} />
          <div className={styles.row}>
            <Button type="submit" appearance="primary">
              {t(isLast ? 'helper.finish' : 'helper.next')}
            </Button>
            {place > 0 && <Button onClick={() => go(place - 1)}>{t('helper.before')}</Button>}
            {!isLast && (
              <Button appearance="subtle" onClick={() => go(asks.length)}>
                {t('helper.skip')}
              </Button>
            )}
          </div>
        </form>
      </Section>
      <Section title={t('helper.sentence')}>
        <output className={styles.sentence}>{sentence === '' ? t('helper.sentence.none') : sentence}</output>
      </Section>
    </>
  );
}

function Answer({ ask, draft }: Pick<QuestionProps, 'ask' | 'draft'>): ReactNode {
  const t = useSay(say);
  if (ask === 'until')
    return (
      <DateField
        name="until"
        label={t('ask.until')}
        hint={t('ask.until.example')}
        value={draft.value.until}
        onChange={(until) => draft.set({ until, text: null })}
      />
    );
  return (
    <LongTextField
      name={ask}
      label={t(`ask.${ask}.start`)}
      hint={t(`ask.${ask}.example`)}
      most={longestStep}
      value={draft.value[ask]}
      onChange={(text) => draft.set({ [ask]: text, text: null })}
    />
  );
}

interface FinishProps extends Omit<QuestionProps, 'ask'> {
  readonly at: PairAddress;
  readonly name: string;
}

function Finish({ at, name, draft, sentence }: FinishProps): ReactNode {
  const t = useSay(say);
  const refresh = useGoalsRefresh(at);
  const [, navigate] = useLocation();
  const { until } = draft.value;
  const text = draft.value.text ?? sentence;
  const keep = async (): Promise<void> => {
    await makeGoal(at, { text, ...(until === '' ? {} : { until }) });
    await refresh();
    draft.clear();
    tell(t('helper.saved', { name }), { intent: 'success' });
    navigate(`/programmes/${at.programmeId}/pairs/${at.pairId}/goals`);
  };
  return (
    <Section title={t('helper.sentence')}>
      <Form
        submit={t('helper.save')}
        onSubmit={keep}
        actions={
          <Button appearance="subtle" onClick={() => draft.set({ place: 0 })}>
            {t('helper.questions')}
          </Button>
        }
      >
        <LongTextField
          name="text"
          label={t('helper.text')}
          hint={t('helper.text.hint')}
          required
          most={longestGoal}
          value={text}
          onChange={(next) => draft.set({ text: next })}
        />
        <DateField name="until" label={t('ask.until')} value={until} onChange={(next) => draft.set({ until: next })} />
      </Form>
    </Section>
  );
}

/** A question or an answer as it stands in the circle, with what this reader may do with it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { circlePath, removeText, sayHelped, takeBackText, type TextAddress } from '../client.ts';
import { longestWhy, type QuestionView, type TextView } from '../model.ts';
import { say } from '../words.ts';
import { useCircleRefresh } from './keys.ts';

const ChangeForm = lazy(async () => ({ default: (await import('./change-form.tsx')).ChangeForm }));

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    '& > li': {
      listStyleType: 'none',
      padding: `${tokens.spacingVerticalL} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& > li:first-child': { paddingTop: 0 },
    '& > li:last-child': { borderBottomStyle: 'none', paddingBottom: 0 },
  },
  text: { margin: 0, maxWidth: '68ch', lineHeight: '1.55', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  title: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
  },
  who: { margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorNeutralForeground2 },
  doings: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
    ':empty': { display: 'none' },
  },
});

export function TextList({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className={useStyles().list}>{children}</ul>;
}

interface OneTextProps {
  readonly at: Omit<TextAddress, 'textId'>;
  readonly view: QuestionView;
  readonly one: TextView;
  /** What else may be done with it. */
  readonly children?: ReactNode;
}

export function OneText({ at, view, one, children }: OneTextProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const write = useMoment('UTC');
  const [changing, setChanging] = useState(false);
  const address = { ...at, textId: one.id };
  const writer = one.name ?? t(one.asHost ? 'by.a-host' : 'by.nobody');
  const facts = [
    one.asHost && one.name !== undefined ? t('by.host', { name: one.name }) : writer,
    ...(one.mine ? [t('mine')] : []),
    write(Date.parse(one.on), 'day'),
    ...(one.language === reader ? [] : [t(`language.${one.language}`)]),
    ...(one.helped > 0 ? [t('helped.count', { count: one.helped })] : []),
  ];
  if (changing)
    return (
      <Suspense>
        <ChangeForm at={address} one={one} onDone={() => setChanging(false)} />
      </Suspense>
    );
  return (
    <>
      {one.title !== undefined && (
        <h2 className={styles.title} lang={one.language}>
          {one.title}
        </h2>
      )}
      {one.text !== '' && (
        <p className={styles.text} lang={one.language}>
          {one.text}
        </p>
      )}
      <p className={styles.who}>{facts.join(' · ')}</p>
      <div className={styles.doings}>
        {!one.mine && one.title === undefined && view.open && <Helped at={address} one={one} />}
        {one.mayChange && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
        {one.mine && <TakeBack at={address} one={one} count={view.answers.length} />}
        {view.seat === 'host' && !one.mine && <Remove at={address} one={one} count={view.answers.length} />}
        {children}
      </div>
    </>
  );
}

interface DoingProps {
  readonly at: TextAddress;
  readonly one: TextView;
}

function Helped({ at, one }: DoingProps): ReactNode {
  const t = useSay(say);
  const refresh = useCircleRefresh(at.programmeId);
  const { start, busy, problem } = useOnce(async () => {
    await sayHelped(at, !one.helpedMe);
    await refresh();
  });
  return (
    <>
      <Button aria-pressed={one.helpedMe} disabledFocusable={busy} onClick={() => void start()}>
        {t(one.helpedMe ? 'helped.undo' : 'helped')}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

/** After a question goes there is nothing here any more. */
function useGoing({ at, one }: DoingProps): (told: string) => Promise<void> {
  const refresh = useCircleRefresh(at.programmeId);
  const [, navigate] = useLocation();
  return async (told) => {
    if (one.title !== undefined) navigate(circlePath(at.programmeId));
    await refresh();
    tell(told);
  };
}

function TakeBack({ at, one, count }: DoingProps & { readonly count: number }): ReactNode {
  const t = useSay(say);
  const gone = useGoing({ at, one });
  const isQuestion = one.title !== undefined;
  return (
    <Confirm
      title={t(isQuestion ? 'back.question' : 'back.answer')}
      text={isQuestion ? t('back.question.text', { count }) : t('back.answer.text')}
      confirm={t('back.do')}
      trigger={<Button>{t('back.do')}</Button>}
      onConfirm={async () => {
        await takeBackText(at);
        await gone(t('back.done'));
      }}
    />
  );
}

function Remove({ at, one, count }: DoingProps & { readonly count: number }): ReactNode {
  const t = useSay(say);
  const gone = useGoing({ at, one });
  const [why, setWhy] = useState('');
  const isQuestion = one.title !== undefined;
  return (
    <Confirm
      title={t(isQuestion ? 'remove.question' : 'remove.answer')}
      text={isQuestion ? t('remove.question.text', { count }) : t('remove.answer.text')}
      confirm={t('remove.do')}
      trigger={<Button>{t('remove')}</Button>}
      onConfirm={async () => {
        await removeText(at, why);
        await gone(t('remove.done'));
      }}
    >
      <LongTextField
        name="why"
        label={t('remove.why')}
        hint={t('remove.why.hint')}
        required
        most={longestWhy}
        value={why}
        onChange={setWhy}
      />
    </Confirm>
  );
}

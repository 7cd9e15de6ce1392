/** "What I can do": the statements to answer, or what the own answers say, with where to begin. For the person alone. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { deleteSkills, findSkills, leaveFigures, type SkillsAddress } from './client.ts';
import { SkillBars } from './components/skill-bars.tsx';
import { WhatNext } from './components/what-next.tsx';
import type { Moment, SkillsView } from './model.ts';
import { profileOf } from './profile/rules.ts';
import { say } from './words.ts';

const AnswerForm = lazy(async () => ({ default: (await import('./components/answer-form.tsx')).AnswerForm }));

const useStyles = makeStyles({
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  doings: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalM },
});

export default function SkillsPage(props: { readonly programmeId: string; readonly side: string }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const at: SkillsAddress = { programmeId: props.programmeId, side: props.side === 'mentor' ? 'mentor' : 'mentee' };
  const queryKey = ['skills', at.programmeId, at.side];
  const found = useQuery({ queryKey, queryFn: () => findSkills(at) });
  const [answering, setAnswering] = useState<Moment>();
  const kept = async (view: SkillsView): Promise<void> => {
    queries.setQueryData(queryKey, view);
    setAnswering(undefined);
    await queries.invalidateQueries({ queryKey: ['home'] });
    await queries.invalidateQueries({ queryKey: ['my-skills'] });
  };
  const lead = found.data && t(`lead.${at.side}`, { programme: found.data.programmeName });
  return (
    <Page title={t('title')} lead={lead} back={{ to: '/', label: t('page.back') }} narrow>
      <Loaded of={found}>
        {(view) => {
          const asked = answering ?? (view.kept ? undefined : (view.due ?? 'before'));
          return asked ? (
            <Suspense fallback={<Waiting />}>
              <AnswerForm
                key={asked}
                {...{ view, moment: asked }}
                kept={async (now) => {
                  await kept(now);
                  tell(t('saved'));
                }}
                {...(view.kept ? { onCancel: () => setAnswering(undefined) } : {})}
              />
            </Suspense>
          ) : (
            <Own view={view} kept={kept} onAnswer={setAnswering} />
          );
        }}
      </Loaded>
    </Page>
  );
}

interface OwnProps {
  readonly view: SkillsView;
  kept(this: void, view: SkillsView): Promise<void>;
  onAnswer(this: void, moment: Moment): void;
}

function Own({ view, kept, onAnswer }: OwnProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const profile = profileOf(view);
  const isSaid = profile.some(({ level }) => level !== undefined);
  const { before, after } = view.kept ?? {};
  const days = {
    ...(before === undefined ? {} : { before: write(before, 'day') }),
    ...(after === undefined ? {} : { after: write(after, 'day') }),
  };
  const lead = before !== undefined && after !== undefined ? 'both' : after === undefined ? 'before' : 'after';
  return (
    <>
      {view.due === 'after' && (
        <Section title={t('due.title')} lead={t('due.text')}>
          <Button appearance="primary" onClick={() => onAnswer('after')}>
            {t('do.after')}
          </Button>
        </Section>
      )}
      <Section title={t('profile.title')} lead={t(`profile.${lead}`, days)}>
        {isSaid ? <SkillBars profile={profile} /> : <p>{t('profile.none')}</p>}
        <p className={styles.small}>{t('profile.small')}</p>
      </Section>
      {isSaid && <WhatNext profile={profile} />}
      <Yours view={view} kept={kept} onAnswer={onAnswer} />
    </>
  );
}

/** Everything that one can do with one's own answers. */
function Yours({ view, kept, onAnswer }: OwnProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const leave = useOnce(async () => {
    await kept(await leaveFigures(view));
    tell(t('counted.left'));
  });
  const remove = async (): Promise<void> => {
    await kept(await deleteSkills(view));
    tell(t('deleted'));
  };
  const isCounted = view.kept?.counted === true;
  const { after } = view.kept ?? {};
  const mayRepeat = view.due !== 'after' && (after !== undefined || view.mayLookBack);
  return (
    <Section title={t('yours.title')}>
      <p>{t(isCounted ? 'counted.yes' : 'counted.no')}</p>
      {view.isClosed && <Notice>{t('closed')}</Notice>}
      {leave.problem && <FormProblem problem={leave.problem} />}
      <div className={styles.doings}>
        {view.kept?.before !== undefined && <Button onClick={() => onAnswer('before')}>{t('change.before')}</Button>}
        {mayRepeat && (
          <Button onClick={() => onAnswer('after')}>{t(after === undefined ? 'do.after' : 'change.after')}</Button>
        )}
        {isCounted && (
          <Button disabledFocusable={leave.busy} onClick={() => void leave.start()}>
            {t('counted.leave')}
          </Button>
        )}
        <Confirm
          title={t('delete.title')}
          text={t('delete.text')}
          confirm={t('delete.confirm')}
          trigger={<Button>{t('delete.do')}</Button>}
          onConfirm={remove}
        />
      </div>
    </Section>
  );
}

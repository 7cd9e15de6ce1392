/** The waiting list as an applicant sees it: what it means, when it is looked at, what can be done meanwhile, and leaving it in one press. */
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { FormProblem, type useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { offersToMentor, type ApplyPage } from '../../model.ts';
import { say as sayApplication } from '../../words.ts';
import { say } from '../words.ts';

/** Before applying, once the last day is over. */
export function ListNotice({ page }: { readonly page: ApplyPage }): ReactNode {
  const t = useSay(say);
  const looks = useLooks(page);
  return (
    <Notice title={t('list.notice.title')}>
      <p>{t('list.notice')}</p>
      <p>
        {looks} {page.waited && t('list.first')}
      </p>
    </Notice>
  );
}

export interface ListedProps {
  readonly page: ApplyPage;
  readonly onEdit: () => void;
  readonly leave: ReturnType<typeof useOnce>;
}

export function Listed({ page, onEdit, leave }: ListedProps): ReactNode {
  const t = useSay(say);
  const tApplication = useSay(sayApplication);
  const looks = useLooks(page);
  const { waits = 'late' } = page;
  return (
    <>
      <Notice
        title={t('on.title')}
        actions={
          <>
            {(page.open || page.joinsList) && <Button onClick={onEdit}>{tApplication('apply.edit')}</Button>}
            <Button appearance="subtle" disabledFocusable={leave.busy} onClick={() => void leave.start()}>
              {t('on.leave')}
            </Button>
          </>
        }
      >
        <p>
          {t(`on.${waits}`)} {waits === 'late' && page.waited && t('list.first')}
        </p>
        <p>
          {looks} {t('on.told')}
        </p>
        {leave.problem && <FormProblem problem={leave.problem} />}
      </Notice>
      <WhatDecided page={page} />
      <Meanwhile page={page} />
    </>
  );
}

function Meanwhile({ page }: { readonly page: ApplyPage }): ReactNode {
  const t = useSay(say);
  const isMentor = page.answers !== undefined && offersToMentor(page.answers.role);
  return (
    <Section title={t('meanwhile.title')}>
      <ul>
        <li>
          {isMentor ? (
            <TextLink to="/courses/active-listening">{t('meanwhile.listening')}</TextLink>
          ) : (
            <TextLink to="/courses/setting-goals">{t('meanwhile.course')}</TextLink>
          )}
        </li>
        <li>
          <TextLink to="/stories">{t('meanwhile.stories')}</TextLink>
        </li>
        <li>{t('meanwhile.circle')}</li>
      </ul>
    </Section>
  );
}

/** Where there were too few places: the criterion, and what the coordinator added. */
export function WhatDecided({ page: { choice } }: { readonly page: ApplyPage }): ReactNode {
  const t = useSay(say);
  if (!choice) return undefined;
  return (
    <Section title={t('why.title')}>
      <p>{choice.criterion}</p>
      {choice.sentence !== undefined && <p>{t('choice.sentence', { sentence: choice.sentence })}</p>}
    </Section>
  );
}

function useLooks({ looksOn, looksLate }: ApplyPage): string {
  const t = useSay(say);
  const write = useMoment();
  if (looksOn === undefined) return '';
  return t(looksLate ? 'list.looked' : 'list.looks', { day: write(Date.parse(looksOn), 'day') });
}

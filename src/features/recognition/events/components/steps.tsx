/** What a coordinator does before an event: open nominations, put it into the calendar, call it off. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { cancelEvent, enterEvent, openEvent, type EventPlace } from '../client.ts';
import type { EventPage } from '../honours/model.ts';
import { nominatePath } from '../model.ts';
import { say } from '../words.ts';
import { useCount } from './fairness.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalM },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { margin: 0, maxWidth: '64ch' },
});

export interface EventProps {
  readonly at: EventPlace;
  readonly page: EventPage;
}

/** What was answered is shown at once, and what else lists it is fetched anew. */
export function useKept({ programmeId, eventId }: EventPlace): (next: EventPage) => Promise<void> {
  const queries = useQueryClient();
  return async (next) => {
    queries.setQueryData(['event', programmeId, eventId], next);
    await queries.invalidateQueries({ queryKey: ['events', programmeId] });
  };
}

export function Steps({ at, page }: EventProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useKept(at);
  const count = useCount();
  const { state, phase, version } = page;
  return (
    <>
      {phase === 'nominating' && (
        <Section title={t('nominations.title')} lead={t('nominations.lead')}>
          <div className={styles.stack}>
            <p className={styles.text}>{t('nominations.count', { count: count(page.nominations) })}</p>
            <ButtonLink to={nominatePath(at.programmeId, at.eventId)}>{t('nominate.title')}</ButtonLink>
          </div>
        </Section>
      )}
      {state === 'decided' && <Calendar at={at} page={page} />}
      <Section title={t(state === 'draft' ? 'open.section' : 'off.section')}>
        <div className={styles.stack}>
          {state === 'draft' && <p className={styles.text}>{t('open.text')}</p>}
          <div className={styles.foot}>
            {state === 'draft' && (
              <Confirm
                {...{ title: t('open.title'), text: t('open.confirm'), confirm: t('open.do') }}
                trigger={<Button appearance="primary">{t('open.do')}</Button>}
                onConfirm={async () => {
                  await keep(await openEvent(at, version));
                  tell(t('open.done'));
                }}
              />
            )}
            <Confirm
              {...{
                title: t('off.title'),
                text: t(state === 'draft' ? 'off.draft' : 'off.text'),
                confirm: t('off.do'),
              }}
              trigger={<Button>{t('off.do')}</Button>}
              onConfirm={async () => {
                await keep(await cancelEvent(at, version));
                tell(t('off.done'));
              }}
            />
          </div>
        </div>
      </Section>
    </>
  );
}

function Calendar({ at, page }: EventProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useKept(at);
  const { calendar } = page;
  const { start, busy, problem } = useOnce(async () => {
    await keep(await enterEvent(at));
    tell(t('entry.done'));
  });
  const isOthers = calendar !== undefined && !calendar.isMine;
  const coming = page.honoured.filter(({ says }) => says.comes === 'yes').length;
  return (
    <Section title={t('entry.section')} lead={t('entry.lead')}>
      <div className={styles.stack}>
        <p className={styles.text}>{t('entry.coming', { count: coming })}</p>
        {calendar && (
          <p className={styles.text}>
            {isOthers
              ? t(calendar.isCurrent ? 'entry.others' : 'entry.others.stale', { name: calendar.byName })
              : t(calendar.isCurrent ? 'entry.current' : 'entry.stale')}
          </p>
        )}
        {problem && <FormProblem problem={problem} />}
        {!isOthers && !(calendar?.isCurrent === true) && (
          <Button disabledFocusable={busy} onClick={() => void start()}>
            {t(calendar ? 'entry.update' : 'entry.make')}
          </Button>
        )}
      </div>
    </Section>
  );
}

/** "Our meetings" on the page of a pair: the next one with its link, what can be done with it, and those before. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { PairSectionProps } from '../../pairs/components/sections.tsx';
import { askOtherTime, calendarFile, cancel, findMeetings, type PairAddress } from '../client.ts';
import { CalledOff, InOutlook } from '../following/components/in-outlook.tsx';
import type { MeetingView, PairMeetings } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  when: { display: 'block', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export default function MeetingsSection({ pair, ...at }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const known = useQuery({ queryKey: ['meetings', at.pairId], queryFn: () => findMeetings(at) });
  const find = `/programmes/${at.programmeId}/pairs/${at.pairId}/meetings/new`;
  return (
    <Section
      title={t('section.title')}
      {...(pair.asGuest ? {} : { action: <ButtonLink to={find}>{t('section.find')}</ButtonLink> })}
    >
      <Loaded of={known}>{(found) => <Meetings at={at} found={found} />}</Loaded>
    </Section>
  );
}

function Meetings({ at, found }: { readonly at: PairAddress; readonly found: PairMeetings }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (found.meetings.length + found.calledOff.length === 0) return <p className={styles.quiet}>{t('section.none')}</p>;
  return (
    <ul className={styles.list}>
      {found.meetings.map((one) => (
        <li key={one.id} className={styles.item}>
          <span className={styles.quiet}>{t(one.past ? 'section.past' : 'section.next')}</span>
          <span className={styles.when}>
            <Moment at={one.start} zone={found.zone} />
          </span>
          {!one.past && <InOutlook one={one} name={found.partner.name} move={moveOf(at, one)} />}
          {!one.past && <Doings {...{ at, one, name: found.partner.name }} />}
        </li>
      ))}
      {found.calledOff.map((start) => (
        <CalledOff key={start} start={start} zone={found.zone} />
      ))}
    </ul>
  );
}

const moveOf = (at: PairAddress, one: MeetingView): string =>
  `/programmes/${at.programmeId}/pairs/${at.pairId}/meetings/${one.id}/move`;

function Doings({
  at,
  one,
  name,
}: {
  readonly at: PairAddress;
  readonly one: MeetingView;
  readonly name: string;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const call = useOnce(async () => {
    await cancel(at, one.id);
    await queries.invalidateQueries();
    tell(t('section.cancelled', { name }));
  });
  const wish = useOnce(async () => {
    await askOtherTime(at, one.id);
    tell(t('section.asked', { name }), { intent: 'success' });
  });
  const file = useOnce(async () => offerFile(await calendarFile(at, one.id)));
  const problem = call.problem ?? wish.problem ?? file.problem;
  const move = moveOf(at, one);
  return (
    <div className={styles.row}>
      {one.joinUrl !== undefined && <TextLink to={one.joinUrl}>{t('section.join')}</TextLink>}
      {one.byHand && <span className={styles.quiet}>{t('section.hand')}</span>}
      {one.mine ? (
        <>
          <TextLink to={move}>{t('section.move')}</TextLink>
          <Button appearance="subtle" disabledFocusable={call.busy} onClick={() => void call.start()}>
            {t('section.cancel')}
          </Button>
        </>
      ) : (
        <Button appearance="subtle" disabledFocusable={wish.busy} onClick={() => void wish.start()}>
          {t('section.ask')}
        </Button>
      )}
      {one.byHand && (
        <Button appearance="subtle" onClick={() => void file.start()}>
          {t('section.file')}
        </Button>
      )}
      {problem && <FormProblem problem={problem} />}
    </div>
  );
}

function offerFile({ name, text }: { name: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

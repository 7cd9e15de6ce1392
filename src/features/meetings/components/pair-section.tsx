/** "Our meetings" on the page of a pair: the next one with its link and what can be done with it, those after it, and those before. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { PairSectionProps } from '../../pairs/components/sections.tsx';
import { Past } from '../after/components/past.tsx';
import { askOtherTime, calendarFile, cancel, findMeetings } from '../client.ts';
import { CalledOff, InOutlook } from '../following/components/in-outlook.tsx';
import type { MeetingView, PairAddress, PairMeetings } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  /** The next one stands out. */
  next: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  when: { display: 'block', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  large: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
    // As high as the buttons beside them.
    '& > a': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
  join: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export default function MeetingsSection({ pair, ...at }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const known = useQuery({ queryKey: ['meetings', at.pairId], queryFn: () => findMeetings(at) });
  const find = `/programmes/${at.programmeId}/pairs/${at.pairId}/meetings/new`;
  const isOpen = pair.state === 'active';
  return (
    <Section
      title={t('section.title')}
      {...(pair.asGuest || !isOpen ? {} : { action: <ButtonLink to={find}>{t('section.find')}</ButtonLink> })}
    >
      <Loaded of={known}>
        {(found) => (
          <>
            <ToCome {...{ at, found, isOpen }} />
            <Past {...{ at, found, open: isOpen }} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface ToComeProps {
  readonly at: PairAddress;
  readonly found: PairMeetings;
  readonly isOpen: boolean;
}

function ToCome({ at, found, isOpen }: ToComeProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const ahead = found.meetings.filter((one) => !one.past);
  if (ahead.length + found.calledOff.length === 0) return <p className={styles.quiet}>{t('section.none')}</p>;
  return (
    <ul className={styles.list}>
      {ahead.map((one, place) => (
        <li key={one.id} className={mergeClasses(styles.item, place === 0 && styles.next)}>
          <span className={styles.quiet}>{t(place === 0 ? 'section.next' : 'section.ahead')}</span>
          <span className={mergeClasses(styles.when, place === 0 && styles.large)}>
            <Moment at={one.start} zone={found.zone} />
          </span>
          {one.room !== undefined && <span>{one.room}</span>}
          <span className={styles.quiet}>{t(whereOf(one), { name: found.partner.name })}</span>
          <InOutlook one={one} name={found.partner.name} move={`${pathOf(at, one)}/move`} />
          {isOpen && <Doings {...{ at, one, name: found.partner.name }} />}
        </li>
      ))}
      {found.calledOff.map((start) => (
        <CalledOff key={start} start={start} zone={found.zone} />
      ))}
    </ul>
  );
}

const pathOf = (at: PairAddress, one: MeetingView): string =>
  `/programmes/${at.programmeId}/pairs/${at.pairId}/meetings/${one.id}`;

function whereOf({ byHand, mine }: MeetingView) {
  if (byHand) return 'section.hand';
  return mine ? 'section.where.mine' : 'section.where.theirs';
}

interface DoingsProps {
  readonly at: PairAddress;
  readonly one: MeetingView;
  readonly name: string;
}

function Doings({ at, one, name }: DoingsProps): ReactNode {
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
  const its = pathOf(at, one);
  return (
    <div className={styles.row}>
      {one.joinUrl !== undefined && (
        <TextLink to={one.joinUrl} className={styles.join}>
          {t('section.join')}
        </TextLink>
      )}
      <TextLink to={`${its}/preparation`}>{t('section.prepare')}</TextLink>
      <TextLink to={its}>{t('section.notes')}</TextLink>
      {one.mine ? (
        <>
          <TextLink to={`${its}/move`}>{t('section.move')}</TextLink>
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

/** Everything that is sent about a programme, send by send: how much is planned, waits, arrived, did not; each opens its own page. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Moment, useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { regionOf } from '../../../platform/words.ts';
import { sendStates } from '../../people/messages/sends/model.ts';
import { sayRound } from '../../checkins/rounds/words.ts';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findSends } from './client.ts';
import type { Send } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  some: { fontVariantNumeric: 'tabular-nums' },
  none: { color: tokens.colorNeutralForeground3 },
});

export default function SendsPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['sends', programmeId], queryFn: () => findSends(programmeId) });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}`, label: t('programme') }}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {({ sends }) => (
          <Section>
            <SendList programmeId={programmeId} sends={sends} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function SendList({
  programmeId,
  sends,
}: {
  readonly programmeId: string;
  readonly sends: readonly Send[];
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = useKindName();
  const region = regionOf(useLanguage());
  const number = (count: number): ReactNode => (
    <span className={count === 0 ? styles.none : styles.some}>{count.toLocaleString(region)}</span>
  );
  const columns: Column<Send>[] = [
    {
      ...{ key: 'send', title: t('col.send'), text: nameOf, sort: nameOf },
      cell: (one) => <TextLink to={`/programmes/${programmeId}/messages/${one.id}`}>{nameOf(one)}</TextLink>,
    },
    {
      key: 'since',
      title: t('col.since'),
      cell: ({ since }) => <Moment at={since} style="day" />,
      sort: ({ since }) => -since,
    },
    { key: 'all', title: t('col.all'), cell: (one) => number(allOf(one)), sort: (one) => -allOf(one) },
    ...sendStates.map((state) => ({
      ...{ key: state, title: t(`state.${state}`), sort: ({ counts }: Send) => -counts[state] },
      cell: ({ counts }: Send) => number(counts[state]),
    })),
  ];
  const empty = <Empty icon={<MailRegular />} title={t('none')} text={t('none.text')} />;
  return <DataList label={t('title')} rows={sends} columns={columns} rowKey={({ id }) => id} empty={empty} />;
}

export const allOf = ({ counts }: Pick<Send, 'counts'>): number =>
  sendStates.reduce((sum, state) => sum + counts[state], 0);

/** `Invitation` or `Check-in, after one month`. */
function useKindName(): (one: Pick<Send, 'kind' | 'round'>) => string {
  const t = useSay(say);
  const language = useLanguage();
  return ({ kind, round }) => {
    const name = t(`kind.${kind}`);
    return round === undefined ? name : t('name.round', { kind: name, round: sayRound(language, round) });
  };
}

/** The same with the day of its first message, where there may be several. */
export function useSendName(): (one: Pick<Send, 'kind' | 'round' | 'since'>) => string {
  const t = useSay(say);
  const write = useMoment();
  const nameOf = useKindName();
  return (one) =>
    one.round === undefined ? t('name', { kind: nameOf(one), date: write(one.since, 'day') }) : nameOf(one);
}

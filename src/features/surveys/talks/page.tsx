import { makeStyles, tokens } from '@fluentui/react-components';
import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { listTalks } from './client.ts';
import { purposes, type TalkLine } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  guides: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  guide: { minHeight: '44px', display: 'inline-flex', alignItems: 'center' },
  none: { color: tokens.colorNeutralForeground3 },
});

/** For coordinators: focus groups and talks with one person, and what one asks in them. */
export default function TalksPage(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const talks = useQuery({ queryKey: ['talks'], queryFn: listTalks });
  const start = (
    <ButtonLink to="/talks/new" appearance="primary">
      {t('talks.new')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('talks.title')}
      lead={t('talks.lead')}
      back={{ to: '/surveys', label: t('talks.surveys') }}
      action={talks.data?.length === 0 ? undefined : start}
    >
      <Loaded of={talks}>
        {(found) => (
          <Section>
            <TalkList talks={found} start={start} />
          </Section>
        )}
      </Loaded>
      <Section title={t('guides.title')} lead={t('guides.lead')}>
        <div className={styles.guides}>
          {purposes.map((purpose) => (
            <TextLink key={purpose} to={`/talk-guides/${purpose}`} className={styles.guide}>
              {t(`purpose.${purpose}`)}
            </TextLink>
          ))}
        </div>
      </Section>
    </Page>
  );
}

function TalkList({ talks, start }: { readonly talks: readonly TalkLine[]; readonly start: ReactNode }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = ({ form, purpose }: TalkLine): string => t('talk.name', { form, purpose: t(`purpose.${purpose}`) });
  const columns: readonly Column<TalkLine>[] = [
    {
      key: 'talk',
      title: t('column.talk'),
      cell: (one) => (one.isMine ? <TextLink to={`/talks/${one.id}`}>{nameOf(one)}</TextLink> : nameOf(one)),
      text: nameOf,
    },
    { key: 'size', title: t('column.size'), cell: ({ size }) => size, sort: ({ size }) => size },
    { key: 'state', title: t('column.state'), cell: ({ state }) => t(`state.${state}`) },
    {
      key: 'by',
      title: t('column.by'),
      cell: ({ isMine, byName }) =>
        isMine ? t('by.you') : (byName ?? <span className={styles.none}>{t('none')}</span>),
    },
    {
      key: 'made',
      title: t('column.made'),
      cell: ({ createdAt }) => <Moment at={createdAt} style="day" />,
      sort: ({ createdAt }) => createdAt,
    },
  ];
  return (
    <DataList
      label={t('talks.title')}
      rows={talks}
      columns={columns}
      rowKey={({ id }) => id}
      empty={
        <Empty
          icon={<ChatMultipleRegular aria-hidden />}
          title={t('talks.none')}
          text={t('talks.none.next')}
          action={start}
        />
      }
    />
  );
}

/** The questions of a circle: searched, filtered, each with a link to its answers. */
import type { UseQueryResult } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { TextLink } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { Empty } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { PagedList, type Turns } from '../../../../ui/paged-list.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TopicOptions } from '../../topics/components/topic-options.tsx';
import { supportTopics, type SupportTopic } from '../../topics/model.ts';
import { sayTopic } from '../../topics/words.ts';
import { circlePath } from '../client.ts';
import { questionsOnPage, shows, type CirclePage, type QuestionLine, type Show } from '../model.ts';
import { say } from '../words.ts';

export interface Wanted {
  readonly show: Show;
  readonly topic: SupportTopic | undefined;
  readonly language: Language | undefined;
}

interface QuestionsProps {
  readonly programmeId: string;
  readonly found: UseQueryResult<CirclePage>;
  readonly turns: Turns<Wanted>;
}

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  small: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function Questions({ programmeId, found, turns }: QuestionsProps): ReactNode {
  const t = useSay(say);
  const { wish } = turns;
  const isFiltered =
    wish.search !== '' || wish.show !== 'all' || wish.topic !== undefined || wish.language !== undefined;
  const isHost = found.data?.seat === 'host';
  const none = isFiltered ? 'filtered' : isHost ? 'none.host' : 'none';
  return (
    <Section title={t('questions')} {...(isHost ? { lead: t('questions.host') } : {})}>
      <PagedList
        label={t('questions')}
        of={found}
        turns={turns}
        size={questionsOnPage}
        columns={useColumns(programmeId)}
        rowKey={({ id }) => id}
        empty={<Empty title={t(isFiltered ? 'filtered.title' : 'none.title')} text={t(none)} />}
        filters={(page) => [
          <Select
            key="show"
            label={t('show')}
            value={wish.show}
            onChange={(show) => turns.want({ show: shows.find((one) => one === show) ?? 'all' })}
          >
            {shows.map((one) => (
              <option key={one} value={one}>
                {t(`show.${one}`)}
              </option>
            ))}
          </Select>,
          <Select
            key="topic"
            label={t('topic')}
            value={wish.topic ?? ''}
            onChange={(topic) => turns.want({ topic: supportTopics.find((one) => one === topic) })}
          >
            <option value="">{t('topic.all')}</option>
            <TopicOptions among={page.topics} />
          </Select>,
          <Select
            key="language"
            label={t('language')}
            value={wish.language ?? ''}
            onChange={(language) => turns.want({ language: languages.find((one) => one === language) })}
          >
            <option value="">{t('language.all')}</option>
            {languages.map((one) => (
              <option key={one} value={one}>
                {t(`language.${one}`)}
              </option>
            ))}
          </Select>,
        ]}
      />
    </Section>
  );
}

function useColumns(programmeId: string): Column<QuestionLine>[] {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const write = useMoment('UTC');
  const marks = ({ pinned, mine }: QuestionLine): string =>
    [...(pinned ? [t('pinned')] : []), ...(mine ? [t('mine')] : [])].join(' · ');
  return [
    {
      ...{ key: 'question', title: t('column.question') },
      cell: (one) => (
        <>
          <TextLink to={`${circlePath(programmeId)}/${one.id}`} className={styles.link}>
            <span lang={one.language}>{one.title}</span>
          </TextLink>
          {marks(one) !== '' && <span className={styles.small}>{marks(one)}</span>}
        </>
      ),
    },
    { key: 'topic', title: t('column.topic'), cell: ({ topic }) => sayTopic(reader, topic) },
    { key: 'language', title: t('language'), cell: ({ language }) => t(`language.${language}`) },
    {
      ...{ key: 'answers', title: t('column.answers') },
      cell: ({ answers }) => (answers === 0 ? t('answers.none') : answers),
    },
    { key: 'day', title: t('column.day'), cell: ({ on }) => write(Date.parse(on), 'day') },
  ];
}

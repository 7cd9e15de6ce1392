import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { BookOpenRegular } from '@fluentui/react-icons/svg/book-open';
import { useState, type ReactNode } from 'react';
import { regionOf } from '../../platform/words.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { say as sayOfRecruitment } from '../recruitment/words.ts';
import { listStories } from './client.ts';
import { Byline } from './components/byline.tsx';
import type { StoryView } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalL },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
  },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const all = '';

/** Stories that both of a pair agreed to share with everybody here. */
export default function StoriesPage(): ReactNode {
  const t = useSay(say);
  const stories = useQuery({ queryKey: ['stories'], queryFn: listStories });
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      <Loaded of={stories}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={<BookOpenRegular />} title={t('list.none')} text={t('list.none.text')} />
          ) : (
            <Gallery stories={found} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** Filters for what differs: with one language, or all of one side, there is nothing to choose. */
function Gallery({ stories }: { readonly stories: readonly StoryView[] }): ReactNode {
  const t = useSay(say);
  const topicName = useSay(sayOfRecruitment);
  const styles = useStyles();
  const names = new Intl.DisplayNames(regionOf(useLanguage()), { type: 'language' });
  const [side, setSide] = useState(all);
  const [topic, setTopic] = useState(all);
  const [language, setLanguage] = useState(all);
  const shown = stories.filter(
    (one) =>
      (side === all || one.authorSide === side) &&
      (topic === all || one.topics.some((about) => about === topic)) &&
      (language === all || one.language === language),
  );
  const clear = (): void => {
    setSide(all);
    setTopic(all);
    setLanguage(all);
  };
  const [sides, languages] = [unique(stories.map((one) => one.authorSide)), unique(stories.map((one) => one.language))];
  const topics = unique(stories.flatMap((one) => one.topics));
  return (
    <>
      <div className={styles.filters}>
        <Filter {...{ label: t('filter.side'), value: side, onChange: setSide }}>
          {sides.map((one) => ({ value: one, label: t(`nameless.${one}`) }))}
        </Filter>
        <Filter {...{ label: t('filter.topic'), value: topic, onChange: setTopic }}>
          {topics.map((one) => ({ value: one, label: topicName(`topic.${one}`) }))}
        </Filter>
        <Filter {...{ label: t('filter.language'), value: language, onChange: setLanguage }}>
          {languages.map((one) => ({ value: one, label: names.of(one) ?? one }))}
        </Filter>
      </div>
      {shown.length === 0 && (
        <Empty
          {...{ title: t('filter.none'), text: t('filter.none.text') }}
          action={<Button onClick={clear}>{t('filter.clear')}</Button>}
        />
      )}
      <ul className={styles.list}>
        {shown.map((story) => (
          <li key={story.id} className={styles.item} lang={story.language}>
            <TextLink to={`/stories/${story.programmeId}/${story.id}`} className={styles.title}>
              {story.title}
            </TextLink>
            <span className={styles.quiet}>
              <Byline story={story} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const unique = <V extends string>(values: readonly V[]): V[] => [...new Set(values)].toSorted();

function Filter(props: {
  readonly label: string;
  readonly value: string;
  onChange(this: void, value: string): void;
  readonly children: readonly { readonly value: string; readonly label: string }[];
}): ReactNode {
  const t = useSay(say);
  if (props.children.length < 2) return undefined;
  return (
    <Select label={props.label} value={props.value} onChange={props.onChange}>
      <option value={all}>{`${props.label}: ${t('filter.all')}`}</option>
      {props.children.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { BookOpenRegular } from '@fluentui/react-icons/svg/book-open';
import type { ReactNode } from 'react';
import { TextLink } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { listStories } from './client.ts';
import { Byline } from './components/byline.tsx';
import { say } from './words.ts';

const useStyles = makeStyles({
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

/** Stories that both of a pair agreed to share with everybody here. */
export default function StoriesPage(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const stories = useQuery({ queryKey: ['stories'], queryFn: listStories });
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      <Loaded of={stories}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon={<BookOpenRegular />} title={t('list.none')} text={t('list.none.text')} />
          ) : (
            <ul className={styles.list}>
              {found.map((story) => (
                <li key={story.id} className={styles.item}>
                  <TextLink to={`/stories/${story.programmeId}/${story.id}`} className={styles.title}>
                    {story.title}
                  </TextLink>
                  <span className={styles.quiet}>
                    <Byline story={story} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

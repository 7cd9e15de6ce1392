import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Bars } from '../../../ui/bars.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useHeadcount } from '../components/sayings.ts';
import { codeText, findTexts } from './client.ts';
import { GivenThemes } from './components/given-themes.tsx';
import { OwnTheme } from './components/own-theme.tsx';
import type { TextsPage, Theme } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  one: { padding: `${tokens.spacingVerticalM} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { margin: 0, maxWidth: '68ch', lineHeight: '1.55', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

type Item = TextsPage['items'][number];

/** For coordinators: open answers as they were told, each to be given themes, and how often each theme comes up. */
export default function ThemesPage({ surveyId }: { readonly surveyId: string }): ReactNode {
  const t = useSay(say);
  const texts = useQuery({ queryKey: ['themes', surveyId], queryFn: () => findTexts(surveyId) });
  return (
    <Page
      title={t('texts.title')}
      lead={t('texts.lead')}
      back={{ to: `/surveys/${surveyId}`, label: texts.data?.title ?? t('texts.back') }}
    >
      <Loaded of={texts}>
        {({ items, themes }) => (
          <>
            {items.length === 0 && (
              <Section>
                <Empty title={t('texts.none')} text={t('texts.none.next')} />
              </Section>
            )}
            {items.map((item) => (
              <TextItem key={item.id} surveyId={surveyId} item={item} themes={themes} />
            ))}
            <Section title={t('own.title')}>
              <OwnTheme />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface ItemProps {
  readonly surveyId: string;
  readonly item: Item;
  readonly themes: readonly Theme[];
}

function TextItem({ surveyId, item, themes }: ItemProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const countOf = useHeadcount();
  const nameOf = (id: string): string => themes.find((one) => one.id === id)?.name ?? id;
  const bars = item.counts.map(({ theme, people }) => {
    const value = people.kind === 'exact' ? people.people : 7;
    return { label: nameOf(theme), value, text: String(countOf(people)) };
  });
  return (
    <Section title={item.question} lead={item.isTold ? t('texts.count', { count: item.texts.length }) : t('texts.few')}>
      {bars.length > 0 && <Bars label={t('texts.often')} bars={bars} />}
      <ul className={styles.list}>
        {item.texts.map(({ text, themes: chosen }, place) => (
          <li key={`${place} ${text}`} className={styles.one}>
            <p className={styles.text} dir="auto">
              {text}
            </p>
            <Coded {...{ surveyId, itemId: item.id, text, themes, chosen }} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface CodedProps {
  readonly surveyId: string;
  readonly itemId: string;
  readonly text: string;
  readonly themes: readonly Theme[];
  readonly chosen: readonly string[];
}

/** What was pressed is seen at once; the numbers follow when it is kept. */
function Coded({ surveyId, itemId, text, themes, chosen }: CodedProps): ReactNode {
  const queries = useQueryClient();
  const keep = async (next: readonly string[]): Promise<void> => {
    await codeText(surveyId, { itemId, text, themes: [...next] });
    await queries.invalidateQueries({ queryKey: ['themes', surveyId] });
  };
  return <GivenThemes label={text.slice(0, 80)} themes={themes} chosen={chosen} keep={keep} />;
}

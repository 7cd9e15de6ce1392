/** Resources by topic: one list to search; coordinators add to it here. */
import { useQuery } from '@tanstack/react-query';
import { Input } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { languages } from '../../../platform/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { ListTools } from '../../../ui/list.tsx';
import { Empty, Loaded, Waiting } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TopicOptions } from '../topics/components/topic-options.tsx';
import { supportTopics } from '../topics/model.ts';
import { sayTopic } from '../topics/words.ts';
import { findResources } from './client.ts';
import { Lines } from './components/lines.tsx';
import type { LinkLine, ResourcesPage } from './model.ts';
import { byTopic, isFound, type Wish } from './rules.ts';
import { say } from './words.ts';

/** For coordinators only. */
const ResourceForm = lazy(async () => ({ default: (await import('./components/resource-form.tsx')).ResourceForm }));

export default function ResourcesPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['resources', programmeId], queryFn: () => findResources(programmeId) });
  const [writing, setWriting] = useState<LinkLine | 'new'>();
  const page = found.data;
  const back = page?.mayWrite
    ? { to: `/programmes/${programmeId}/training`, label: t('back.team') }
    : { to: '/', label: t('back.mine') };
  return (
    <Page
      title={t('title')}
      lead={page && t(page.mayWrite ? 'lead.team' : 'lead', { programme: page.programmeName })}
      back={back}
      {...(page?.mayWrite && writing === undefined
        ? {
            action: (
              <Button appearance="primary" onClick={() => setWriting('new')}>
                {t('add')}
              </Button>
            ),
          }
        : {})}
      narrow
    >
      <Loaded of={found}>
        {(one) => (
          <>
            {writing !== undefined && (
              <Suspense fallback={<Waiting lines={6} />}>
                <ResourceForm
                  key={writing === 'new' ? one.nextId : writing.id}
                  {...{ programmeId, nextId: one.nextId }}
                  line={writing === 'new' ? undefined : writing}
                  onDone={() => setWriting(undefined)}
                />
              </Suspense>
            )}
            <List {...{ programmeId, page: one }} onChange={setWriting} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface ListProps {
  readonly programmeId: string;
  readonly page: ResourcesPage;
  onChange(this: void, line: LinkLine): void;
}

function List({ programmeId, page, onChange }: ListProps): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  const [wish, setWish] = useState<Wish>({ search: '', topic: undefined, language: undefined });
  const nameOf = (topic: (typeof supportTopics)[number]): string => sayTopic(reader, topic);
  const shown = page.lines.filter((one) => isFound(one, wish, nameOf));
  const there = supportTopics.filter((topic) => page.lines.some((one) => one.topic === topic));
  return (
    <>
      <ListTools found={t('found', { count: shown.length })}>
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={wish.search}
          onChange={(_, { value }) => setWish({ ...wish, search: value })}
        />
        <Select
          label={t('topic')}
          value={wish.topic ?? ''}
          onChange={(topic) => setWish({ ...wish, topic: supportTopics.find((one) => one === topic) })}
        >
          <option value="">{t('topic.all')}</option>
          <TopicOptions among={there} />
        </Select>
        <Select
          label={t('language')}
          value={wish.language ?? ''}
          onChange={(language) => setWish({ ...wish, language: languages.find((one) => one === language) })}
        >
          <option value="">{t('language.all')}</option>
          {languages.map((one) => (
            <option key={one} value={one}>
              {t(`language.${one}`)}
            </option>
          ))}
        </Select>
      </ListTools>
      {shown.length === 0 && (
        <Section>
          <Empty title={t('none')} text={t('none.text')} />
        </Section>
      )}
      {byTopic(shown).map(({ topic, lines }) => (
        <Section key={topic ?? 'own'} title={topic ? nameOf(topic) : t('own')}>
          <Lines {...{ programmeId, lines, mayWrite: page.mayWrite, onChange }} />
        </Section>
      ))}
    </>
  );
}

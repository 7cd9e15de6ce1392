/** The proposed pairs: searched, sorted, filtered; each opens with all that it rests on. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { DataList, type Column } from '../../../ui/list.tsx';
import { Empty } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { Select } from '../../../ui/select.tsx';
import { strengths } from '../model.ts';
import type { PairLine, Workbench } from '../proposals/model.ts';
import { say, sayReasons } from '../words.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalL },
  filter: { flex: '1 1 200px', maxWidth: '320px' },
});

const shows = ['all', ...strengths, 'chosen', 'not-first'] as const;
type Show = (typeof shows)[number];

function isShown(show: Show, one: PairLine): boolean {
  if (show === 'all') return true;
  if (show === 'chosen') return one.chosen;
  return show === 'not-first' ? !one.firstChoice : one.strength === show;
}

export interface PairListProps {
  readonly bench: Workbench;
  readonly onOpen: (pair: PairLine) => void;
}

export function PairList({ bench, onOpen }: PairListProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { pairs, people } = bench;
  const [show, setShow] = useState<Show>('all');
  const [site, setSite] = useState('');
  const siteOf = (id: string): string => people[id]?.site ?? '';
  const sites = useMemo(
    () => [...new Set(pairs.map((one) => people[one.menteeId]?.site ?? ''))].filter(Boolean).toSorted(),
    [pairs, people],
  );
  const rows = useMemo(
    () => pairs.filter((one) => isShown(show, one) && (site === '' || people[one.menteeId]?.site === site)),
    [pairs, people, show, site],
  );
  const columns = useColumns(bench, siteOf, onOpen);
  const empty = <Empty title={t('list.none')} text={t(pairs.length > 0 ? 'list.filtered' : 'list.none.text')} />;
  return (
    <Section title={t('list.title')}>
      {pairs.length > 1 && (
        <div className={styles.filters}>
          <div className={styles.filter}>
            <Select
              label={t('list.show')}
              value={show}
              onChange={(value) => setShow(shows.find((one) => one === value) ?? 'all')}
            >
              {shows.map((one) => (
                <option key={one} value={one}>
                  {t(`show.${one}`)}
                </option>
              ))}
            </Select>
          </div>
          <div className={styles.filter}>
            <Select label={t('list.site')} value={site} onChange={setSite}>
              <option value="">{t('list.allSites')}</option>
              {sites.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </div>
        </div>
      )}
      <DataList
        label={t('list.title')}
        rows={rows}
        columns={columns}
        rowKey={(one) => one.menteeId}
        empty={empty}
        first={20}
      />
    </Section>
  );
}

function useColumns(
  { pairs, people }: Workbench,
  siteOf: (id: string) => string,
  onOpen: (pair: PairLine) => void,
): Column<PairLine>[] {
  const t = useSay(say);
  const language = useLanguage();
  const nameOf = (id: string): string => people[id]?.name ?? '…';
  const taken = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { mentorId } of pairs) counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1);
    return counts;
  }, [pairs]);
  const placesOf = ({ mentorId, places = 1 }: PairLine): string | undefined =>
    places > 1 ? t('list.places', { taken: taken.get(mentorId) ?? 0, places }) : undefined;
  const why = (one: PairLine): string => sayReasons(language, one.reasons).slice(0, -1).join('; ');
  const searched = (id: string): string => `${nameOf(id)} ${people[id]?.department ?? ''} ${siteOf(id)}`;
  return [
    {
      ...{ key: 'mentee', title: t('list.mentee') },
      text: (one) => searched(one.menteeId),
      sort: (one) => nameOf(one.menteeId),
      cell: (one) => <Person name={nameOf(one.menteeId)} job={people[one.menteeId]?.jobTitle} />,
    },
    {
      ...{ key: 'mentor', title: t('list.mentor') },
      text: (one) => searched(one.mentorId),
      sort: (one) => nameOf(one.mentorId),
      cell: (one) => (
        <>
          <Person name={nameOf(one.mentorId)} job={people[one.mentorId]?.jobTitle} />
          {placesOf(one)}
        </>
      ),
    },
    {
      ...{ key: 'strength', title: t('list.strength'), sort: (one) => strengths.indexOf(one.strength) },
      text: (one) => t(`strength.${one.strength}`),
      cell: (one) => `${t(`strength.${one.strength}`)}${one.chosen ? ` (${t('list.chosen')})` : ''}`,
    },
    { key: 'why', title: t('list.why'), text: why, cell: why },
    {
      ...{ key: 'open', title: t('list.open') },
      cell: (one) => (
        <Button
          aria-label={`${t('list.open')}: ${t('detail.title', { mentee: nameOf(one.menteeId), mentor: nameOf(one.mentorId) })}`}
          onClick={() => onOpen(one)}
        >
          {t('list.open')}
        </Button>
      ),
    },
  ];
}

/** Heat map of scarce topics by site or language: each level in words, and what would help most. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { loadScarcity } from '../client.ts';
import { heatCuts, type HeatCell, type HeatCut, type HeatHelp, type HeatMap } from '../waiting/model.ts';
import { capital, say, sayList } from '../words.ts';

const useStyles = makeStyles({
  map: { marginTop: tokens.spacingVerticalL },
  cell: {
    display: 'inline-block',
    boxSizing: 'border-box',
    minWidth: '6.5rem',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  level: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  numbers: { display: 'block', fontSize: tokens.fontSizeBase200 },
  short: { backgroundColor: tokens.colorPaletteRedBackground2 },
  'few-mentors': { backgroundColor: tokens.colorPalettePeachBackground2 },
  tight: { backgroundColor: tokens.colorPaletteYellowBackground2 },
  enough: { backgroundColor: tokens.colorPaletteGreenBackground2 },
  few: { color: tokens.colorNeutralForeground3 },
});

const rowsFirst = 8;

/** `poolId`: what else the pool is known by, so that another proposal is looked at anew. */
export function ScarcitySection(props: { readonly programmeId: string; readonly poolId: string }): ReactNode {
  const t = useSay(say);
  const [cut, setCut] = useState<HeatCut>('site');
  const { programmeId, poolId } = props;
  const found = useQuery({
    queryKey: ['scarcity', programmeId, poolId],
    queryFn: () => loadScarcity(programmeId),
  });
  return (
    <Section title={t('heat.title')} lead={t('heat.lead')}>
      <Select
        label={t('heat.choose')}
        value={cut}
        onChange={(value) => setCut(heatCuts.find((one) => one === value) ?? 'site')}
      >
        {heatCuts.map((one) => (
          <option key={one} value={one}>
            {t('fair.by', { cut: t(`cut.${one}`) })}
          </option>
        ))}
      </Select>
      <Loaded of={found}>{(maps) => <OneMap key={cut} map={maps[cut]} cut={cut} />}</Loaded>
    </Section>
  );
}

interface MapProps {
  readonly map: HeatMap;
  readonly cut: HeatCut;
}

function OneMap({ map, cut }: MapProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.map}>
      <DataList
        label={t('heat.title')}
        rows={map.rows}
        columns={useColumns({ map, cut })}
        rowKey={({ topic }) => topic}
        empty={<Empty title={t('heat.none')} text={t('heat.none.text')} />}
        first={rowsFirst}
      />
      {map.rows.length > 0 && (
        <>
          <Helps map={map} cut={cut} />
          <p>
            {t(`heat.${cut}`)} {t('heat.small')}
          </p>
        </>
      )}
    </div>
  );
}

type Row = HeatMap['rows'][number];

function useColumns({ map, cut }: MapProps): Column<Row>[] {
  const t = useSay(say);
  const language = useLanguage();
  const columnName = useColumnName(cut);
  const topic = (row: Row): string => sayList(language, 'topic', [row.topic]);
  return [
    { key: 'topic', title: t('heat.topic'), text: topic, sort: topic, cell: topic },
    { key: 'everybody', title: t('heat.everybody'), cell: ({ everybody }) => <Cell cell={{ level: everybody }} /> },
    ...map.columns.map((column, at) => ({
      ...{ key: `of ${column}`, title: columnName(column) },
      cell: ({ cells }: Row) => cells[at] && <Cell cell={cells[at]} />,
    })),
  ];
}

function useColumnName(cut: HeatCut): (column: string) => string {
  const language = useLanguage();
  return (column) => (cut === 'language' && column !== '' ? capital(sayList(language, 'spoken', [column])) : column);
}

function Cell({ cell: { level, numbers } }: { readonly cell: HeatCell }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.cell, styles[level])}>
      <span className={styles.level}>{t(`heat.level.${level}`)}</span>
      {numbers && <span className={styles.numbers}>{t('heat.numbers', numbers)}</span>}
    </span>
  );
}

function Helps({ map: { helps }, cut }: MapProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const columnName = useColumnName(cut);
  const sentence = ({ topic, column, mentors }: HeatHelp): string => {
    const where = column === undefined ? 'everybody' : cut;
    const told = { topic: sayList(language, 'topic', [topic]), column: columnName(column ?? '') };
    return mentors === undefined ? t(`heat.more.${where}`, told) : t(`heat.help.${where}`, { ...told, mentors });
  };
  if (helps.length === 0) return <p>{t('heat.nowhere')}</p>;
  return (
    <>
      <h3>{t('heat.helps')}</h3>
      <ul>
        {helps.map((one) => (
          <li key={`${one.topic} ${one.column}`}>{sentence(one)}</li>
        ))}
      </ul>
    </>
  );
}

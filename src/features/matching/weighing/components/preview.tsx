/** What the weights would do to a sample, computed by the server a moment after the last move; outdated answers are dropped. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Waiting } from '../../../../ui/loaded.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { useSettled } from '../../../../ui/settled.ts';
import { regionOf } from '../../../../platform/words.ts';
import type { Aims } from '../../model.ts';
import { say as sayMatching } from '../../words.ts';
import { loadPreview } from '../client.ts';
import { isShare, type Preview } from '../trying/model.ts';
import { say } from '../words.ts';

/** So long nothing moved: a slider that is pulled asks once. */
const settleMs = 150;

interface PreviewProps {
  readonly programmeId: string;
  readonly aims: Aims;
}

export function PreviewOf({ programmeId, aims }: PreviewProps): ReactNode {
  const t = useSay(say);
  const { equalBy: _, ...tried } = useSettled(aims, settleMs);
  const found = useQuery({
    queryKey: ['matching-preview', programmeId, tried],
    queryFn: async () => ({ preview: await loadPreview(programmeId, tried), of: tried }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { data, error, refetch } = found;
  const people = data?.preview.tried && { mentees: data.preview.mentees, mentors: data.preview.mentors };
  return (
    <Section title={t('preview.title')} lead={people && t('preview.lead', people)}>
      {error && (
        <Notice intent="warning" actions={<Button onClick={() => void refetch()}>{t('preview.again')}</Button>}>
          {t('preview.failed')}
        </Notice>
      )}
      {!error && !data && <Waiting />}
      {!error && data && <Tried preview={data.preview} of={data.of} />}
    </Section>
  );
}

interface TriedProps {
  readonly preview: Preview;
  readonly of: Pick<Aims, 'preset' | 'own'>;
}

const Tried = memo(function Tried({ preview: { tried, mentees }, of }: TriedProps): ReactNode {
  const t = useSay(say);
  const tMatching = useSay(sayMatching);
  const written = useWritten();
  const styles = useStyles();
  const preset = tMatching(`preset.${of.preset}`);
  if (!tried) return <p>{t('preview.few')}</p>;
  const { moved, matched, effects } = tried;
  const sum = moved === 0 ? t('preview.none', { preset }) : t('preview.moved', { percent: moved, preset });
  return (
    <>
      <output className={styles.sum}>{of.own ? sum : t('preview.standing', { preset })}</output>
      <ul className={styles.lines}>
        <Line label={t('preview.matched')} full={mentees} {...matched} written={(one) => String(one)} />
        {effects.map(({ figure, before, after }) => (
          <Line
            key={figure}
            label={t(`figure.${figure}`)}
            full={isShare(figure) ? 100 : inCommonMost}
            {...{ before, after }}
            written={(one) => written(one, isShare(figure))}
          />
        ))}
      </ul>
    </>
  );
});

/** People choose five values. */
const inCommonMost = 5;

function useWritten(): (value: number, isPercent: boolean) => string {
  const t = useSay(say);
  const region = regionOf(useLanguage());
  return (value, isPercent) => {
    const number = value.toLocaleString(region, isPercent ? {} : { minimumFractionDigits: 1 });
    return isPercent ? t('preview.percent', { value: number }) : number;
  };
}

interface LineProps {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly full: number;
  written(this: void, value: number): string;
}

/** The thin bar is how it was, the thick one how it would be. */
function Line({ label, before, after, full, written }: LineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const change = { before: written(before), after: written(after) };
  const bar = (value: number, look: string): ReactNode => (
    <div className={mergeClasses(styles.bar, look)} style={{ width: `${Math.min(100, (100 * value) / full)}%` }} />
  );
  return (
    <li className={styles.line}>
      <span>{label}</span>
      <span className={styles.value}>{before === after ? change.after : t('preview.change', change)}</span>
      <div className={styles.track} aria-hidden>
        {bar(before, styles.before)}
        {bar(after, styles.after)}
      </div>
    </li>
  );
}

const useStyles = makeStyles({
  sum: { display: 'block', marginBottom: tokens.spacingVerticalL },
  lines: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    listStyleType: 'none',
  },
  value: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
  },
  track: {
    gridColumn: '1 / -1',
    marginTop: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  bar: { transitionProperty: 'width', transitionDuration: tokens.durationFast },
  before: { height: '3px', backgroundColor: tokens.colorNeutralForeground3 },
  after: { height: '7px', backgroundColor: tokens.colorCompoundBrandBackground },
});

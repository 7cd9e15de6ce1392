/** Up to three bars for each skill, with their values and a sentence beside them; the same as a table at a press. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { DataList } from '../../../../ui/list.tsx';
import { say as sayUi } from '../../../../ui/words.ts';
import type { Part } from '../model.ts';
import { turnOf, type SkillProfile } from '../profile/rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  skills: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, margin: 0, padding: 0 },
  skill: { listStyleType: 'none' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, overflowWrap: 'anywhere' },
  word: { color: tokens.colorNeutralForeground2 },
  bars: { margin: 0, padding: 0 },
  bar: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    marginBottom: tokens.spacingVerticalXS,
  },
  value: { fontVariantNumeric: 'tabular-nums' },
  track: {
    gridColumn: '1 / -1',
    height: '10px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  filled: {
    height: '100%',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  last: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  said: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
  foot: { marginTop: tokens.spacingVerticalM },
});

/** What was before stands above what is now. */
const order: readonly Part[] = ['before', 'back', 'now'];

export function SkillBars({ profile }: { readonly profile: readonly SkillProfile[] }): ReactNode {
  const styles = useStyles();
  const t = useSay(sayUi);
  const [asTable, setAsTable] = useState(false);
  return (
    <div>
      {asTable ? <SkillTable profile={profile} /> : <SkillList profile={profile} />}
      <div className={styles.foot}>
        <Button onClick={() => setAsTable(!asTable)}>{t(asTable ? 'bars.bars' : 'bars.table')}</Button>
      </div>
    </div>
  );
}

function SkillList({ profile }: { readonly profile: readonly SkillProfile[] }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  return (
    <ul className={styles.skills} aria-label={t('profile.label')}>
      {profile.map((one) => (
        <li key={one.skill.id} className={styles.skill}>
          <div className={styles.head}>
            <h3 className={styles.name}>{one.skill.name}</h3>
            <span className={styles.word}>{t(one.level ? `level.${one.level}` : 'unsaid.short')}</span>
          </div>
          <Bars profile={one} />
          <Said profile={one} />
        </li>
      ))}
    </ul>
  );
}

function Bars({ profile: { skill, means } }: { readonly profile: SkillProfile }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const shown = order.flatMap((part) => (means[part] === undefined ? [] : [{ part, mean: means[part] }]));
  const last = shown.at(-1)?.part;
  if (shown.length === 0) return null;
  return (
    <ul className={styles.bars} aria-label={skill.name}>
      {shown.map(({ part, mean }) => (
        <li key={part} className={styles.bar}>
          <span>{t(`part.${part}`)}</span>
          <span className={styles.value}>{t('value', { mean })}</span>
          <div className={styles.track} aria-hidden>
            <div
              className={mergeClasses(styles.filled, part === last && styles.last)}
              style={{ width: `${(mean / 5) * 100}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Both ways of comparing together: each alone would mislead. */
function Said({ profile: { means } }: { readonly profile: SkillProfile }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const { before, back, now } = means;
  if (now === undefined) return null;
  const said = [
    ...(before === undefined ? [] : [t(`turn.${turnOf(before, now)}`)]),
    ...(back === undefined ? [] : [t(`look.${turnOf(back, now)}`)]),
  ];
  return said.length > 0 && <p className={styles.said}>{said.join(' ')}</p>;
}

function SkillTable({ profile }: { readonly profile: readonly SkillProfile[] }): ReactNode {
  const t = useSay(say);
  const isSaid = (part: Part): boolean => profile.some(({ means }) => means[part] !== undefined);
  const columns: readonly Column<SkillProfile>[] = [
    { key: 'skill', title: t('column.skill'), cell: ({ skill }) => skill.name },
    ...order.filter(isSaid).map((part): Column<SkillProfile> => ({
      ...{ key: part, title: t(`part.${part}`) },
      cell: ({ means: { [part]: mean } }) => (mean === undefined ? t('unsaid.short') : t('value', { mean })),
    })),
    {
      ...{ key: 'word', title: t('column.word') },
      cell: ({ level }) => t(level ? `level.${level}` : 'unsaid.short'),
    },
  ];
  return (
    <DataList
      label={t('profile.label')}
      rows={profile}
      columns={columns}
      rowKey={({ skill }) => skill.id}
      empty={null}
    />
  );
}

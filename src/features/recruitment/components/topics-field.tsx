/** Topics with a level each: choose, then say how much it matters or how much one knows. */
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChoicesField } from '../../../ui/choices.tsx';
import { useSay } from '../../../ui/language.tsx';
import { topics, type Questionnaire } from '../model.ts';
import { say } from '../words.ts';

type Topics = Questionnaire['sought'];

export interface TopicsFieldProps {
  readonly name: 'sought' | 'offered';
  readonly most: number;
  readonly value: Topics;
  readonly onChange: (value: Topics) => void;
}

const useStyles = makeStyles({
  levels: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalM,
  },
  level: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  select: { '& select': { minHeight: '44px' } },
});

export function TopicsField({ name, most, value, onChange }: TopicsFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const choices = topics
    .map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const choose = (chosen: readonly (typeof topics)[number][]): void =>
    onChange(chosen.map((topic) => value.find((one) => one.topic === topic) ?? { topic, level: 2 }));
  return (
    <div>
      <ChoicesField
        {...{ name, most, choices, label: t(`q.${name}`), hint: t(`q.${name}.hint`), required: true }}
        value={value.map(({ topic }) => topic)}
        onChange={choose}
      />
      <div className={styles.levels}>
        {value.map((one) => (
          <label key={one.topic} className={styles.level}>
            {t(name === 'sought' ? 'q.level' : 'q.level.offered', { topic: t(`topic.${one.topic}`) })}
            <Select
              className={styles.select}
              value={String(one.level)}
              onChange={(_, { value: level }) =>
                onChange(value.map((other) => (other.topic === one.topic ? { ...other, level: Number(level) } : other)))
              }
            >
              {([1, 2, 3] as const).map((level) => (
                <option key={level} value={level}>
                  {t(`level.${level}`)}
                </option>
              ))}
            </Select>
          </label>
        ))}
      </div>
    </div>
  );
}

/** Describes people by rules: within a block everything must fit, any block is enough, and those of the last blocks are left out. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { mostRules, type AudienceCounts } from '../model.ts';
import { say } from '../words.ts';
import { newRule, type RuleDraft, type RulesDraft } from './draft.ts';
import { RuleFields } from './rule-fields.tsx';

const useStyles = makeStyles({
  blocks: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  block: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  everybody: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface RulesBuilderProps {
  readonly value: RulesDraft;
  onChange(this: void, next: RulesDraft): void;
  readonly counts: AudienceCounts;
}

export function RulesBuilder({ value, onChange, counts }: RulesBuilderProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { any, except } = value;
  const block = (side: 'any' | 'except', at: number, title: string): ReactNode => (
    <Block
      key={`${side}.${at}`}
      name={`audience.${side}.${at}`}
      {...{ title, counts, value: value[side][at] ?? newRule }}
      set={(part) =>
        onChange({ ...value, [side]: value[side].map((one, place) => (place === at ? { ...one, ...part } : one)) })
      }
      {...(any.length + except.length > 1
        ? { onDrop: () => onChange({ ...value, [side]: value[side].filter((_, place) => place !== at) }) }
        : {})}
    />
  );
  return (
    <div className={styles.blocks} ref={holdEnter}>
      {any.length === 0 && <p className={styles.everybody}>{t('rule.everybody')}</p>}
      {any.map((_, at) => block('any', at, t(at === 0 ? 'rule.first' : 'rule.more')))}
      {except.map((_, at) => block('except', at, t('rule.except')))}
      <div className={styles.actions}>
        {any.length < mostRules && (
          <Button onClick={() => onChange({ ...value, any: [...any, newRule] })}>{t('rule.add')}</Button>
        )}
        {except.length < mostRules && (
          <Button onClick={() => onChange({ ...value, except: [...except, newRule] })}>{t('rule.addExcept')}</Button>
        )}
      </div>
    </div>
  );
}

interface BlockProps {
  readonly name: string;
  readonly title: string;
  readonly value: RuleDraft;
  set(this: void, part: Partial<RuleDraft>): void;
  onDrop?(this: void): void;
  readonly counts: AudienceCounts;
}

function Block({ title, onDrop, ...fields }: BlockProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {onDrop && (
          <Button appearance="subtle" aria-label={t('rule.drop.of', { title })} onClick={onDrop}>
            {t('rule.drop')}
          </Button>
        )}
      </div>
      <RuleFields {...fields} />
    </section>
  );
}

/** Enter in a field in which one searches would send the form around it. */
export function holdEnter(element: HTMLElement | null): (() => void) | undefined {
  const hold = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  element?.addEventListener('keydown', hold);
  return () => element?.removeEventListener('keydown', hold);
}

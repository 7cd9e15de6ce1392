/** Fields in which one chooses: one of some, several, at most so many, yes or no. */
import { Checkbox, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import type { Language } from '../platform/words.ts';
import { useFieldProblem } from './form.tsx';
import { FieldFrame, FieldGroup, FieldProblem, useChange, type FieldProps } from './frame.tsx';
import { useSay } from './language.tsx';
import { Select } from './select.tsx';
import { say } from './words.ts';

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
}

const useStyles = makeStyles({
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, fontWeight: 'normal' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    columnGap: tokens.spacingHorizontalL,
  },
  // Fluent aligns the box with the first line of a label; at our height both stand in the middle.
  // A name in a label may be longer than there is room, and without a place to break.
  target: {
    ...{ minHeight: '44px', alignItems: 'center', overflowWrap: 'anywhere' },
    '& > div': { alignSelf: 'center' },
  },
});

export interface ChoiceFieldProps<V extends string> extends FieldProps<V | undefined> {
  readonly choices: readonly Choice<V>[];
  /** Of what the choices say, where it is not that of the page. */
  readonly choicesIn?: Language;
}

/** A list cuts off what is longer, on a phone at least. */
const longestInList = 60;

/** One of some: all to be seen up to six, folded into a list from seven on, unless they are sentences or have a hint, which a list would hide. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const change = useChange(props);
  const choose = (value: string): void => change(props.choices.find((choice) => choice.value === value)?.value);
  if (
    props.choices.length > 6 &&
    props.choices.every(({ label, hint }) => hint === undefined && label.length <= longestInList)
  )
    return (
      <FieldFrame {...props}>
        <Select value={props.value ?? ''} onChange={choose}>
          <option value="">{t('form.chooseOne')}</option>
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value} lang={props.choicesIn}>
              {choice.label}
            </option>
          ))}
        </Select>
      </FieldFrame>
    );
  return (
    <FieldFrame {...props}>
      <RadioGroup name={props.name} value={props.value ?? ''} onChange={(_, { value }) => choose(value)}>
        {props.choices.map((choice) => (
          <Radio
            key={choice.value}
            className={styles.target}
            value={choice.value}
            label={{ children: <ChoiceLabel {...choice} />, lang: props.choicesIn }}
          />
        ))}
      </RadioGroup>
    </FieldFrame>
  );
}

function ChoiceLabel({ label, hint }: Choice): ReactNode {
  const styles = useStyles();
  if (hint === undefined) return label;
  return (
    <>
      {label}
      <br />
      <span className={styles.small}>{hint}</span>
    </>
  );
}

export interface ChoicesFieldProps<V extends string> extends FieldProps<readonly V[]> {
  readonly choices: readonly Choice<V>[];
  /** Choose at most so many; the others are closed when they are reached. */
  readonly most?: number;
}

/** Several of some, in the order in which they are offered. */
export function ChoicesField<V extends string>(props: ChoicesFieldProps<V>): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [problem] = useFieldProblem(props.name);
  const change = useChange(props);
  const isFull = props.most !== undefined && props.value.length >= props.most;
  const choose = (value: V, isChosen: boolean): void => {
    const chosen = new Set(props.value);
    if (isChosen) chosen.add(value);
    else chosen.delete(value);
    change(props.choices.map((choice) => choice.value).filter((one) => chosen.has(one)));
  };
  const counter = props.most === undefined ? undefined : { chosen: props.value.length, most: props.most };
  const hint = (
    <>
      {props.hint} {counter && <output>{t('form.chosen', counter)}</output>}
    </>
  );
  return (
    <FieldGroup {...props} hint={hint}>
      <div className={styles.columns}>
        {props.choices.map((choice) => (
          <Checkbox
            key={choice.value}
            className={styles.target}
            name={props.name}
            checked={props.value.includes(choice.value)}
            disabled={isFull && !props.value.includes(choice.value)}
            aria-invalid={problem !== undefined}
            label={<ChoiceLabel {...choice} />}
            onChange={(_, { checked }) => choose(choice.value, checked === true)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One thing to tick, such as a consent: never ticked beforehand. */
export function TickField(props: FieldProps<boolean>): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [problem] = useFieldProblem(props.name);
  const change = useChange(props);
  return (
    <div>
      <Checkbox
        className={styles.target}
        name={props.name}
        checked={props.value}
        aria-invalid={problem !== undefined}
        {...(problem === undefined ? {} : { 'aria-describedby': id })}
        label={<ChoiceLabel value="" label={props.label} {...(props.hint === undefined ? {} : { hint: props.hint })} />}
        onChange={(_, { checked }) => change(checked === true)}
      />
      {problem !== undefined && <FieldProblem id={id}>{problem}</FieldProblem>}
    </div>
  );
}

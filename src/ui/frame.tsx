/** What stands around a control: label, hint and problem; as Fluent's Field for one control, as `fieldset` for several. */
import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactElement, type ReactNode } from 'react';
import { useFieldProblem } from './form.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

export interface FieldProps<T> {
  /** The path of the field in what is sent (`answers.hours`): a problem with that name is shown here. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly value: T;
  onChange(this: void, value: T): void;
}

const useStyles = makeStyles({
  label: { fontWeight: tokens.fontWeightSemibold },
  optional: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  group: { minWidth: 0, margin: 0, padding: 0, border: 'none' },
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, fontWeight: 'normal' },
  problem: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

/** Label, hint and problem around one control; fields that may be left out say so, the others need no star. */
export function FieldFrame(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean | undefined;
  /** What is looked for is no answer: it says nothing of being left out. */
  readonly type?: string | undefined;
  readonly children: ReactElement;
}): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [problem] = useFieldProblem(props.name);
  const label = (
    <>
      {props.label}
      {!props.required && props.type !== 'search' && <span className={styles.optional}> ({t('form.optional')})</span>}
    </>
  );
  return (
    <Field
      label={{ children: label, size: 'large', className: styles.label }}
      {...(props.hint === undefined ? {} : { hint: { children: props.hint } })}
      {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
    >
      {props.children}
    </Field>
  );
}

/** A group of controls with its legend, hint and problem, as `fieldset` and not as Fluent's Field, which labels one control. */
export function FieldGroup(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly required?: boolean | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const id = useId();
  const [problem] = useFieldProblem(props.name);
  return (
    <fieldset className={styles.group} aria-describedby={id} data-invalid={problem !== undefined}>
      <legend className={styles.legend}>
        {props.label}
        {!props.required && <span className={styles.optional}> ({t('form.optional')})</span>}
      </legend>
      <div id={id}>
        {props.hint !== undefined && <div className={styles.small}>{props.hint}</div>}
        {problem !== undefined && <FieldProblem>{problem}</FieldProblem>}
      </div>
      {props.children}
    </fieldset>
  );
}

/** The sentence of a problem, read out when it comes. */
export function FieldProblem({ id, children }: { readonly id?: string; readonly children: string }): ReactNode {
  return (
    <div id={id} className={useStyles().problem} role="alert">
      {children}
    </div>
  );
}

/** Tells the form that the field changed, then the page. */
export function useChange<T>(props: FieldProps<T>): (value: T) => void {
  const [, touched] = useFieldProblem(props.name);
  return (value) => {
    touched();
    props.onChange(value);
  };
}

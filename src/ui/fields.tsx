/** Fields in which one writes: a line, a text with a counter, a number, a day; at a size that thumbs can hit. */
import { Input, makeStyles, mergeClasses, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FieldFrame, useChange, type FieldProps } from './frame.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

const useStyles = makeStyles({
  input: { minHeight: '44px', width: '100%', maxWidth: '480px' },
  short: { maxWidth: '200px' },
  text: { '& textarea': { minHeight: '120px' } },
});

export interface TextFieldProps extends FieldProps<string> {
  /** The most characters that the server takes. */
  readonly most?: number;
  readonly type?: 'text' | 'email' | 'time' | 'url' | 'tel' | 'search';
}

export function TextField(props: TextFieldProps): ReactNode {
  const styles = useStyles();
  const change = useChange(props);
  return (
    <FieldFrame {...props} hint={<Hint {...props} />}>
      <Input
        className={styles.input}
        size="large"
        type={props.type ?? 'text'}
        name={props.name}
        value={props.value}
        aria-required={props.required === true}
        onChange={(_, { value }) => change(value)}
      />
    </FieldFrame>
  );
}

/** A text of several lines; with `most` it counts, and lets the person go on typing: nothing pasted is cut off unseen. */
export function LongTextField(props: TextFieldProps): ReactNode {
  const styles = useStyles();
  const change = useChange(props);
  return (
    <FieldFrame {...props} hint={<Hint {...props} />}>
      <Textarea
        className={styles.text}
        size="large"
        resize="vertical"
        name={props.name}
        value={props.value}
        aria-required={props.required === true}
        onChange={(_, { value }) => change(value)}
      />
    </FieldFrame>
  );
}

/** The hint, and when the end comes near how much is left. */
function Hint({ hint, most, value }: Pick<TextFieldProps, 'hint' | 'most' | 'value'>): ReactNode {
  const t = useSay(say);
  const left = most === undefined ? undefined : most - value.length;
  const isNear = most !== undefined && left !== undefined && left <= Math.max(20, most / 5);
  if (!isNear) return hint;
  const count = left < 0 ? t('form.tooLong', { over: -left }) : t('form.characters', { left });
  return (
    <>
      {hint} <output>{count}</output>
    </>
  );
}

export interface NumberFieldProps extends FieldProps<number | undefined> {
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
}

export function NumberField(props: NumberFieldProps): ReactNode {
  const styles = useStyles();
  const change = useChange(props);
  return (
    <FieldFrame {...props}>
      <Input
        className={mergeClasses(styles.input, styles.short)}
        size="large"
        type="number"
        inputMode="numeric"
        name={props.name}
        {...{ min: props.least, max: props.most, step: props.step }}
        value={props.value === undefined ? '' : String(props.value)}
        aria-required={props.required === true}
        onChange={(_, { value }) => change(value === '' ? undefined : Number(value))}
      />
    </FieldFrame>
  );
}

export interface DateFieldProps extends FieldProps<string> {
  readonly least?: string;
  readonly most?: string;
}

/** A day as `2026-11-24`; empty when none is chosen. */
export function DateField(props: DateFieldProps): ReactNode {
  const styles = useStyles();
  const change = useChange(props);
  return (
    <FieldFrame {...props}>
      <Input
        className={mergeClasses(styles.input, styles.short)}
        size="large"
        type="date"
        name={props.name}
        {...{ min: props.least, max: props.most }}
        value={props.value}
        aria-required={props.required === true}
        onChange={(_, { value }) => change(value)}
      />
    </FieldFrame>
  );
}

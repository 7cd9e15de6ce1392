/** The parts of a story, each under the question that it answers. */
import type { ReactNode } from 'react';
import { LongTextField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import { longestPart, partNames, type Parts } from '../model.ts';
import { say } from '../words.ts';

export function PartFields(props: {
  readonly typed: Parts;
  onChange(this: void, part: Partial<Parts>): void;
}): ReactNode {
  const t = useSay(say);
  return partNames.map((name) => (
    <LongTextField
      key={name}
      {...{ name, label: t(`part.${name}`), most: longestPart, value: props.typed[name] }}
      onChange={(text) => props.onChange({ [name]: text })}
    />
  ));
}

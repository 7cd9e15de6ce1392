/** The themes of one text, kept as they are chosen, one choice after the other; what could not be kept is taken back and says why. */
import { useRef, useState, type ReactNode } from 'react';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { ThemePicker, type PickerProps } from './theme-picker.tsx';

interface GivenProps extends Omit<PickerProps, 'onChange'> {
  keep(this: void, chosen: readonly string[]): Promise<unknown>;
}

export function GivenThemes({ chosen, keep, ...picker }: GivenProps): ReactNode {
  const [shown, setShown] = useState(chosen);
  const wanted = useRef(chosen);
  const kept = useRef(chosen);
  const { start, problem } = useOnce(async () => {
    try {
      while (kept.current !== wanted.current) {
        const next = wanted.current;
        await keep(next);
        kept.current = next;
      }
    } catch (error) {
      wanted.current = kept.current;
      setShown(kept.current);
      throw error;
    }
  });
  const change = (next: readonly string[]): void => {
    wanted.current = next;
    setShown(next);
    void start();
  };
  return (
    <>
      <ThemePicker {...picker} chosen={shown} onChange={change} />
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

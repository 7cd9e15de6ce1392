import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Asked } from '../model.ts';

const useStyles = makeStyles({
  asked: { display: 'grid', gap: tokens.spacingVerticalL, marginTop: tokens.spacingVerticalL },
});

/** A scenario or a question: what follows from a choice is said at once, and one may try the others. */
export function AskedStep({ asked }: { readonly asked: Asked }): ReactNode {
  const styles = useStyles();
  const [place, setPlace] = useState<string>();
  const chosen = place === undefined ? undefined : asked.choices[Number(place)];
  return (
    <div className={styles.asked}>
      <ChoiceField
        name="answer"
        label={asked.ask}
        required
        choices={asked.choices.map(({ text }, index) => ({ value: String(index), label: text }))}
        value={place}
        onChange={setPlace}
      />
      {chosen && <Notice intent={chosen.isRight ? 'success' : 'info'}>{chosen.effect}</Notice>}
    </div>
  );
}

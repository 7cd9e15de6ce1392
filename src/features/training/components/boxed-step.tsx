import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Markdown } from '../../../ui/markdown.tsx';
import type { Box } from '../model.ts';

const useStyles = makeStyles({
  box: {
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    breakInside: 'avoid',
  },
});

/** An exercise, or what to take along: set apart from the text. */
export function BoxedStep({ box }: { readonly box: Box }): ReactNode {
  return (
    <div className={useStyles().box}>
      <Markdown text={box.text} />
    </div>
  );
}

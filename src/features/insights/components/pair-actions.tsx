/** Pause, go on and stop, at hand beside each pair. A pause is undone in one press; stopping asks first. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Parting } from '../../pairs/components/parting.tsx';
import type { PairView } from '../../pairs/model.ts';
import { say as sayOfPair } from '../../pairs/parting/words.ts';
import { endPair, pausePair, resumePair } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    flexBasis: '100%',
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
});

export function PairActions({ pair }: { readonly pair: PairView }): ReactNode {
  const t = useSay(say);
  const ofPair = useSay(sayOfPair);
  const styles = useStyles();
  const queries = useQueryClient();
  const named = (what: string): string => `${what}, ${pair.partner.name}`;
  const done = async (told: string): Promise<void> => {
    tell(told);
    await queries.invalidateQueries();
  };
  const change = useOnce(async () => {
    await (pair.state === 'active' ? pausePair(pair) : resumePair(pair));
    await done(ofPair(pair.state === 'active' ? 'page.paused.told' : 'page.resumed.told'));
  });
  if (pair.state !== 'active' && pair.state !== 'paused') return null;
  const pauses = t(pair.state === 'active' ? 'home.pairs.pause' : 'home.pairs.resume');
  return (
    <div className={styles.row}>
      {(pair.state === 'active' || pair.mayGoOn) && (
        <Button
          appearance="subtle"
          aria-label={named(pauses)}
          disabledFocusable={change.busy}
          onClick={() => void change.start()}
        >
          {pauses}
        </Button>
      )}
      <Parting
        title={ofPair('page.end.title')}
        text={ofPair('page.end.text')}
        confirm={ofPair('page.end')}
        trigger={
          <Button appearance="subtle" aria-label={named(t('home.pairs.end'))}>
            {t('home.pairs.end')}
          </Button>
        }
        onConfirm={async (why) => {
          await endPair(pair, why);
          await done(ofPair('page.ended.told'));
        }}
      />
      {change.problem && <FormProblem problem={change.problem} />}
    </div>
  );
}

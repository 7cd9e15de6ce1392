/** Thanks on the page of a pair: say it, read it, keep it between the two, take it back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { PairSectionProps } from '../../pairs/components/sections.tsx';
import { findThanks, hide, takeBack } from '../client.ts';
import type { PairThanks, ThanksView } from '../model.ts';
import { say } from '../words.ts';
import { Picture } from './picture.tsx';
import { SayIt } from './say-it.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    margin: `0 0 ${tokens.spacingVerticalXL}`,
    padding: 0,
  },
  item: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  who: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
});

export default function ThanksSection({ programmeId, pairId, pair }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const queryKey = ['thanks', pairId];
  const found = useQuery({ queryKey, queryFn: () => findThanks(programmeId, pairId) });
  return (
    <Section title={t('section.title')} lead={t('section.lead', { name: found.data?.partner ?? '' })}>
      <Loaded of={found}>
        {(known) => (
          <>
            <Given programmeId={programmeId} known={known} queryKey={queryKey} />
            {(pair.state === 'active' || pair.ending === 'together') && (
              <SayIt {...{ programmeId, pairId, known, queryKey }} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface GivenProps {
  readonly programmeId: string;
  readonly known: PairThanks;
  readonly queryKey: readonly string[];
}

function Given({ programmeId, known, queryKey }: GivenProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (known.thanks.length === 0) return undefined;
  return (
    <ul className={styles.list}>
      {known.thanks.map((one) => (
        <li key={one.id} className={styles.item}>
          <span className={styles.who}>
            {one.mine ? t('section.mine') : t('section.from', { name: known.partner })}
          </span>
          {one.picture && <Picture name={one.picture} />}
          <p className={styles.text}>{one.text}</p>
          {one.shown && <span className={styles.who}>{t('section.shown')}</span>}
          <Doings {...{ programmeId, one, queryKey }} />
        </li>
      ))}
    </ul>
  );
}

function Doings({
  programmeId,
  one,
  queryKey,
}: {
  readonly programmeId: string;
  readonly one: ThanksView;
  readonly queryKey: readonly string[];
}): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const back = useOnce(async () => {
    await (one.mine ? takeBack(programmeId, one.id) : hide(programmeId, one.id));
    await queries.invalidateQueries({ queryKey });
    tell(t(one.mine ? 'section.takenBack' : 'section.hidden'));
  });
  if (!one.mine && !one.shown) return undefined;
  return (
    <>
      <Button appearance="subtle" disabledFocusable={back.busy} onClick={() => void back.start()}>
        {t(one.mine ? 'section.takeBack' : 'section.hide')}
      </Button>
      {back.problem && <FormProblem problem={back.problem} />}
    </>
  );
}

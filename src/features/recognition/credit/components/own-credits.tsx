/** What the programme said to a person, and whether others may read it. Nothing stands here before the first words. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Picture } from '../../components/picture.tsx';
import { findMyCredits, showCredit } from '../client.ts';
import type { OwnCredit } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  who: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
});

export function OwnCredits(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['my-credits'], queryFn: findMyCredits });
  if (!found.data || found.data.length === 0) return undefined;
  return (
    <Section title={t('mine.title')} lead={t('mine.lead')}>
      <ul className={styles.list}>
        {found.data.map((one) => (
          <li key={one.id} className={styles.item}>
            <Words one={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Words({ one }: { readonly one: OwnCredit }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const change = useOnce(async () => {
    await showCredit(one.programmeId, one.id, !one.shows);
    await queries.invalidateQueries({ queryKey: ['my-credits'] });
    tell(t(one.shows ? 'mine.hidden' : 'mine.shown'));
  });
  const doing = t(one.shows ? 'mine.hide' : 'mine.show');
  return (
    <>
      {one.picture && <Picture name={one.picture} />}
      <span className={styles.who}>{t('mine.by', { by: one.byName, programme: one.programmeName })}</span>
      <p className={styles.text}>{one.text}</p>
      {one.gift && (
        <p className={styles.text}>
          {t(`gift.${one.gift.kind}`)}: {one.gift.what}
        </p>
      )}
      {one.mine && (
        <Button
          appearance="subtle"
          aria-label={t('mine.which', { doing, by: one.byName })}
          disabledFocusable={change.busy}
          onClick={() => void change.start()}
        >
          {doing}
        </Button>
      )}
      {change.problem && <FormProblem problem={change.problem} />}
    </>
  );
}

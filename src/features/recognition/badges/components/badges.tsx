/** The own badges with who sees them, those that were declined, and the rules of all. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { RibbonStarRegular } from '@fluentui/react-icons/svg/ribbon-star';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Empty, Loaded } from '../../../../ui/loaded.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { chooseBadge, fetchSigned, findBadges } from '../client.ts';
import { badgeKinds, type BadgeChoice, type BadgeView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '32px', color: tokens.colorBrandForeground1 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: `${tokens.spacingVerticalXXS} 0`, color: tokens.colorNeutralForeground2 },
  hint: { margin: `${tokens.spacingVerticalL} 0 0`, color: tokens.colorNeutralForeground2 },
  presses: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  fold: {
    marginTop: tokens.spacingVerticalL,
    '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' },
  },
  rules: {
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: `0 0 ${tokens.spacingVerticalM}` },
  },
});

export function Badges(): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['badges'], queryFn: findBadges });
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Loaded of={found}>{(all) => <Found all={all} />}</Loaded>
      <Rules />
      <Receipt of="badge" />
    </Section>
  );
}

function Found({ all }: { readonly all: readonly BadgeView[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const wanted = all.filter(({ choice }) => choice !== 'declined');
  const declined = all.filter(({ choice }) => choice === 'declined');
  return (
    <>
      {all.length === 0 && <Empty icon={<RibbonStarRegular />} title={t('none')} text={t('none.text')} />}
      {wanted.length > 0 && (
        <>
          <List badges={wanted} />
          <p className={styles.hint}>{t('signed.hint')}</p>
        </>
      )}
      {declined.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('declined', { count: declined.length })}</summary>
          <List badges={declined} />
        </details>
      )}
    </>
  );
}

function List({ badges }: { readonly badges: readonly BadgeView[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {badges.map((one) => (
        <li key={one.id} className={styles.item}>
          <RibbonStarRegular className={styles.icon} aria-hidden />
          <One badge={one} />
        </li>
      ))}
    </ul>
  );
}

/** What can be chosen next, by what is chosen now. */
const nextOf = { me: ['partner', 'declined'], partner: ['me', 'declined'], declined: ['me'] } as const;

function One({ badge }: { readonly badge: BadgeView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { kind, side, at, choice } = badge;
  const name = t('name', { kind: t(`kind.${kind}`), side: t(`side.${side}`) });
  return (
    <div>
      <h3 className={styles.name}>{name}</h3>
      {at !== undefined && (
        <p className={styles.quiet}>
          {t('since')} <Moment at={at} style="day" />
        </p>
      )}
      {choice !== 'declined' && <p className={styles.quiet}>{t(`choice.${choice}`)}</p>}
      <div className={styles.presses}>
        {nextOf[choice].map((next) => (
          <Choose key={next} {...{ badge, next, name }} />
        ))}
        {choice !== 'declined' && <Signed {...{ badge, name }} />}
      </div>
    </div>
  );
}

interface PressProps {
  readonly badge: BadgeView;
  readonly name: string;
}

function Choose({ badge, next, name }: PressProps & { readonly next: BadgeChoice }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const label = t(badge.choice === 'declined' ? 'do.again' : `do.${next}`);
  const { start, busy, problem } = useOnce(async () => {
    await chooseBadge(badge.id, next);
    await queries.invalidateQueries({ queryKey: ['badges'] });
    tell(t(`did.${next}`));
  });
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button
        appearance={next === 'declined' ? 'subtle' : 'outline'}
        disabledFocusable={busy}
        aria-label={`${label}: ${name}`}
        onClick={() => void start()}
      >
        {label}
      </Button>
    </>
  );
}

function Signed({ badge, name }: PressProps): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useDownload(() => fetchSigned(badge.id));
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button
        appearance="subtle"
        disabledFocusable={busy}
        aria-label={`${t('signed')}: ${name}`}
        onClick={() => void start()}
      >
        {t('signed')}
      </Button>
    </>
  );
}

function Rules(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <details className={styles.fold}>
      <summary>{t('rules')}</summary>
      <p>{t('rules.lead')}</p>
      <dl className={styles.rules}>
        {badgeKinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            <dd>{t(`rule.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { takeBackShared } from '../client.ts';
import { pointOf, type CheckInPage, type Rating } from '../model.ts';
import { say } from '../words.ts';
import { Confided } from './confided.tsx';
import { Differences } from './differences.tsx';

const useStyles = makeStyles({
  said: { margin: `${tokens.spacingVerticalL} 0`, '& dd': { margin: `0 0 ${tokens.spacingVerticalM}` } },
  asked: { color: tokens.colorNeutralForeground2 },
  answered: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface ThanksProps {
  readonly view: CheckInPage;
  /** Nothing when the round is over. */
  onChange?(this: void): void;
  kept(this: void, view: CheckInPage): Promise<void>;
}

/** Thanks, what was said, where the two see it differently if both agreed, and the ways back. */
export function ThanksSection({ view, onChange, kept }: ThanksProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { said } = view;
  const isShared = view.confided !== undefined || (said !== undefined && 'ratings' in said && hasReader(said));
  const { start, busy, problem } = useOnce(async () => {
    await kept(await takeBackShared(view, view.round));
    tell(t(view.confided ? 'confided.gone' : 'thanks.back.done'));
  });
  return (
    <Section>
      <Notice intent="success" title={t('thanks.title')}>
        {t(said?.contact ? 'thanks.contact' : 'thanks.text')}
      </Notice>
      <SaidList view={view} />
      {view.confided && <Confided confided={view.confided} />}
      <Compared view={view} />
      {problem && <FormProblem problem={problem} />}
      <div className={styles.foot}>
        {onChange && <Button onClick={onChange}>{t('thanks.change')}</Button>}
        {isShared && (
          <Button appearance="subtle" disabledFocusable={busy} onClick={() => void start()}>
            {t('thanks.back')}
          </Button>
        )}
      </div>
    </Section>
  );
}

type Rated = Extract<NonNullable<CheckInPage['said']>, { ratings: unknown }>;

const hasReader = ({ share, note, noteFor }: Rated): boolean =>
  share === true || (note !== '' && (noteFor === 'partner' || noteFor === 'coordinator'));

function Compared({ view: { compared, partner } }: { readonly view: CheckInPage }): ReactNode {
  const t = useSay(say);
  if (compared === 'off') return null;
  if (typeof compared === 'string') return <p>{t(`compared.${compared}`, { name: partner.name })}</p>;
  return <Differences items={compared} />;
}

/** What the person said in one round. */
function SaidList({ view: { said, asks, note: open, partner } }: { readonly view: CheckInPage }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  if (!said) return null;
  const sayRating = (value: Rating, isTen: boolean): string =>
    isTen && value !== 'skipped' ? String(value) : t(`point.${pointOf(value)}`);
  const lines: [string, string][] =
    'met' in said
      ? [[t('met.title'), t(`met.${said.met}`)]]
      : [
          ...asks.map(({ id, text, kind }): [string, string] => [
            text,
            sayRating(said.ratings[id] ?? 'skipped', kind === 'zero-ten'),
          ]),
          ...(said.note === ''
            ? []
            : ([
                [open ?? t('note.label'), said.note],
                [t('thanks.shared'), t(`reader.${said.noteFor ?? 'together'}`, { name: partner.name })],
              ] satisfies [string, string][])),
        ];
  return (
    <dl className={styles.said}>
      {lines.map(([asked, answered]) => (
        <div key={asked}>
          <dt className={styles.asked}>{asked}</dt>
          <dd className={styles.answered}>{answered}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A certificate that was made: its papers, the letter to read, who can see it by its link, and taking it back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { fetchPaper, withdraw } from '../client.ts';
import type { CertificateOffer, MadeCertificate, PaperKind } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  presses: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  quiet: { margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground2 },
  fold: { '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' } },
  letter: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
  },
});

interface MadeProps {
  readonly offer: CertificateOffer;
  readonly made: MadeCertificate;
}

export function Made({ offer, made }: MadeProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const dayOf = useMoment('UTC');
  return (
    <>
      {made.state === 'changed' && <Notice intent="warning">{t('changed')}</Notice>}
      <p className={styles.quiet}>{t('made.on', { day: dayOf(Date.parse(made.on), 'day') })}</p>
      <div className={styles.presses}>
        <Fetch {...{ offer, kind: 'certificate' }} />
        <Withdraw offer={offer} />
      </div>
      <p className={styles.quiet}>
        <TextLink to={made.link} className={styles.link}>
          {t('link')}
        </TextLink>
        <br />
        <TextLink to={made.addToProfile} className={styles.link}>
          {t('profile')}
        </TextLink>
        <br />
        {t('profile.hint')}
      </p>
      <details className={styles.fold}>
        <summary>{t('letter.read')}</summary>
        <div className={styles.letter} lang={made.language}>
          {made.letter.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <p className={styles.quiet}>{t('letter.hint')}</p>
        <Fetch {...{ offer, kind: 'letter' }} />
      </details>
    </>
  );
}

function Fetch({ offer, kind }: Pick<MadeProps, 'offer'> & { readonly kind: PaperKind }): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useDownload(() => fetchPaper(offer, kind));
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button
        appearance={kind === 'certificate' ? 'primary' : 'secondary'}
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {t(`get.${kind}`)}
      </Button>
    </>
  );
}

function Withdraw({ offer }: Pick<MadeProps, 'offer'>): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const takeBack = async (): Promise<void> => {
    await withdraw(offer);
    await queries.invalidateQueries({ queryKey: ['certificates'] });
    tell(t('withdrawn'));
  };
  return (
    <Confirm
      {...{ title: t('withdraw.title'), text: t('withdraw.text'), confirm: t('withdraw'), onConfirm: takeBack }}
      trigger={<Button appearance="subtle">{t('withdraw')}</Button>}
    />
  );
}

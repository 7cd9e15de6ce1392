/** The certificates of a person: for each programme that they completed one to make, or the one that was made. */
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Empty, Loaded } from '../../../../ui/loaded.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { findCertificates } from '../client.ts';
import type { CertificateOffer } from '../model.ts';
import { say } from '../words.ts';
import { Made } from './made.tsx';
import { MakeForm } from './make-form.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  name: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  fold: {
    marginTop: tokens.spacingVerticalM,
    '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' },
  },
});

export function Certificates(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['certificates'], queryFn: findCertificates });
  return (
    <Section title={t('section')} lead={t('section.lead')}>
      <Loaded of={found}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={<CertificateRegular />} title={t('none')} text={t('none.text')} />
          ) : (
            <ul className={styles.list}>
              {all.map((one) => (
                <li key={`${one.programmeId}-${one.side}`} className={styles.item}>
                  <One offer={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Receipt of="certificate" />
    </Section>
  );
}

function One({ offer }: { readonly offer: CertificateOffer }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const name = t(`one.${offer.side}`, { programme: offer.all.programme });
  return (
    <section aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      {offer.made ? (
        <>
          <Made offer={offer} made={offer.made} />
          <details className={styles.fold}>
            <summary>{t('remake.title')}</summary>
            <p>{t('remake.lead')}</p>
            <MakeForm offer={offer} />
          </details>
        </>
      ) : (
        <MakeForm offer={offer} />
      )}
    </section>
  );
}

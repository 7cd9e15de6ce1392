/** Whom to call at once: the organisation's own lines first, then those of the country where one works, or of another. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Contact, ContactsPage } from '../model.ts';
import { urgentCountries, urgentCountry, urgentIn, type HelpLine } from '../urgent/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalXL}`, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '44px',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  what: { flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' },
  small: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '28px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  h3: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase400 },
  country: { marginBottom: tokens.spacingVerticalM },
});

/** Without an answer of the server the public lines are there all the same. */
export function Urgent({ contacts }: { readonly contacts: ContactsPage | undefined }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const [chosen, choose] = useState<string>();
  const country = urgentCountry(chosen ?? contacts?.country ?? 'BE');
  const { emergency, lines } = urgentIn(country, language);
  const own = (contacts?.lines ?? []).filter((one) => one.country === undefined || one.country === country);
  return (
    <Section title={t('urgent.title')} lead={t('urgent.lead')}>
      {own.length > 0 && <OwnLines lines={own} />}
      <div className={styles.country}>
        <Select label={t('urgent.country')} value={country} onChange={choose}>
          {urgentCountries.map((one) => (
            <option key={one} value={one}>
              {t('urgent.country')} {t(`country.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <ul className={styles.list}>
        {emergency.map(({ number, what }) => (
          <li key={number} className={styles.line}>
            <span className={styles.what}>{t(`emergency.${what}`)}</span>
            <Number of={number} />
          </li>
        ))}
        {lines.map((one) => (
          <Line key={`${one.name} ${one.number}`} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function OwnLines({ lines }: { readonly lines: readonly Contact[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <>
      <h3 className={styles.h3}>{t('urgent.own')}</h3>
      <ul className={styles.list}>
        {lines.map(({ name, reach }) => (
          <li key={`${name} ${reach}`} className={styles.line}>
            <span className={styles.what}>{name}</span>
            <span className={styles.number}>{reach}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ one }: { readonly one: HelpLine }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const list = new Intl.ListFormat(useLanguage()).format(one.speaks.map((language) => t(`speak.${language}`)));
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        {t(`purpose.${one.what}`)}
        <span className={styles.small}>
          {[one.name, list, ...(one.always ? [t('line.always')] : [])].join(' · ')}
          {one.web !== undefined && (
            <>
              {' · '}
              <TextLink to={one.web} inText>
                {new URL(one.web).hostname}
              </TextLink>
            </>
          )}
        </span>
      </span>
      {one.number !== undefined && <Number of={one.number} />}
    </li>
  );
}

function Number({ of }: { readonly of: string }): ReactNode {
  const styles = useStyles();
  return (
    <TextLink to={`tel:${of.replaceAll(' ', '')}`} className={styles.number}>
      {of}
    </TextLink>
  );
}

/** The papers on data protection, security and accessibility that the reader may have made: in a language, for a country, as a file. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages, regionOf } from '../../../platform/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useDownload } from '../../../ui/download.ts';
import { FormProblem } from '../../../ui/form.tsx';
import { FieldFrame } from '../../../ui/frame.tsx';
import { useRoles } from '../../../ui/roles.ts';
import { useLanguage, useLanguageNames, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { paperFile } from '../client.ts';
import { byCountry, countries, formats, papers, type Format, type PaperName, type PaperQuery } from './model.ts';
import { mayReadPaper } from './policy.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
});

type Wish = Omit<PaperQuery, 'format'>;

export default function PapersPage(): ReactNode {
  const t = useSay(say);
  const [wish, setWish] = useState<Wish>({ language: useLanguage(), country: 'BE' });
  const roles = useRoles();
  return (
    <Page title={t('page.title')} lead={t('page.lead')} back={{ to: '/help', label: t('page.back') }} narrow>
      <WishFields wish={wish} onWish={setWish} />
      {/* What is offered; the server decides by itself. */}
      <Loaded of={roles}>
        {(found) =>
          papers
            .filter((paper) => mayReadPaper({ roles: found }, paper))
            .map((paper) => <OnePaper key={paper} paper={paper} wish={wish} />)
        }
      </Loaded>
    </Page>
  );
}

interface WishProps {
  readonly wish: Wish;
  onWish(this: void, wish: Wish): void;
}

function WishFields({ wish, onWish }: WishProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const nameOfLanguage = useLanguageNames();
  const nameOfCountry = useCountryNames();
  return (
    <Section title={t('page.how')}>
      <div className={styles.row}>
        <FieldFrame name="language" label={t('page.language')} required>
          <Select value={wish.language} onChange={(one) => onWish({ ...wish, ...chosen('language', languages, one) })}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {nameOfLanguage(one)}
              </option>
            ))}
          </Select>
        </FieldFrame>
        <FieldFrame
          name="country"
          label={t('page.country')}
          hint={t('page.country.hint', { list: byCountry.map((paper) => t(`title.${paper}`)).join('; ') })}
          required
        >
          <Select value={wish.country} onChange={(one) => onWish({ ...wish, ...chosen('country', countries, one) })}>
            {countries.map((one) => (
              <option key={one} value={one}>
                {nameOfCountry(one)}
              </option>
            ))}
          </Select>
        </FieldFrame>
      </div>
    </Section>
  );
}

interface PaperProps {
  readonly paper: PaperName;
  readonly wish: Wish;
}

function OnePaper({ paper, wish }: PaperProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t(`title.${paper}`)} lead={t(`page.what.${paper}`)}>
      <div className={styles.row}>
        {formats.map((format) => (
          <PaperButton key={format} paper={paper} wish={wish} format={format} />
        ))}
      </div>
    </Section>
  );
}

function PaperButton({ paper, wish, format }: PaperProps & { readonly format: Format }): ReactNode {
  const t = useSay(say);
  const file = useDownload(() => paperFile(paper, { ...wish, format }));
  const name = t(`page.${format}`);
  return (
    <div>
      <Button
        aria-label={t('page.as', { title: t(`title.${paper}`), format: name })}
        disabledFocusable={file.busy}
        onClick={() => void file.start()}
      >
        {name}
      </Button>
      {file.busy && <output>{t('page.busy')}</output>}
      {file.problem && <FormProblem problem={file.problem} />}
    </div>
  );
}

/** What a list gives back, as one of those it was filled with. */
function chosen<K extends string, V extends string>(key: K, known: readonly V[], value: string) {
  const one = known.find((other) => other === value);
  return one === undefined ? {} : ({ [key]: one } as Readonly<Record<K, V>>);
}

function useCountryNames(): (tag: string) => string {
  const names = new Intl.DisplayNames(regionOf(useLanguage()), { type: 'region' });
  return (tag) => names.of(tag) ?? tag;
}

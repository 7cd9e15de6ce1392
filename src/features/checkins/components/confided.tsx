/** What its writer confided to the advisers: the words, who reads them or has read them, until when, and how to be called instead. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { CheckInPage, Confided as View, NoteReader } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  part: {
    margin: `${tokens.spacingVerticalL} 0`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  head: { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300, lineHeight: '1.4' },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, whiteSpace: 'pre-line', fontWeight: tokens.fontWeightSemibold },
  notice: { margin: `0 0 ${tokens.spacingVerticalM}` },
  line: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2, lineHeight: '1.55' },
});

/** A kind of reader in words; the advisers by their names. */
export function useReader({ partner, advisers }: Pick<CheckInPage, 'partner' | 'advisers'>) {
  const t = useSay(say);
  const list = new Intl.ListFormat(useLanguage()).format(advisers);
  return (reader: NoteReader): string =>
    reader === 'adviser' && advisers.length > 0
      ? t('reader.adviser.names', { count: advisers.length, list })
      : t(`reader.${reader}`, { name: partner.name });
}

export function Confided({ confided }: { readonly confided: View }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const day = useMoment()(confided.goesOn, 'day');
  return (
    <div className={styles.part}>
      <h2 className={styles.head}>{t('confided.title')}</h2>
      <p className={styles.text} dir="auto">
        {confided.text}
      </p>
      <p className={styles.line}>
        <Readers confided={confided} />
      </p>
      {confided.advisers.length === 0 ? (
        <div className={styles.notice}>
          <Notice>{t('confided.unheard', { day })}</Notice>
        </div>
      ) : (
        <p className={styles.line}>{t('confided.goes', { day })}</p>
      )}
      <p className={styles.line}>
        {t('confided.call')}{' '}
        <TextLink to="/private-talk" inText>
          {t('confided.call.link')}
        </TextLink>
      </p>
    </div>
  );
}

function Readers({ confided: { advisers, at, read } }: { readonly confided: View }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const list = new Intl.ListFormat(useLanguage()).format(advisers);
  if (read) return t('confided.read', { name: read.by, day: write(read.at, 'day') });
  return t(advisers.length > 0 ? 'confided.open' : 'confided.waits', { day: write(at, 'day'), list });
}

/** Says in which languages people read a programme's own words in the binding one, and where to write them. */
import type { ReactNode } from 'react';
import type { Language } from '../../../platform/words.ts';
import { TextLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { say } from '../words.ts';

export function Borrowed(props: { readonly programmeId: string; readonly languages: readonly Language[] }): ReactNode {
  const t = useSay(say);
  const listed = new Intl.ListFormat(useLanguage());
  if (props.languages.length === 0) return null;
  const names = props.languages.map((one) => t(`language.${one}`));
  return (
    <Notice intent="info">
      {t('borrowed', { languages: listed.format(names) })}{' '}
      <TextLink to={`/programmes/${props.programmeId}/settings`}>{t('borrowed.write')}</TextLink>
    </Notice>
  );
}

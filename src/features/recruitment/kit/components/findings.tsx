/** What the check found in the words of a call, with what to write instead. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { TextFinding } from '../../checking/model.ts';
import { say } from '../../words.ts';
import { spokenKey } from './texts.tsx';

export function Findings({ findings }: { readonly findings: readonly TextFinding[] }): ReactNode {
  const t = useSay(say);
  if (findings.length === 0) return <Notice intent="success">{t('check.nothing')}</Notice>;
  return (
    <Notice intent="warning" title={t('check.title', { count: findings.length })}>
      <ul>
        {findings.map(({ language, kind, found, instead = '' }) => (
          <li key={`${language} ${kind} ${found}`}>
            {t('check.in', { language: t(spokenKey[language]) })} {t(`check.${kind}`, { found })}{' '}
            {instead !== '' && t('check.instead', { instead })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

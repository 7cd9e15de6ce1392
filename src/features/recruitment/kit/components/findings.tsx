/** What the check found in the words of a call, with what to write instead. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { TextFinding } from '../../checking/model.ts';
import { say } from '../words.ts';

export function Findings({ findings }: { readonly findings: readonly TextFinding[] }): ReactNode {
  const t = useSay(say);
  if (findings.length === 0) return <Notice intent="success">{t('wording.nothing')}</Notice>;
  return (
    <Notice intent="warning" title={t('wording.title', { count: findings.length })}>
      <ul>
        {findings.map(({ language, kind, found, instead = '' }) => (
          <li key={`${language} ${kind} ${found}`}>
            {t('wording.in', { language: t(`spoken.${language}`) })} {t(`wording.${kind}`, { found })}{' '}
            {instead !== '' && t('wording.instead', { instead })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Who is never paired, in words. */
import { memo, type ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { ToldRule } from '../../engine/model.ts';
import { say } from '../words.ts';

/** That nobody is paired with herself needs no saying. */
const told = [
  'capacity',
  'reporting-line',
  'language',
  'meeting',
  'paired-before',
  'private-wishes',
] as const satisfies readonly Exclude<ToldRule, 'self'>[];

export const HardRules = memo(function HardRules(): ReactNode {
  const t = useSay(say);
  return (
    <Section title={t('rules.title')} lead={t('rules.lead')}>
      <ul>
        {told.map((rule) => (
          <li key={rule}>{t(`rule.${rule}`)}</li>
        ))}
      </ul>
    </Section>
  );
});

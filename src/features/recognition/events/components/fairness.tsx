/** How nominations and honours were shared between mentors and mentees: in bands, and nothing under five. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import type { Headcount } from '../../../release/model.ts';
import type { Fairness } from '../model.ts';
import { say } from '../words.ts';

/** A number of people as it is told. */
export function useCount(): (people: Headcount) => string {
  const t = useSay(say);
  return (people) => {
    switch (people.kind) {
      case 'under-5':
        return t('count.under-5');
      case '5-to-9':
        return t('count.5-to-9');
      case 'band':
        return t('count.band', { from: people.from, to: people.to });
      case 'exact':
        return String(people.people);
      default:
        return people satisfies never;
    }
  };
}

export function Shares({ of: one }: { readonly of: Fairness }): ReactNode {
  const t = useSay(say);
  const count = useCount();
  return (
    <ul>
      {(['nominated', 'honoured'] as const).map((what) => (
        <li key={what}>
          {t(`fairness.${what}`, { mentors: count(one[what].mentors), mentees: count(one[what].mentees) })}
        </li>
      ))}
    </ul>
  );
}

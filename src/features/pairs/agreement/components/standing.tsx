/** In one sentence: who has signed, since when it holds, or that it is time to look at it again. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import type { AgreementView } from '../model.ts';
import { say } from '../words.ts';

export function Standing({ found }: { readonly found: AgreementView }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const { now, isDue, partner } = found;
  if (!now) return <p>{t('state.none', { name: partner.name })}</p>;
  const { mineAt, theirsAt } = now;
  const sayOf = (key: 'state.mine' | 'state.theirs' | 'state.both', at: number): ReactNode => (
    <p>{t(key, { name: partner.name, day: write(at, 'day') })}</p>
  );
  if (mineAt !== undefined && theirsAt !== undefined)
    return isDue ? <p>{t('state.due')}</p> : sayOf('state.both', Math.max(mineAt, theirsAt));
  if (mineAt !== undefined) return sayOf('state.mine', mineAt);
  return theirsAt === undefined ? <p>{t('state.nobody')}</p> : sayOf('state.theirs', theirsAt);
}

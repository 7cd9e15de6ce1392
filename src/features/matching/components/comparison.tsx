/** Two drafts beside each other: who would be with somebody else, whom it helps, what it costs; then one of them is used. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { compareProposals, takeProposal } from '../client.ts';
import type { Comparison, Move } from '../comparing/model.ts';
import { WeightsBeside } from '../weighing/components/weights-beside.tsx';
import { say } from '../words.ts';

/** `use`: the one that counts when the button is pressed; without it there is no button. */
export interface Compared {
  readonly before: string;
  readonly after: string;
  readonly use?: string | undefined;
}

export interface ComparisonProps {
  readonly programmeId: string;
  readonly compared: Compared;
  onClose(this: void): void;
}

export function ComparisonSection({ programmeId, compared, onClose }: ComparisonProps): ReactNode {
  const t = useSay(say);
  const { before, after, use } = compared;
  const isBack = use === before;
  const found = useQuery({
    queryKey: ['comparison', before, after],
    queryFn: () => compareProposals(programmeId, before, after),
  });
  const queries = useQueryClient();
  const { start, busy, problem } = useOnce(async () => {
    if (use === undefined) return;
    await takeProposal(programmeId, use);
    tell(t(isBack ? 'compare.back.done' : 'compare.use.done'));
    await queries.invalidateQueries({ queryKey: ['matching', programmeId] });
    onClose();
  });
  return (
    <Section title={t(isBack ? 'compare.changed' : 'compare.title')}>
      <Loaded of={found}>{(one) => <Difference one={one} />}</Loaded>
      {problem && <FormProblem problem={problem} />}
      <p>
        {use !== undefined && (
          <Button appearance={isBack ? 'secondary' : 'primary'} disabledFocusable={busy} onClick={() => void start()}>
            {t(isBack ? 'compare.back' : 'compare.use')}
          </Button>
        )}{' '}
        <Button appearance="subtle" onClick={onClose}>
          {t('compare.close')}
        </Button>
      </p>
    </Section>
  );
}

function Difference({ one }: { readonly one: Comparison }): ReactNode {
  const t = useSay(say);
  const { before, after, cost, better, worse, moves, more } = one;
  const least = (['before', 'after'] as const).map((side) => {
    const found = one[side].everybodyAtLeast;
    return found ? t(`strength.${found}`) : '…';
  });
  return (
    <>
      <p>
        {moves.length === 0
          ? t('compare.same')
          : cost
            ? t('compare.cost', { cost: t(`cost.${cost}`) })
            : t('compare.otherwise')}
      </p>
      <Figures>
        <Figure value={after.matched} label={t('sum.matched')} hint={t('compare.was', { count: before.matched })} />
        <Figure
          value={after.firstChoice}
          label={t('sum.first')}
          hint={t('compare.was', { count: before.firstChoice })}
        />
        <Figure value={moves.length + more} label={t('compare.moves')} />
        {better !== undefined && <Figure value={better} label={t('compare.better')} />}
        {worse !== undefined && <Figure value={worse} label={t('compare.worse')} />}
      </Figures>
      <WeightsBeside before={before} after={after} />
      {cost && least[0] !== least[1] && <p>{t('compare.least', { before: least[0] ?? '', after: least[1] ?? '' })}</p>}
      <Moves one={one} />
      {more > 0 && <p>{t('compare.more', { count: more })}</p>}
    </>
  );
}

function Moves({ one: { moves, people } }: { readonly one: Comparison }): ReactNode {
  const t = useSay(say);
  const nameOf = (id: string): string => people[id]?.name ?? '…';
  const side = (at: Move['from']): string =>
    at ? `${nameOf(at.mentorId)} (${t(`strength.${at.strength}`)})` : t('compare.nobody');
  const columns: Column<Move>[] = [
    {
      ...{ key: 'mentee', title: t('list.mentee'), text: (one) => nameOf(one.menteeId) },
      cell: (one) => nameOf(one.menteeId),
    },
    { key: 'from', title: t('compare.from'), text: (one) => side(one.from), cell: (one) => side(one.from) },
    { key: 'to', title: t('compare.to'), text: (one) => side(one.to), cell: (one) => side(one.to) },
  ];
  return (
    <DataList label={t('compare.moves')} rows={moves} columns={columns} rowKey={(one) => one.menteeId} empty={null} />
  );
}

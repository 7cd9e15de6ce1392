/** How the proposal treats each part of the organisation, before anything is published; and what equal chances would cost. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { loadFairness, orderProposal } from '../client.ts';
import { largeGaps, type CutFigures, type PartFigures, type Share } from '../fairness/model.ts';
import { cuts, type Cut } from '../model.ts';
import type { ShownProposal } from '../proposals/model.ts';
import { capital, say } from '../words.ts';
import { showRun } from './run.tsx';

const useStyles = makeStyles({
  parts: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalL,
  },
});

export function useFairness(proposal: ShownProposal) {
  return useQuery({ queryKey: ['fairness', proposal.id], queryFn: () => loadFairness(proposal) });
}

interface FairnessProps {
  readonly proposal: ShownProposal;
}

export const FairnessSection = memo(function FairnessSection({ proposal }: FairnessProps): ReactNode {
  const t = useSay(say);
  const [cut, setCut] = useState<Cut>('site');
  const found = useFairness(proposal);
  return (
    <Section title={t('fair.title')} lead={t('fair.lead')}>
      <Select
        label={t('fair.choose')}
        value={cut}
        onChange={(value) => setCut(cuts.find((one) => one === value) ?? 'site')}
      >
        {cuts.map((one) => (
          <option key={one} value={one}>
            {t('fair.by', { cut: t(`cut.${one}`) })}
          </option>
        ))}
      </Select>
      <Loaded of={found}>
        {(figures) => {
          const one = figures.find((each) => each.cut === cut) ?? { cut, parts: [], hidden: 0 };
          return <OneCut figures={one} proposal={proposal} isLarge={largeGaps([one]).length > 0} />;
        }}
      </Loaded>
    </Section>
  );
});

interface OneCutProps {
  readonly figures: CutFigures;
  readonly proposal: ShownProposal;
  readonly isLarge: boolean;
}

function OneCut({ figures, proposal, isLarge }: OneCutProps): ReactNode {
  const t = useSay(say);
  const { cut, parts, hidden, gap } = figures;
  const empty = <Empty title={t('fair.none')} text={t('fair.none.text')} />;
  const canBeEqual = cut === 'site' || cut === 'department';
  const styles = useStyles();
  return (
    <div className={styles.parts}>
      {gap && (
        <Notice intent={isLarge ? 'warning' : 'info'}>{t(isLarge ? 'fair.gap.large' : 'fair.gap', { ...gap })}</Notice>
      )}
      <DataList
        label={t('fair.title')}
        rows={parts}
        columns={useColumns(cut)}
        rowKey={(one) => one.part}
        empty={empty}
      />
      {parts.length > 0 && hidden > 0 && <div>{t('fair.hidden', { count: hidden })}</div>}
      {canBeEqual && gap && proposal.state === 'draft' && proposal.aims.equalBy !== cut && (
        <EqualChances cut={cut} proposal={proposal} />
      )}
    </div>
  );
}

function useColumns(cut: Cut): Column<PartFigures>[] {
  const t = useSay(say);
  const language = useLanguage();
  const partNames = new Intl.DisplayNames(language, { type: 'language' });
  const nameOf = ({ part }: PartFigures): string => {
    if (cut === 'language') return partNames.of(part) ?? part;
    if (cut === 'level') return t('level.below', { steps: Number(part) });
    if (cut !== 'meeting') return part;
    return t(part === 'site' || part === 'remote' ? `meeting.${part}` : 'meeting.either');
  };
  const said = (share: Share | undefined): string => {
    if (!share) return '–';
    return share.from === share.to ? t('fair.exact', { ...share }) : t('fair.share', { ...share });
  };
  const column = (key: 'matched' | 'ofPossible' | 'attainment' | 'first' | 'firstFive'): Column<PartFigures> => ({
    ...{ key, title: t(`fair.${key}`), sort: (one) => one[key]?.percent ?? 0 },
    cell: (one) => said(one[key]),
  });
  return [
    {
      ...{ key: 'part', title: capital(t(`cut.${cut}`)), text: nameOf, cell: nameOf },
      sort: (one) => (cut === 'level' ? one.part : nameOf(one)),
    },
    { key: 'people', title: t('fair.people'), sort: (one) => one.people, cell: (one) => one.people },
    ...(['matched', 'ofPossible', 'attainment', 'first', 'firstFive'] as const).map(column),
    {
      ...{ key: 'lowest', title: t('fair.lowest') },
      cell: ({ lowestTenth }) => (lowestTenth ? t(`strength.${lowestTenth}`) : '–'),
    },
  ];
}

function EqualChances(props: { readonly cut: 'site' | 'department'; readonly proposal: ShownProposal }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { cut, proposal } = props;
  const { start, busy, problem } = useOnce(async () => {
    const aims = { ...proposal.aims, equalBy: cut };
    showRun(queries, proposal.programmeId, await orderProposal(proposal.programmeId, { aims, look: true }));
  });
  return (
    <div>
      <p>{t('fair.equal.text')}</p>
      {problem && <FormProblem problem={problem} />}
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t('fair.equal', { cut: t(`cut.${cut}`) })}
      </Button>
    </div>
  );
}

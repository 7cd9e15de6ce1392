/** One proposed pair: what it rests on, who else there is and at what price; and what a coordinator can do about it. */
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Bars } from '../../../ui/bars.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { loadPair } from '../client.ts';
import type { PairLine } from '../listing/model.ts';
import { shownParts, type Alternative, type ProposedPair } from '../model.ts';
import type { PairDetail, ShownProposal } from '../proposals/model.ts';
import { say, sayList, sayReasons } from '../words.ts';
import { ChangeForm, type Wanted } from './change-form.tsx';

interface DialogProps {
  readonly pair: PairLine;
  readonly proposal: ShownProposal;
  nameOf(this: void, id: string | undefined): string;
  onClose(this: void): void;
}

export function PairDialog({ pair, proposal, nameOf, onClose }: DialogProps): ReactNode {
  const t = useSay(say);
  const [wanted, setWanted] = useState<Wanted>();
  const { menteeId, mentorId } = pair;
  const detail = useQuery({
    queryKey: ['pair', proposal.id, menteeId],
    queryFn: () => loadPair(proposal, menteeId),
  });
  const known = (id: string | undefined): string => detail.data?.people[id ?? '']?.name ?? nameOf(id);
  const isDraft = proposal.state === 'draft';
  return (
    <Dialog
      title={t('detail.title', { mentee: nameOf(menteeId), mentor: nameOf(mentorId) })}
      onClose={onClose}
      actions={
        <>
          {isDraft && !wanted && <PairActions pair={pair} onChoose={setWanted} />}
          <Button appearance="subtle" onClick={onClose}>
            {t('detail.close')}
          </Button>
        </>
      }
    >
      {wanted ? (
        <ChangeForm wanted={wanted} proposal={proposal} nameOf={known} onDone={onClose} />
      ) : (
        <Loaded of={detail}>
          {(found) => <Details detail={found} nameOf={known} onChange={isDraft ? setWanted : undefined} />}
        </Loaded>
      )}
    </Dialog>
  );
}

function PairActions(props: { readonly pair: PairLine; readonly onChoose: (wanted: Wanted) => void }): ReactNode {
  const t = useSay(say);
  const { menteeId, mentorId, chosen } = props.pair;
  const kinds = [chosen ? 'released' : 'fixed', 'later', 'sent-back'] as const;
  return kinds.map((what) => (
    <Button key={what} onClick={() => props.onChoose({ what, menteeId, mentorId })}>
      {t(`detail.${what}`)}
    </Button>
  ));
}

interface DetailsProps {
  readonly detail: PairDetail;
  nameOf(this: void, id: string | undefined): string;
  readonly onChange: ((wanted: Wanted) => void) | undefined;
}

function Details({ detail: { pair }, nameOf, onChange }: DetailsProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  return (
    <>
      <p>{t(`strength.${pair.strength}`)}</p>
      <ul>
        {sayReasons(language, pair.reasons).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {pair.waited && <p>{t('detail.waited', { name: nameOf(pair.menteeId) })}</p>}
      <p>{t('detail.languages', { what: sayList(language, 'spoken', pair.languages) })}</p>
      <h3>{t('detail.parts')}</h3>
      <Bars label={t('detail.parts')} bars={useBars(pair)} full={100} />
      <p>{t('detail.private')}</p>
      <h3>{t('detail.others', { name: nameOf(pair.menteeId) })}</h3>
      {pair.alternatives.length === 0 && <p>{t('detail.noOthers')}</p>}
      <ul>
        {pair.alternatives.map((one) => (
          <Other key={one.mentorId} one={one} pair={pair} nameOf={nameOf} onChange={onChange} />
        ))}
      </ul>
    </>
  );
}

function useBars(pair: ProposedPair) {
  const t = useSay(say);
  return shownParts.flatMap((id) => {
    const found = pair.parts.find(({ part }) => part === id);
    if (!found || found.weight === 0) return [];
    const label = t('part.weight', { part: t(`part.${id}`), weight: found.weight });
    const text = found.known ? t('part.score', { score: found.score }) : t('part.unknown');
    return [{ label, value: found.score, text }];
  });
}

interface OtherProps extends Omit<DetailsProps, 'detail'> {
  readonly one: Alternative;
  readonly pair: ProposedPair;
}

function Other({ one, pair, nameOf, onChange }: OtherProps): ReactNode {
  const t = useSay(say);
  const wanted = { what: 'chosen', menteeId: pair.menteeId, mentorId: one.mentorId } as const;
  return (
    <li>
      <strong>{nameOf(one.mentorId)}</strong>: {t(`strength.${one.strength}`)}; {t(`cost.${one.cost}`)}.{' '}
      {one.displacesId && t('detail.displaces', { name: nameOf(one.displacesId) })}{' '}
      {one.belowFloor && t('detail.below')}{' '}
      {onChange && (
        <Button aria-label={`${t('detail.choose')}: ${nameOf(one.mentorId)}`} onClick={() => onChange(wanted)}>
          {t('detail.choose')}
        </Button>
      )}
    </li>
  );
}

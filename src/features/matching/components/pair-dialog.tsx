/** One proposed pair: what it rests on, who else there is and at what price; send it back, or choose another mentor. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Bars } from '../../../ui/bars.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { changeProposal } from '../client.ts';
import { shownParts, type Alternative, type ProposedPair } from '../model.ts';
import type { Adjustment, Workbench } from '../proposals/model.ts';
import { say, sayList, sayReasons } from '../words.ts';

type Wanted = Omit<Adjustment, 'why'>;

interface PairProps {
  readonly pair: ProposedPair;
  readonly bench: Workbench;
}

export function PairDialog(props: PairProps & { readonly onClose: () => void }): ReactNode {
  const t = useSay(say);
  const { pair, bench, onClose } = props;
  const [wanted, setWanted] = useState<Wanted>();
  const nameOf = (id: string): string => bench.people[id]?.name ?? '…';
  const { menteeId, mentorId } = pair;
  const isDraft = bench.proposal?.state === 'draft';
  return (
    <Dialog
      title={t('detail.title', { mentee: nameOf(menteeId), mentor: nameOf(mentorId) })}
      onClose={onClose}
      actions={
        <>
          {isDraft && !wanted && (
            <Button onClick={() => setWanted({ what: 'sent-back', menteeId, mentorId })}>{t('detail.back')}</Button>
          )}
          <Button appearance="subtle" onClick={onClose}>
            {t('detail.close')}
          </Button>
        </>
      }
    >
      {wanted ? (
        <ChangeForm wanted={wanted} bench={bench} onDone={onClose} />
      ) : (
        <Details pair={pair} bench={bench} onChange={isDraft ? setWanted : undefined} />
      )}
    </Dialog>
  );
}

type OnChange = ((wanted: Wanted) => void) | undefined;

function Details({ pair, bench, onChange }: PairProps & { readonly onChange: OnChange }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const bars = shownParts.flatMap((id) => {
    const found = pair.parts.find(({ part }) => part === id);
    if (!found || found.weight === 0) return [];
    const label = t('part.weight', { part: t(`part.${id}`), weight: found.weight });
    const text = found.known ? t('part.score', { score: found.score }) : t('part.unknown');
    return [{ label, value: found.score, text }];
  });
  const name = bench.people[pair.menteeId]?.name ?? '…';
  return (
    <>
      <p>{t(`strength.${pair.strength}`)}</p>
      <ul>
        {sayReasons(language, pair.reasons).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('detail.languages', { what: sayList(language, 'spoken', pair.languages) })}</p>
      <h3>{t('detail.parts')}</h3>
      <Bars label={t('detail.parts')} bars={bars} full={100} />
      <p>{t('detail.private')}</p>
      <h3>{t('detail.others', { name })}</h3>
      {pair.alternatives.length === 0 && <p>{t('detail.noOthers')}</p>}
      <ul>
        {pair.alternatives.map((one) => (
          <Other key={one.mentorId} one={one} pair={pair} bench={bench} onChange={onChange} />
        ))}
      </ul>
    </>
  );
}

function Other(props: PairProps & { readonly one: Alternative; readonly onChange: OnChange }): ReactNode {
  const t = useSay(say);
  const { one, pair, bench, onChange } = props;
  const nameOf = (id: string): string => bench.people[id]?.name ?? '…';
  const wanted = { what: 'chosen', menteeId: pair.menteeId, mentorId: one.mentorId } as const;
  return (
    <li>
      <strong>{nameOf(one.mentorId)}</strong>: {t(`strength.${one.strength}`)}; {t(`cost.${one.cost}`)}.{' '}
      {one.displacesId && t('detail.displaces', { name: nameOf(one.displacesId) })}{' '}
      {one.belowFloor && t('detail.below')}{' '}
      {onChange && (
        <Button aria-label={t('change.choose.title', { name: nameOf(one.mentorId) })} onClick={() => onChange(wanted)}>
          {t('detail.choose')}
        </Button>
      )}
    </li>
  );
}

function ChangeForm(props: {
  readonly wanted: Wanted;
  readonly bench: Workbench;
  readonly onDone: () => void;
}): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { wanted, bench, onDone } = props;
  const draft = useDraft(`change-${wanted.menteeId}-${wanted.mentorId}`, { why: '' });
  const name = bench.people[wanted.mentorId]?.name ?? '…';
  const send = async (): Promise<void> => {
    if (!bench.proposal) return;
    const { cost } = await changeProposal(bench.proposal, { ...wanted, why: draft.value.why });
    tell(t('change.done', { cost: t(`cost.${cost}`) }));
    await queries.invalidateQueries({ queryKey: ['matching', bench.proposal.programmeId] });
    onDone();
  };
  return (
    <>
      <h3>{wanted.what === 'chosen' ? t('change.choose.title', { name }) : t('change.back.title')}</h3>
      <p>{t('change.text')}</p>
      <Form submit={t('change.send')} onSubmit={send} draft={draft}>
        <LongTextField
          name="why"
          label={t('change.why')}
          hint={t('change.why.hint')}
          required
          most={500}
          value={draft.value.why}
          onChange={(why) => draft.set({ why })}
        />
      </Form>
    </>
  );
}

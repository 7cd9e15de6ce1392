/** The form in the dialog that publishes: how the offers go, and a second look where a part of the organisation comes off much worse. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { publishProposal } from '../client.ts';
import { largeGaps, type CutFigures } from '../fairness/model.ts';
import type { Publishing, ShownProposal, Workbench } from '../proposals/model.ts';
import { usualWaves } from '../waves/model.ts';
import { say } from '../words.ts';
import { useFairness } from './fairness.tsx';
import { ChooseWaves, type Way, type WavesDraft } from './waves.tsx';

interface SecondLookProps {
  readonly proposal: ShownProposal;
  readonly loads: Workbench['loads'];
  onClose(this: void): void;
}

export function SecondLook(props: SecondLookProps): ReactNode {
  const found = useFairness(props.proposal);
  return <Loaded of={found}>{(figures) => <PublishForm {...props} gaps={largeGaps(figures)} />}</Loaded>;
}

function PublishForm(props: SecondLookProps & { readonly gaps: readonly CutFigures[] }): ReactNode {
  const t = useSay(say);
  const { proposal, loads, gaps, onClose } = props;
  const draft = useDraft(`publish-${proposal.id}`, { why: '', way: 'at-once' as Way, waves: usualWaves as WavesDraft });
  const publish = usePublish(proposal, onClose);
  const needsWhy = gaps.length > 0;
  const { why, way } = draft.value;
  const { pairs: size = 0, everyDays = 0 } = draft.value.waves;
  return (
    <Form
      submit={t('publish.confirm')}
      draft={draft}
      onSubmit={() =>
        publish({
          ...(needsWhy ? { why } : {}),
          ...(way === 'in-waves' ? { waves: { pairs: size, everyDays } } : {}),
        })
      }
      actions={<Button onClick={onClose}>{t('publish.cancel')}</Button>}
    >
      {gaps.map(({ cut, gap }) => (
        <Notice key={cut} intent="warning" title={t('publish.gap', { cut: t(`cut.${cut}`) })}>
          {gap && t('fair.gap.large', { ...gap })}
        </Notice>
      ))}
      {needsWhy && (
        <LongTextField
          name="why"
          label={t('publish.why')}
          hint={t('publish.why.hint')}
          required
          most={500}
          value={why}
          onChange={(text) => draft.set({ why: text })}
        />
      )}
      <ChooseWaves loads={loads} way={way} wanted={draft.value.waves} onChange={(part) => draft.set(part)} />
    </Form>
  );
}

function usePublish(proposal: ShownProposal, close: () => void): (how: Publishing) => Promise<void> {
  const t = useSay(say);
  const queries = useQueryClient();
  const moment = useMoment();
  return async (how) => {
    const { outcome, by = '…', at } = await publishProposal(proposal, how);
    if (outcome === 'published') tell(t('publish.done'));
    else tell(t('publish.already', { name: by, when: moment(at) }), { intent: 'info' });
    close();
    await queries.invalidateQueries();
  };
}

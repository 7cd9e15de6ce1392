/** Publishing, after a dialog that says who gets which card when; a second look where a part of the organisation comes off much worse. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { publishProposal } from '../client.ts';
import { largeGaps, type CutFigures } from '../fairness/model.ts';
import type { ShownProposal, Workbench } from '../proposals/model.ts';
import { say } from '../words.ts';
import { useFairness } from './fairness.tsx';

export function PublishButton({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        {t('publish.open')}
      </Button>
      {open && bench.proposal && (
        <Dialog title={t('publish.title')} onClose={close}>
          <ol>
            <li>{t('publish.step1', { count: bench.pairs.length })}</li>
            <li>{t('publish.step2')}</li>
            <li>{t('publish.step3')}</li>
          </ol>
          <SecondLook proposal={bench.proposal} onClose={close} />
        </Dialog>
      )}
    </>
  );
}

interface SecondLookProps {
  readonly proposal: ShownProposal;
  onClose(this: void): void;
}

function SecondLook({ proposal, onClose }: SecondLookProps): ReactNode {
  const found = useFairness(proposal);
  return (
    <Loaded of={found}>
      {(figures) => <PublishForm proposal={proposal} gaps={largeGaps(figures)} onClose={onClose} />}
    </Loaded>
  );
}

function PublishForm(props: SecondLookProps & { readonly gaps: readonly CutFigures[] }): ReactNode {
  const t = useSay(say);
  const { proposal, gaps, onClose } = props;
  const draft = useDraft(`publish-${proposal.id}`, { why: '' });
  const publish = usePublish(proposal, onClose);
  const needsWhy = gaps.length > 0;
  return (
    <Form
      submit={t('publish.confirm')}
      draft={draft}
      onSubmit={() => publish(needsWhy ? draft.value.why : undefined)}
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
          value={draft.value.why}
          onChange={(why) => draft.set({ why })}
        />
      )}
    </Form>
  );
}

function usePublish(proposal: ShownProposal, close: () => void): (why: string | undefined) => Promise<void> {
  const t = useSay(say);
  const queries = useQueryClient();
  const moment = useMoment();
  return async (why) => {
    const { outcome, by = '…', at } = await publishProposal(proposal, why);
    if (outcome === 'published') tell(t('publish.done'));
    else tell(t('publish.already', { name: by, when: moment(at) }), { intent: 'info' });
    close();
    await queries.invalidateQueries();
  };
}

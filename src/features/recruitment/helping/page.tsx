import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { findHelping } from '../outside/client.ts';
import { say } from '../outside/words.ts';

const Assisted = lazy(async () => ({ default: (await import('./components/assisted.tsx')).Assisted }));
const PaperForm = lazy(async () => ({ default: (await import('./components/paper-form.tsx')).PaperForm }));
const PaperLines = lazy(async () => ({ default: (await import('./components/paper-lines.tsx')).PaperLines }));

/** For whoever helps others to apply: beside somebody, or with papers that came back. It shows nothing of who has applied. */
export default function HelpingPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['helping', programmeId], queryFn: () => findHelping(programmeId) });
  /** Each slip begins with an empty page: nothing of the one before is left in it. */
  const [turn, setTurn] = useState(0);
  return (
    <Page title={t('help.title', { programme: found.data?.programme.name ?? '' })} lead={t('help.lead')} narrow>
      <Loaded of={found}>
        {({ open, programme }) =>
          open ? (
            <>
              <Section title={t('help.read')} lead={t('help.read.lead')}>
                <p>{programme.forWhom}</p>
                <p>{programme.why}</p>
                <p>{programme.howChosen}</p>
              </Section>
              <Suspense>
                <Assisted key={turn} programmeId={programmeId} onDone={() => setTurn(turn + 1)} />
                <PaperForm programmeId={programmeId} />
                <PaperLines programmeId={programmeId} />
              </Suspense>
            </>
          ) : (
            <Empty title={t('help.closed')} text={t('help.closed.text')} />
          )
        }
      </Loaded>
    </Page>
  );
}

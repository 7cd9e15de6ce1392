/** For whoever was asked: what was said in a programme, and what comes of it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Empty, Loaded } from '../../../../ui/loaded.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { findTold } from '../client.ts';
import { ToldLines } from '../components/told-lines.tsx';
import { say } from '../words.ts';

export default function ToldPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['you-said', programmeId], queryFn: () => findTold(programmeId) });
  const lead = found.data && t('told.lead', { programme: found.data.programme });
  return (
    <Page title={t('card.title')} lead={lead} narrow>
      <Loaded of={found}>
        {({ lines }) =>
          lines.length === 0 ? (
            <Empty title={t('told.none')} text={t('told.none.text')} />
          ) : (
            <Section>
              <ToldLines lines={lines} />
            </Section>
          )
        }
      </Loaded>
    </Page>
  );
}

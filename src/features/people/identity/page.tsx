/** Identity questions for the person: what happens with an answer, the questions, and the ledger of what was agreed to. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Receipt } from '../receipt/components/receipt.tsx';
import { findIdentity } from './client.ts';
import { QuestionLine } from './components/question-line.tsx';
import type { IdentityView } from './model.ts';
import { say } from './words.ts';

const key = ['identity'] as const;

export default function IdentityPage(): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const identity = useQuery({ queryKey: key, queryFn: findIdentity });
  const show = (now: IdentityView): void => void queries.setQueryData(key, now);
  return (
    <Page title={t('identity.title')} lead={t('identity.lead')} back={{ to: '/', label: t('identity.back') }} narrow>
      <Section title={t('identity.how')}>
        <p>{t('identity.how.use')}</p>
        <p>{t('identity.how.who')}</p>
        <p>{t('identity.how.back')}</p>
      </Section>
      <Loaded of={identity}>
        {(found) => (
          <>
            <Section title={t('identity.questions')}>
              {found.questions.length === 0 && <p>{t('identity.none')}</p>}
              {found.questions.map((line) => (
                <QuestionLine key={line.question} line={line} textVersion={found.textVersion} onKept={show} />
              ))}
              <Receipt of="identity" />
            </Section>
            <Section title={t('identity.ledger')}>
              <Ledger entries={found.ledger} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Ledger({ entries }: { readonly entries: IdentityView['ledger'] }): ReactNode {
  const t = useSay(say);
  return (
    <DataList
      label={t('identity.ledger')}
      rows={entries}
      rowKey={(one) => `${one.question} ${one.givenAt}`}
      empty={<Empty title={t('identity.ledger.none')} text={t('identity.lead')} />}
      columns={[
        { key: 'question', title: t('identity.ledger.question'), cell: (one) => t(`identity.q.${one.question}`) },
        { key: 'given', title: t('identity.ledger.given'), cell: (one) => <Moment at={one.givenAt} /> },
        {
          key: 'text',
          title: t('identity.ledger.text'),
          cell: (one) => t('identity.ledger.version', { version: one.textVersion }),
        },
        {
          key: 'ended',
          title: t('identity.ledger.ended'),
          cell: (one) =>
            one.withdrawnAt === undefined ? t('identity.ledger.stands') : <Moment at={one.withdrawnAt} />,
        },
      ]}
    />
  );
}

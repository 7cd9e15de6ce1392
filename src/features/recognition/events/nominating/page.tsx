/** Nominating somebody: whom, for what, and why in one to three sentences, with who reads it said before. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ChoiceField, ChoicesField } from '../../../../ui/choices.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft, useFieldProblem, type Draft } from '../../../../ui/form.tsx';
import { FieldProblem } from '../../../../ui/frame.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { findNominate, nominate, type EventPlace } from '../client.ts';
import { useCriterion } from '../components/criterion.ts';
import { eventsPath, longest, myEventPath } from '../model.ts';
import { say } from '../words.ts';
import type { NominatePage, NominationDraft, Nominee } from './model.ts';

/** Only who names somebody besides the own partner needs it. */
const PersonField = lazy(async () => ({
  default: (await import('../../../people/components/person-field.tsx')).PersonField,
}));

export default function NominatingPage({ programmeId, eventId }: EventPlace): ReactNode {
  const t = useSay(say);
  const at = { programmeId, eventId };
  const found = useQuery({ queryKey: ['nominate', programmeId, eventId], queryFn: () => findNominate(at) });
  const page = found.data;
  const back = page?.isCoordinator ? `${eventsPath(programmeId)}/${eventId}` : myEventPath(programmeId, eventId);
  return (
    <Page
      title={t('nominate.title')}
      lead={page && t('nominate.lead', { title: page.title, programme: page.programmeName })}
      back={{ to: back, label: page?.title ?? t('one.title') }}
      narrow
    >
      <Loaded of={found}>
        {(one) =>
          one.mayNominate ? (
            <Nominate at={at} page={one} back={back} />
          ) : (
            <Notice title={t('nominate.closed')}>{t('nominate.closed.text')}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

const useStyles = makeStyles({
  notices: { display: 'grid', rowGap: tokens.spacingVerticalM, marginBottom: tokens.spacingVerticalL },
});

const others = 'others';

interface Typed {
  readonly who: string | undefined;
  readonly people: readonly PersonCard[];
  readonly criteria: readonly string[];
  readonly why: string;
}

const keyOf = ({ pairId, kind }: Nominee): string => `${pairId} ${kind}`;

interface NominateProps {
  readonly at: EventPlace;
  readonly page: NominatePage;
  readonly back: string;
}

function Nominate({ at, page, back }: NominateProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const styles = useStyles();
  const write = useMoment(page.zone);
  const nameOf = useCriterion(page.criteria);
  const initial = useMemo<Typed>(() => ({ who: undefined, people: [], criteria: [], why: '' }), []);
  const draft = useDraft<Typed>(`nominate-${at.eventId}`, initial);
  const send = async (): Promise<void> => {
    await nominate(at, draftOf(draft.value, page.nominees));
    await queries.invalidateQueries({ queryKey: ['my-event', at.programmeId, at.eventId] });
    await queries.invalidateQueries({ queryKey: ['event', at.programmeId, at.eventId] });
    tell(t('nominate.done'));
    go(back);
  };
  return (
    <Section>
      <div className={styles.notices}>
        <Notice title={t('who-reads.title')}>{t('who-reads')}</Notice>
        {page.isCoordinator && <Notice intent="warning">{t('nominate.coordinator')}</Notice>}
      </div>
      <Form draft={draft} submit={t('nominate.send')} onSubmit={send}>
        <Whom draft={draft} page={page} />
        <ChoicesField
          {...{ name: 'criteria', label: t('nominate.criteria'), required: true, value: draft.value.criteria }}
          choices={page.criteria.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          onChange={(criteria) => draft.set({ criteria })}
        />
        <LongTextField
          {...{ name: 'why', label: t('nominate.why'), hint: t('nominate.why.hint'), required: true }}
          most={longest.why}
          value={draft.value.why}
          onChange={(why) => draft.set({ why })}
        />
      </Form>
      <p>{t('nominate.until', { day: write(page.closesAt - 1, 'day'), left: page.left })}</p>
      <Receipt of="nomination" />
    </Section>
  );
}

/** What is missing is sent as it is, so that the server's sentence stands beside the field. */
function draftOf({ who, people, criteria, why }: Typed, nominees: readonly Nominee[]): NominationDraft {
  const said = { criteria: [...criteria], why };
  const chosen = nominees.find((one) => keyOf(one) === who);
  if (chosen) return { who: 'pair', pairId: chosen.pairId, kind: chosen.kind, ...said };
  return { who: 'people', people: people.map(({ id }) => id), ...said };
}

interface WhomProps {
  readonly draft: Draft<Typed>;
  readonly page: NominatePage;
}

function Whom({ draft: { value, set }, page }: WhomProps): ReactNode {
  const t = useSay(say);
  const [problem, touched] = useFieldProblem('people');
  const mayChoose = page.nominees.length > 0;
  const maySearch = page.maySearch && !page.isCoordinator;
  const choices = [
    ...page.nominees.map((one) => ({
      value: keyOf(one),
      label: t(`kind.${one.kind}`, { names: one.people.map(({ name }) => name).join(' · ') }),
    })),
    ...(maySearch ? [{ value: others, label: t('nominate.others') }] : []),
  ];
  const isSearch = maySearch && (value.who === others || !mayChoose);
  return (
    <>
      {mayChoose && (
        <ChoiceField
          {...{ name: 'who', label: t('nominate.who'), required: true, value: value.who, choices }}
          onChange={(who) => set({ who })}
        />
      )}
      {isSearch && (
        <div data-invalid={problem !== undefined}>
          <Suspense>
            <PersonField
              {...{ name: 'people', label: t('nominate.people'), hint: t('nominate.people.hint'), most: 2 }}
              chosen={value.people}
              onChange={(people) => {
                touched();
                set({ people });
              }}
            />
          </Suspense>
          {problem !== undefined && <FieldProblem>{problem}</FieldProblem>}
        </div>
      )}
    </>
  );
}

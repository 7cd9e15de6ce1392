/** What people decided, written down with their reasons. Nothing is ticked beforehand. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { ChoicesField, TickField } from '../../../../ui/choices.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { decideEvent } from '../client.ts';
import type { Considered } from '../honours/model.ts';
import { longest } from '../model.ts';
import { say } from '../words.ts';
import { namesOf } from './judged.tsx';
import { useKept, type EventProps } from './steps.tsx';

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
});

interface Typed {
  readonly chosen: Readonly<Record<string, string>>;
  readonly with: readonly string[];
  readonly others: string;
}

export function DecisionForm({ at, page }: EventProps): ReactNode {
  const t = useSay(say);
  const keep = useKept(at);
  const initial = useMemo<Typed>(() => ({ chosen: {}, with: [], others: '' }), []);
  const draft = useDraft<Typed>(`decision-${at.eventId}`, initial);
  const { chosen, with: jurors, others } = draft.value;
  const present = page.jury.filter(({ isGone }) => !isGone);
  const send = async (): Promise<void> => {
    const honoured = page.considered.flatMap(({ id }) => {
      const why = chosen[id];
      return why === undefined ? [] : [{ nominationId: id, why }];
    });
    await keep(await decideEvent(at, { honoured, with: [...jurors], others, version: page.version }));
    tell(t('decide.done'));
  };
  return (
    <Section title={t('decide.title')} lead={t('decide.lead', { mentors: page.mentors, mentees: page.mentees })}>
      {page.considered.some(({ isNear }) => isNear) && <Notice intent="warning">{t('decide.near')}</Notice>}
      <Form draft={draft} submit={t('decide.do')} onSubmit={send}>
        {page.considered.map((one) => (
          <Choice
            key={one.id}
            one={one}
            why={chosen[one.id]}
            onWhy={(why) => draft.set({ chosen: changed(chosen, one.id, why) })}
          />
        ))}
        <ChoicesField
          {...{ name: 'with', label: t('decide.with'), hint: t('decide.with.hint'), required: true, value: jurors }}
          choices={present.map(({ person }) => ({ value: person.id, label: person.name }))}
          onChange={(next) => draft.set({ with: next })}
        />
        <LongTextField
          {...{ name: 'others', label: t('decide.others'), hint: t('decide.others.hint'), most: longest.reason }}
          value={others}
          onChange={(text) => draft.set({ others: text })}
        />
      </Form>
    </Section>
  );
}

function changed(chosen: Typed['chosen'], id: string, why: string | undefined): Typed['chosen'] {
  const { [id]: _, ...rest } = chosen;
  return why === undefined ? rest : { ...rest, [id]: why };
}

interface ChoiceProps {
  readonly one: Considered;
  /** Nothing where it is not chosen. */
  readonly why: string | undefined;
  readonly onWhy: (why: string | undefined) => void;
}

function Choice({ one, why, onWhy }: ChoiceProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const names = namesOf(one);
  return (
    <div className={styles.one}>
      <TickField
        {...{ name: `honour-${one.id}`, label: t('decide.honour', { names }), value: why !== undefined }}
        onChange={(isChosen) => onWhy(isChosen ? '' : undefined)}
      />
      {why !== undefined && (
        <LongTextField
          {...{ name: `why-${one.id}`, label: t('decide.why', { names }), required: true, most: longest.reason }}
          value={why}
          onChange={onWhy}
        />
      )}
    </div>
  );
}

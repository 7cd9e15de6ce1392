/** What the two want to talk about: ready questions, one press each, and what they write themselves. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { addPoint, takeBackPoint } from '../client.ts';
import { longestPoint } from '../model.ts';
import { say } from '../words.ts';
import { Other, useBoth } from './both.tsx';
import { TakeBack, useLineStyles, type NotesProps } from './lines.tsx';
import { Ready, readyKey } from './ready.tsx';

export function PointsSection({ at, found, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const lines = useLineStyles();
  const queries = useQueryClient();
  const { name } = found.partner;
  const [isBoth, choice] = useBoth(found.points);
  const takeBack = async (id: string): Promise<void> => {
    await takeBackPoint(at, id);
    // A ready question can be chosen again.
    await queries.invalidateQueries({ queryKey: readyKey(at) });
  };
  return (
    <Section title={t('points.title')}>
      {found.points.length === 0 ? (
        <p className={lines.quiet}>{t('points.none')}</p>
      ) : (
        <ul className={lines.list}>
          {found.points.map((one) => (
            <li key={one.id} className={lines.line}>
              <span className={lines.text}>
                {one.text}
                {isBoth && <Other of={one} />}
                <span className={lines.who}>{t(one.mine ? 'points.mine' : 'points.theirs', { name })}</span>
              </span>
              {one.mine && found.open && (
                <TakeBack text={one.text} queryKey={queryKey} takeBack={() => takeBack(one.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {choice}
      {found.open && <Ready {...{ at, found, queryKey }} />}
      {found.open && <WritePoint {...{ at, found, queryKey }} />}
    </Section>
  );
}

function WritePoint({ at, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft(`meeting-point-${at.meetingId}`, { text: '' });
  const keep = async (): Promise<void> => {
    await addPoint(at, { text: draft.value.text });
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <Form draft={draft} submit={t('points.save')} onSubmit={keep}>
      <LongTextField
        name="text"
        label={t('points.add')}
        required
        most={longestPoint}
        value={draft.value.text}
        onChange={(text) => draft.set({ text })}
      />
    </Form>
  );
}

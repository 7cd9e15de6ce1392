/** Opened doors on the page of a pair: one press notes one, one press confirms the partner's, one takes it back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/fields.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import type { PairSectionProps } from '../../../pairs/components/sections.tsx';
import { confirmDoor, findDoors, noteDoor, removeDoor } from '../client.ts';
import { doorKinds, longestWord, type DoorView, type PairDoors } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalXL}`, padding: 0 },
  item: {
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  kind: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: `${tokens.spacingVerticalXXS} 0`, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  presses: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
});

interface Address {
  readonly programmeId: string;
  readonly pairId: string;
}

export default function DoorsSection({ programmeId, pairId, pair }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['doors', pairId], queryFn: () => findDoors(programmeId, pairId) });
  const name = found.data?.partner ?? pair.partner.name;
  const isOpen = pair.state === 'active';
  if (!isOpen && found.data?.doors.length === 0) return undefined;
  return (
    <Section title={t('title')} lead={t(`lead.${pair.side}`, { name })}>
      <Loaded of={found}>
        {(known) => (
          <>
            {known.doors.length > 0 && <Noted at={{ programmeId, pairId }} known={known} />}
            {isOpen && <NoteOne at={{ programmeId, pairId }} known={known} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function useRefresh(pairId: string): (told: string) => Promise<void> {
  const queries = useQueryClient();
  return async (told) => {
    await queries.invalidateQueries({ queryKey: ['doors', pairId] });
    await queries.invalidateQueries({ queryKey: ['home'] });
    tell(told, { intent: 'success' });
  };
}

interface KnownProps {
  readonly at: Address;
  readonly known: PairDoors;
}

function Noted({ at, known }: KnownProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {known.doors.map((one) => (
        <li key={one.id} className={styles.item}>
          <span className={styles.kind}>{t(`kind.${one.kind}`)}</span>
          {one.word !== undefined && <p className={styles.text}>{one.word}</p>}
          <p className={`${styles.text} ${styles.quiet}`}>
            {t(`${one.mine ? 'mine' : 'theirs'}.${one.state}`, { name: known.partner })}
          </p>
          {one.mine ? <Remove at={at} one={one} /> : <Answer at={at} one={one} />}
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  readonly at: Address;
  readonly one: DoorView;
}

function Remove({ at, one }: OneProps): ReactNode {
  const t = useSay(say);
  const refresh = useRefresh(at.pairId);
  const { start, busy, problem } = useOnce(async () => {
    await removeDoor(at.programmeId, at.pairId, one.id);
    await refresh(t('removed'));
  });
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button appearance="subtle" disabledFocusable={busy} onClick={() => void start()}>
        {t('remove')}
      </Button>
    </>
  );
}

/** What was said can be said otherwise later. */
function Answer({ at, one }: OneProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.presses}>
      {one.state !== 'counts' && <Press at={at} one={one} said="yes" />}
      {one.state !== 'not-counted' && <Press at={at} one={one} said="no" />}
    </div>
  );
}

function Press({ at, one, said }: OneProps & { readonly said: 'yes' | 'no' }): ReactNode {
  const t = useSay(say);
  const refresh = useRefresh(at.pairId);
  const { start, busy, problem } = useOnce(async () => {
    await confirmDoor(at.programmeId, at.pairId, one.id, said);
    await refresh(t(`said.${said}`));
  });
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button
        appearance={one.state === 'waits' ? 'outline' : 'subtle'}
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {t(said)}
      </Button>
    </>
  );
}

function NoteOne({ at, known }: KnownProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [word, setWord] = useState('');
  return (
    <>
      <fieldset className={styles.note}>
        <legend className={styles.legend}>{t('note')}</legend>
        <TextField
          name="door-word"
          label={t('word')}
          hint={t('word.hint')}
          most={longestWord}
          value={word}
          onChange={setWord}
        />
        <div className={styles.presses}>
          {doorKinds.map((kind) => (
            <KindPress key={kind} {...{ at, known, kind, word }} onNoted={() => setWord('')} />
          ))}
        </div>
      </fieldset>
      <Receipt of="door" />
    </>
  );
}

interface KindProps extends KnownProps {
  readonly kind: DoorView['kind'];
  readonly word: string;
  onNoted(this: void): void;
}

function KindPress({ at, known, kind, word, onNoted }: KindProps): ReactNode {
  const t = useSay(say);
  const refresh = useRefresh(at.pairId);
  const { start, busy, problem } = useOnce(async () => {
    await noteDoor(at.programmeId, at.pairId, { id: known.nextId, kind, word });
    onNoted();
    await refresh(t('noted', { name: known.partner }));
  });
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t(`kind.${kind}`)}
      </Button>
    </>
  );
}

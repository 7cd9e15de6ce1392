/** The themes of a note, and putting what came up in a closed talk on the needs map. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { Note, TalkPage } from '../../talks/model.ts';
import { codeNote, listThemes, shareTalk } from '../client.ts';
import type { Theme } from '../model.ts';
import { say } from '../words.ts';
import { GivenThemes } from './given-themes.tsx';

/** Those that are proposed for such talks first, since the number keys are theirs. */
function inOrder(themes: readonly Theme[], { purpose }: Pick<TalkPage, 'purpose'>): Theme[] {
  return themes.toSorted((a, b) => Number(b.purposes.includes(purpose)) - Number(a.purposes.includes(purpose)));
}

export function NoteThemes({ talk, note }: { readonly talk: TalkPage; readonly note: Note }): ReactNode {
  const themes = useQuery({ queryKey: ['themes'], queryFn: listThemes });
  const known = inOrder(themes.data ?? [], talk);
  const given = known.filter(({ id }) => note.themes.includes(id));
  if (talk.isShared) return <span>{given.map(({ name }) => name).join(' · ')}</span>;
  return (
    <GivenThemes
      label={note.text.slice(0, 80)}
      themes={known}
      chosen={note.themes}
      keep={(next) => codeNote(talk.id, note.id, next)}
    />
  );
}

export function Share({ talk }: { readonly talk: TalkPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const share = async (): Promise<void> => {
    const { outcome } = await shareTalk(talk.id);
    tell(t(`share.${outcome}`));
    await queries.invalidateQueries({ queryKey: ['talks', talk.id] });
  };
  return (
    <Section title={t('share.title')} lead={t('share.lead')}>
      {talk.isShared ? (
        <Notice intent="success">
          {t('share.done')}{' '}
          <TextLink to="/needs" inText>
            {t('needs.title')}
          </TextLink>
        </Notice>
      ) : (
        <Confirm
          title={t('share.do')}
          text={t('share.text')}
          confirm={t('share.do')}
          onConfirm={share}
          trigger={<Button appearance="primary">{t('share.do')}</Button>}
        />
      )}
    </Section>
  );
}

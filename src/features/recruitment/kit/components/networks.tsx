/** The register of networks and associations: whom to write to, the text with their own link, what was sent and what came back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField, TickField } from '../../../../ui/choices.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { networkKinds, type NetworkLine } from '../../networks/model.ts';
import { say } from '../words.ts';
import { addNetwork, findNetworks, noteContact, removeNetwork } from '../client.ts';
import { CopyButton, TextBody } from './texts.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  summary: { minHeight: '44px', cursor: 'pointer', alignContent: 'center' },
  text: {
    maxWidth: '64ch',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginBlock: tokens.spacingVerticalM },
});

export function Networks({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['networks', programmeId], queryFn: () => findNetworks(programmeId) });
  return (
    <Section title={t('networks.title')} lead={t('networks.lead')}>
      <Loaded of={found}>
        {({ networks }) => (
          <ul className={styles.list}>
            {networks.map((one) => (
              <OneNetwork key={one.id} programmeId={programmeId} one={one} />
            ))}
          </ul>
        )}
      </Loaded>
      <AddNetwork />
    </Section>
  );
}

function OneNetwork({ programmeId, one }: { readonly programmeId: string; readonly one: NetworkLine }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const draft = useDraft(`network-${programmeId}-${one.id}`, { sent: one.sentAt !== undefined, note: one.note });
  const save = async (): Promise<void> => {
    await noteContact(programmeId, one.id, draft.value);
    tell(t('networks.saved'));
    await queries.invalidateQueries({ queryKey: ['networks', programmeId] });
    // From here on what is kept counts, whoever changes it.
    draft.clear();
  };
  const remove = async (): Promise<void> => {
    await removeNetwork(one.id);
    await queries.invalidateQueries({ queryKey: ['networks', programmeId] });
  };
  const { came } = one;
  const people =
    came.kind === 'band' ? t('networks.band', came) : t(`networks.${came.kind === '5-to-9' ? 'some' : 'few'}`);
  return (
    <li className={styles.item}>
      <strong>{one.name}</strong>, {t(`spoken.${one.language}`)}
      {one.contact !== '' && `, ${one.contact}`}. {people}
      <details>
        <summary className={styles.summary}>{t('networks.open', { name: one.name })}</summary>
        <div className={styles.buttons}>
          <CopyButton text={one.text} />
          <Confirm
            title={t('networks.remove.title', { name: one.name })}
            text={t('networks.remove.text')}
            confirm={t('networks.remove')}
            trigger={<Button appearance="subtle">{t('networks.remove')}</Button>}
            onConfirm={remove}
          />
        </div>
        <div className={styles.text} lang={one.text.language}>
          <TextBody text={one.text} />
        </div>
        <Form draft={draft} submit={t('networks.save')} onSubmit={save}>
          <TickField
            name="sent"
            label={t('networks.sent')}
            value={draft.value.sent}
            onChange={(sent) => draft.set({ sent })}
          />
          <LongTextField
            {...{ name: 'note', label: t('networks.note'), most: 500, value: draft.value.note }}
            onChange={(note) => draft.set({ note })}
          />
        </Form>
      </details>
    </li>
  );
}

const start: { name: string; kind: 'network' | 'association'; contact: string; language: Language } = {
  ...{ name: '', kind: 'network', contact: '', language: 'nl' },
};

function AddNetwork(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const draft = useDraft('network-new', start);
  const { value, set } = draft;
  const save = async (): Promise<void> => {
    await addNetwork(value);
    tell(t('networks.added'));
    draft.clear();
    await queries.invalidateQueries({ queryKey: ['networks'] });
  };
  return (
    <details>
      <summary className={styles.summary}>{t('networks.add')}</summary>
      <Form draft={draft} submit={t('networks.add.do')} onSubmit={save}>
        <TextField
          name="name"
          label={t('networks.name')}
          required
          most={120}
          value={value.name}
          onChange={(name) => set({ name })}
        />
        <ChoiceField
          {...{ name: 'kind', label: t('networks.kind'), required: true, value: value.kind }}
          onChange={(kind) => set({ kind: kind ?? 'network' })}
          choices={networkKinds.map((kind) => ({ value: kind, label: t(`networks.kind.${kind}`) }))}
        />
        <TextField
          {...{ name: 'contact', label: t('networks.contact'), hint: t('networks.contact.hint'), most: 200 }}
          value={value.contact}
          onChange={(contact) => set({ contact })}
        />
        <ChoiceField
          {...{ name: 'language', label: t('kit.language'), required: true, value: value.language }}
          onChange={(language) => set({ language: language ?? 'nl' })}
          choices={languages.map((one) => ({ value: one, label: t(`spoken.${one}`) }))}
        />
      </Form>
    </details>
  );
}

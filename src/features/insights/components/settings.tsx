/** A person's own settings: the language of messages, and whether invitations may come at all. Kept at each change. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { languages } from '../../../platform/words.ts';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import type { Preferences, PreferencesDraft } from '../../people/model.ts';
import { savePreferences } from '../client.ts';
import { say } from '../words.ts';

export function Settings({ kept }: { readonly kept: Preferences }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<PreferencesDraft>();
  const shown: PreferencesDraft = { ...kept, ...wanted };
  const keep = async (change: PreferencesDraft): Promise<void> => {
    try {
      await savePreferences(change);
      await queries.invalidateQueries({ queryKey: ['home'] });
      tell(t('home.settings.saved'), { intent: 'success' });
    } catch (error) {
      setWanted(undefined);
      tell(error instanceof Error ? error.message : '', { intent: 'error' });
    }
  };
  const save = (change: PreferencesDraft): void => {
    setWanted({ ...wanted, ...change });
    void keep(change);
  };
  return (
    <Section title={t('home.settings')}>
      <ChoiceField
        name="language"
        label={t('home.settings.language')}
        required
        value={shown.language ?? 'teams'}
        onChange={(language) => save({ language: language === 'teams' || language === undefined ? null : language })}
        choices={(['teams', ...languages] as const).map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
      <TickField
        name="doNotAsk"
        label={t('home.settings.doNotAsk')}
        hint={t('home.settings.doNotAsk.hint')}
        value={shown.doNotAsk ?? false}
        onChange={(doNotAsk) => save({ doNotAsk })}
      />
      <Receipt of="preferences" />
      <TextLink to="/me/messages">{t('home.settings.messages')}</TextLink>
      <br />
      <TextLink to="/me/passport">{t('home.settings.passport')}</TextLink>
      <br />
      <TextLink to="/me/identity">{t('home.settings.identity')}</TextLink>
      <br />
      <TextLink to="/me/data">{t('home.settings.data')}</TextLink>
    </Section>
  );
}

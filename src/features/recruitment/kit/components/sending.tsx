/** What the product sends out of the kit by itself: a trial to oneself, and a post in a channel. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { say } from '../words.ts';
import { listChannels, postIn, sendToMyself } from '../client.ts';
import type { KitPage } from '../model.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  fields: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalL },
});

export function TrySelf({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('kit.try')} lead={t('kit.try.lead')}>
      <div className={styles.buttons}>
        <TryButton programmeId={programmeId} by="chat" />
        <TryButton programmeId={programmeId} by="mail" />
      </div>
    </Section>
  );
}

function TryButton({ programmeId, by }: { readonly programmeId: string; readonly by: 'chat' | 'mail' }): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useOnce(async () => {
    await sendToMyself(programmeId, by);
    tell(t(`kit.try.${by}.done`));
  });
  return (
    <>
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t(`kit.try.${by}`)}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

export function Posts({ page }: { readonly page: KitPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const channels = useQuery({ queryKey: ['channels'], queryFn: listChannels });
  const [channelId, setChannel] = useState('');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const { start, busy, problem } = useOnce(async () => {
    await postIn(page.programme.id, { channelId, language });
    tell(t('kit.post.asked'));
    await queries.invalidateQueries({ queryKey: ['kit', page.programme.id] });
  });
  const choices = (channels.data ?? []).map((one) => ({
    value: one.channelId,
    label: `${one.teamName} · ${one.name}`,
  }));
  return (
    <Section title={t('kit.post')} lead={t('kit.post.lead')}>
      <div className={styles.fields}>
        {choices.length === 0 ? (
          <p>{t('kit.post.none')}</p>
        ) : (
          <>
            <ChoiceField
              {...{ name: 'channelId', label: t('kit.post.channel'), required: true, value: channelId, choices }}
              onChange={(chosen) => setChannel(chosen ?? '')}
            />
            <ChoiceField
              {...{ name: 'post-language', label: t('kit.language'), required: true, value: language }}
              onChange={(chosen) => setLanguage(chosen ?? 'nl')}
              choices={languages.map((value) => ({ value, label: t(`spoken.${value}`) }))}
            />
            <Button disabledFocusable={busy || channelId === ''} onClick={() => void start()}>
              {t('kit.post.do')}
            </Button>
            {problem && <FormProblem problem={problem} />}
          </>
        )}
        {page.posts.length > 0 && (
          <ul>
            {page.posts.map(({ name, language: spoken, state, reason, at }) => (
              <li key={`${name} ${spoken} ${at}`}>
                <strong>{name}</strong>, {t(`spoken.${spoken}`)}, <Moment at={at} style="day" />:{' '}
                {t(`kit.post.${state}`)}
                {reason !== undefined &&
                  ` ${t(reason === 'not-installed' ? 'kit.post.why.installed' : 'kit.post.why')}`}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

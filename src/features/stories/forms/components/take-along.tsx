/** A story in the form that somebody needs: chosen, read beforehand, and handed over once it is said where it will stand. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { useHandOver } from '../../../../ui/download.ts';
import { TextField } from '../../../../ui/fields.tsx';
import { Form } from '../../../../ui/form.tsx';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { say as sayStory } from '../../words.ts';
import { fetchForm, findForms } from '../client.ts';
import { fileKinds, formFiles, networkNames, type FormFile, type FormPreview, type FormsPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  preview: {
    maxWidth: '64ch',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  title: { margin: 0 },
});

export function TakeAlong(props: { readonly programmeId: string; readonly storyId: string }): ReactNode {
  const t = useSay(say);
  const { programmeId, storyId } = props;
  const forms = useQuery({ queryKey: ['story-forms', storyId], queryFn: () => findForms(programmeId, storyId) });
  return (
    <Section title={t('forms.title')} lead={t('forms.lead')}>
      <Loaded of={forms}>{(page) => <Choose {...{ programmeId, page }} />}</Loaded>
    </Section>
  );
}

interface Chosen {
  readonly file?: FormFile | undefined;
  readonly language: Language;
  readonly where: string;
}

function Choose({ programmeId, page }: { readonly programmeId: string; readonly page: FormsPage }): ReactNode {
  const t = useSay(say);
  const names = useLanguageNames();
  const queries = useQueryClient();
  const handOver = useHandOver();
  const [chosen, setChosen] = useState<Chosen>({ language: page.languages[0] ?? 'nl', where: '' });
  const set = (part: Partial<Chosen>): void => setChosen((before) => ({ ...before, ...part }));
  const { file, language, where } = chosen;
  const preview = page.previews.find((one) => file && one.kind === fileKinds[file] && one.language === language);
  const send = async (): Promise<void> => {
    if (!file) return;
    const made = await fetchForm(programmeId, page.storyId, { file, language, where });
    await queries.invalidateQueries({ queryKey: ['story-places', programmeId] });
    if ((await handOver(made)) === 'saved') tell(t('forms.noted'), { intent: 'success' });
  };
  return (
    <Form submit={t('forms.get')} onSubmit={send}>
      <ChoiceField
        {...{ name: 'file', label: t('forms.kind'), required: true, value: file, choices: useChoices(page) }}
        onChange={(next) => set({ file: next })}
      />
      {page.languages.length > 1 && (
        <ChoiceField
          {...{ name: 'language', label: t('forms.language'), required: true, value: language }}
          onChange={(next) => next && set({ language: next })}
          choices={page.languages.map((value) => ({ value, label: names(value) }))}
        />
      )}
      <TextField
        {...{ name: 'where', label: t('forms.where'), hint: t('forms.where.hint'), required: true, most: 300 }}
        value={where}
        onChange={(text) => set({ where: text })}
      />
      {preview && <Preview preview={preview} />}
    </Form>
  );
}

/** Only files that go as far as both agreed to. */
function useChoices({
  previews,
}: FormsPage): { readonly value: FormFile; readonly label: string; readonly hint?: string }[] {
  const t = useSay(say);
  const place = useSay(sayStory);
  return formFiles
    .filter((file) => previews.some(({ kind }) => kind === fileKinds[file]))
    .map((value) => {
      const hint =
        value === 'newsletter-html' ? 'forms.newsletter.hint' : value === 'slide' ? 'forms.slide.hint' : undefined;
      const label = `${place(`place.${fileKinds[value]}`)}: ${t(`forms.${value}`)}`;
      return { value, label, ...(hint === undefined ? {} : { hint: t(hint) }) };
    });
}

function Preview({ preview: { title, paragraphs, social, language } }: { readonly preview: FormPreview }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div>
      <h3>{t('forms.preview')}</h3>
      <div className={styles.preview} lang={language} dir="auto">
        <p className={styles.title}>
          <strong>{title}</strong>
        </p>
        {paragraphs.map((one, at) => (
          <p key={at}>{one}</p>
        ))}
      </div>
      {social.length > 0 && (
        <>
          <h3>{t('forms.social.length')}</h3>
          <ul>
            {social.map(({ network, letters, most }) => (
              <li key={network}>
                {networkNames[network]}: {t('letters', { letters, most })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

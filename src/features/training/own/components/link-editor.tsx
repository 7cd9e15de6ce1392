/** Material elsewhere, as it is announced: where it is, what it is called, for whom, and of a video the captions. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { ChoiceField, ChoicesField, TickField } from '../../../../ui/choices.tsx';
import { LongTextField, NumberField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { Problem } from '../../../../ui/http.ts';
import { useLanguageNames, useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { courseRoles } from '../../format/model.ts';
import { openDraft, saveLink } from '../client.ts';
import { longestAbout, type EditView, type OwnLink } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

export interface LinkEditorProps {
  readonly view: EditView;
  onUnsaved(this: void, language: Language, isUnsaved: boolean): void;
}

export default function LinkEditor({ view, onUnsaved }: LinkEditorProps): ReactNode {
  return view.course.link && <LinkForm view={view} link={view.course.link} onUnsaved={onUnsaved} />;
}

function LinkForm({ view, link, onUnsaved }: LinkEditorProps & { readonly link: OwnLink }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const nameOf = useLanguageNames();
  const { id, revision, binding } = view.course;
  const draft = useDraft(`own-link-${id}`, { ...link, revision });
  const [changed, setChanged] = useState(false);
  const { revision: base, ...wanted } = draft.value;
  const isUnsaved = JSON.stringify(wanted) !== JSON.stringify(link);
  useEffect(() => onUnsaved(binding, isUnsaved), [onUnsaved, binding, isUnsaved]);
  const seen = useRef({ link, revision });
  useEffect(() => {
    const before = seen.current;
    seen.current = { link, revision };
    // The settings raise the revision too: over the same link, what is typed is as new as before.
    if (before.revision === revision || !isUnsaved || base !== before.revision) return;
    if (JSON.stringify(before.link) === JSON.stringify(link)) draft.set({ revision });
  }, [link, revision, isUnsaved, base, draft]);
  const set = (part: Partial<OwnLink>): void => draft.set({ ...part, revision: base });
  const save = async (): Promise<void> => {
    setChanged(false);
    try {
      queries.setQueryData(['own-course', id], await saveLink(id, wanted, base));
      tell(t('text.saved'));
    } catch (error) {
      if (!(error instanceof Problem) || error.reason !== 'own-changed') throw error;
      // What is typed stays, and goes over what is there now only by another press.
      const now = await openDraft(id);
      queries.setQueryData(['own-course', id], now);
      draft.set({ ...wanted, revision: now.course.revision });
      setChanged(true);
      throw error;
    }
  };
  return (
    <Section title={t('link.title')}>
      <Form submit={t('text.save')} onSubmit={save} draft={draft}>
        <TextField
          name="link.address"
          label={t('link.address')}
          hint={t('link.address.hint')}
          type="url"
          required
          most={500}
          value={wanted.address}
          onChange={(address) => set({ address })}
        />
        {languages.map((language) => (
          <div key={language} className={styles.group}>
            <TextField
              name={`link.titles.${language}`}
              label={t('link.name', { language: nameOf(language) })}
              required={language === binding}
              most={80}
              value={wanted.titles[language]}
              onChange={(title) => set({ titles: { ...wanted.titles, [language]: title } })}
            />
            <LongTextField
              name={`link.abouts.${language}`}
              label={t('link.about', { language: nameOf(language) })}
              most={longestAbout}
              value={wanted.abouts[language]}
              onChange={(about) => set({ abouts: { ...wanted.abouts, [language]: about } })}
            />
          </div>
        ))}
        <NumberField
          name="link.minutes"
          label={t('link.minutes')}
          required
          least={1}
          most={600}
          value={wanted.minutes}
          onChange={(minutes) => set({ minutes: minutes ?? 0 })}
        />
        <ChoiceField
          name="link.role"
          label={t('link.role')}
          required
          choices={courseRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={wanted.role}
          onChange={(role) => set({ role: role ?? wanted.role })}
        />
        <TickField
          name="link.isVideo"
          label={t('link.video')}
          hint={t('link.video.hint')}
          value={wanted.isVideo}
          onChange={(isVideo) => set({ isVideo })}
        />
        {wanted.isVideo && (
          <ChoicesField
            name="link.captions"
            label={t('video.captions.label')}
            required
            choices={languages.map((value) => ({ value: value as string, label: t(`language.${value}`) }))}
            value={wanted.captions}
            onChange={(captions) => set({ captions: [...captions] })}
          />
        )}
        {changed && <Notice intent="warning">{t('link.changed')}</Notice>}
      </Form>
    </Section>
  );
}

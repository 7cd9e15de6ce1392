/** What one tells, in which language and about what, with a picture, and on which terms. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { languages, regionOf, type Language } from '../../../platform/words.ts';
import { ChoiceField, ChoicesField } from '../../../ui/choices.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { topics } from '../../recruitment/model.ts';
import { say as sayOfRecruitment } from '../../recruitment/words.ts';
import { mostTopics, type Parts, type StoryDraft, type StoryView } from '../model.ts';
import type { CheckDraft } from '../protecting/model.ts';
import { say } from '../words.ts';
import { PartFields } from './part-fields.tsx';
import { PictureField } from './picture-field.tsx';
import { TermsFields, termsOf, type TypedTerms } from './terms-fields.tsx';

const useStyles = makeStyles({ hint: { margin: 0, color: tokens.colorNeutralForeground2 } });

export interface Typed extends TypedTerms, Parts {
  readonly title: string;
  readonly language: Language;
  readonly topics: StoryDraft['topics'];
  readonly pictureId: string;
  readonly alternative: string;
  readonly kept: readonly string[];
}

export function typedOf(story: StoryView | undefined, language: Language): Typed {
  const parts = story?.parts ?? { before: '', happened: '', changed: '', recommend: '' };
  return {
    ...parts,
    ...{ title: story?.title ?? '', language: story?.language ?? language, topics: [...(story?.topics ?? [])] },
    ...{ pictureId: story?.picture?.id ?? '', alternative: story?.picture?.alternative ?? '' },
    ...{ reach: story?.terms?.reach ?? 'organisation', named: story?.terms?.named ?? true },
    until: story?.terms?.until ?? '',
    kept: story?.kept ?? [],
  };
}

export function draftOf(typed: Typed): StoryDraft {
  const { title, before, happened, changed, recommend, language, pictureId, alternative } = typed;
  return {
    ...termsOf(typed),
    ...{ title, language, topics: typed.topics, parts: { before, happened, changed, recommend } },
    ...(pictureId === '' ? {} : { picture: { id: pictureId, alternative } }),
    ...(typed.kept.length === 0 ? {} : { kept: [...typed.kept] }),
  };
}

/** What is looked through while it is written. */
export function checkOf({ language, named, title, before, happened, changed, recommend }: Typed): CheckDraft {
  return { language, named, texts: { title, before, happened, changed, recommend } };
}

export interface StoryFieldsProps {
  readonly programmeId: string;
  readonly pairId: string;
  readonly typed: Typed;
  onChange(this: void, part: Partial<Typed>): void;
}

export function StoryFields({ programmeId, pairId, typed, onChange }: StoryFieldsProps): ReactNode {
  const t = useSay(say);
  const topicName = useSay(sayOfRecruitment);
  const names = new Intl.DisplayNames(regionOf(useLanguage()), { type: 'language' });
  const styles = useStyles();
  return (
    <>
      <TextField
        {...{ name: 'title', label: t('write.name'), required: true, most: 120, value: typed.title }}
        onChange={(title) => onChange({ title })}
      />
      <p className={styles.hint}>{t('write.hint')}</p>
      <PartFields typed={typed} onChange={onChange} />
      <PictureField
        {...{ programmeId, pairId, pictureId: typed.pictureId, alternative: typed.alternative }}
        onChange={onChange}
      />
      <ChoiceField
        {...{ name: 'language', label: t('write.language'), required: true, value: typed.language }}
        onChange={(language) => language && onChange({ language })}
        choices={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
      <ChoicesField
        {...{ name: 'topics', label: t('write.topics'), hint: t('write.topics.hint'), most: mostTopics }}
        value={typed.topics}
        onChange={(chosen) => onChange({ topics: [...chosen] })}
        choices={topics.map((value) => ({ value, label: topicName(`topic.${value}`) }))}
      />
      <TermsFields terms={termsOf(typed)} onChange={onChange} />
    </>
  );
}

/** Making a form: from the words and names that the ledger allows at this moment, and noted where it will stand before it is handed over. */
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { fileName, paperTypes } from '../../../platform/papers.ts';
import type { Handout, HandoutPicture } from '../../../platform/papers/handouts.ts';
import { writeZip, type ZipEntry } from '../../../platform/papers/zip.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { findPair } from '../../pairs/usecases.ts';
import { programmeIn } from '../../programmes/model.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import { say as sayKit } from '../../recruitment/kit/texts/words.ts';
import { outsideKinds, placeReach } from '../model.ts';
import { keepPlace, newPlace, toPlace, type StoryAddress } from '../places/usecases.ts';
import { isInGallery, reachesTo, type Standing } from '../rules.ts';
import { storyPictures } from '../store.ts';
import { languagesOf, toldIn } from '../translations/rules.ts';
import type { KnownStory } from '../usecases.ts';
import { joinLinkOf } from './linking/usecases.ts';
import { blogHtml, blogMarkdown } from './blog/rules.ts';
import { handoutOf } from './handouts/rules.ts';
import { fileKinds, type FormDraft, type FormFile, type FormPreview, type FormsPage } from './model.ts';
import { newsletterHtml, newsletterParagraphs, newsletterText } from './newsletter/rules.ts';
import { tellingOf, wholeText, type Telling } from './rules.ts';
import { socialFile, socialTexts } from './social/rules.ts';
import { say } from './words.ts';

/** What can be made of it now, and how it would read. Failures `not-found`, `conflict`. */
export async function formsPageOf(deps: Platform, caller: Caller, at: StoryAddress): Promise<FormsPage> {
  const found = await toPlace(deps, caller, at, 'team');
  const standing = standingIn(found);
  const one = found.row.value;
  const languages = languagesIn(found);
  const kinds = outsideKinds.filter((kind) => reachesTo(standing, placeReach[kind]));
  const tellings = await Promise.all(languages.map((language) => tellingIn(deps, found, language)));
  return {
    ...{ storyId: one.id, title: one.title, hasPicture: one.picture !== undefined, languages },
    standing: { reach: standing.reach, ...(standing.until === undefined ? {} : { until: standing.until }) },
    previews: tellings.flatMap((telling) => kinds.map((kind) => previewOf(telling, kind))),
  };
}

/** `toPlace` lets nothing through without. */
function standingIn({ standing }: KnownStory): Standing {
  if (!standing) throw new Failure('conflict', 'story-over');
  return standing;
}

const languagesIn = ({ row, translations }: KnownStory): Language[] =>
  languagesOf(
    row.value,
    translations.map(({ value }) => value),
  );

function previewOf(telling: Telling, kind: FormPreview['kind']): FormPreview {
  const { language, title } = telling;
  return {
    ...{ kind, language, title, paragraphs: paragraphsOf(telling, kind) },
    social:
      kind === 'social' ? socialTexts(telling).map(({ network, letters, most }) => ({ network, letters, most })) : [],
  };
}

function paragraphsOf(telling: Telling, kind: FormPreview['kind']): string[] {
  switch (kind) {
    case 'newsletter':
      return newsletterParagraphs(telling);
    case 'blog':
      return [telling.byline, ...wholeText(telling), ...(telling.note === undefined ? [] : [telling.note])];
    case 'social':
      return (socialTexts(telling).find(({ network }) => network === 'linkedin')?.text ?? '').split('\n\n').slice(1);
    case 'poster':
    case 'slide': {
      const { text, points, scan } = handoutOf(telling, kind);
      return [text, ...points, scan];
    }
    default:
      return kind satisfies never;
  }
}

/** The story as it may be told now, in a language in which it may leave. Failure `conflict`. */
async function tellingIn(deps: Platform, found: KnownStory, language: Language): Promise<Telling> {
  const one = found.row.value;
  const [programme, pair, join] = await Promise.all([
    programmeOf(deps, one.programmeId),
    findPair(deps, one.programmeId, one.pairId),
    joinLinkOf(deps, one),
  ]);
  const told = wordsIn(found, language);
  const nameOf = (personId: string): string | undefined =>
    found.standing?.named.includes(personId) ? found.people.get(personId)?.name : undefined;
  return tellingOf({
    ...{ told, from: one.language, author: nameOf(one.authorId), partner: nameOf(one.partnerId), join },
    authorSide: pair?.menteeId === one.authorId ? 'mentee' : 'mentor',
    programme: programmeIn(language, programme).name,
    ...(isInGallery(one, found.standing)
      ? { read: deps.teams.tabLink(`/stories/${one.programmeId}/${one.id}`, told.title) }
      : {}),
  });
}

function wordsIn(found: KnownStory, language: Language) {
  if (!languagesIn(found).includes(language)) throw new Failure('conflict', 'no-translation');
  return toldIn(
    language,
    found.row.value,
    found.translations.map(({ value }) => value),
  );
}

/**
 * The file, once its place is noted. What was taken back while it was made is not handed over: its place is settled at once, as if the file
 * had stood there. Failures `not-found`, `conflict`.
 */
export async function formFileOf(
  deps: Platform,
  caller: Caller,
  at: StoryAddress,
  { file, language, where }: FormDraft,
): Promise<Download> {
  const kind = fileKinds[file];
  const found = await toPlace(deps, caller, at, placeReach[kind]);
  const telling = await tellingIn(deps, found, language);
  const made = await fileOf(file, telling, await pictureIn(deps, found));
  const { translationId } = wordsIn(found, language);
  const there = { kind, where, ...(translationId === undefined ? {} : { translation: translationId }) };
  const place = newPlace(found.row.value, standingIn(found).named, there, deps.clock.now());
  if (!(await keepPlace(deps, at, place))) throw new Failure('conflict', 'story-over');
  return made;
}

type Picture = Omit<HandoutPicture, 'alternative'>;

async function pictureIn(deps: Platform, { row }: KnownStory): Promise<Picture | undefined> {
  const { programmeId, id: storyId, picture } = row.value;
  const kept = picture && (await storyPictures.find(deps.tables, programmeId, storyId, picture.id));
  if (!kept) return undefined;
  const { type, data, width, height } = kept.value;
  return { type, width, height, bytes: Buffer.from(data, 'base64') };
}

async function fileOf(file: FormFile, telling: Telling, picture: Picture | undefined): Promise<Download> {
  switch (file) {
    case 'newsletter-html':
      return textFile(telling, file, newsletterHtml(telling));
    case 'newsletter-text':
      return textFile(telling, file, newsletterText(telling));
    case 'blog':
      return {
        name: nameOf(telling, 'blog', 'zip'),
        type: 'application/zip',
        bytes: writeZip(blogFiles(telling, picture)),
      };
    case 'social-text':
      return textFile(telling, file, socialFile(telling, pictureTextOf(telling, picture)));
    case 'slide':
    case 'poster':
    case 'social-picture':
      return drawnFile(file, telling, picture);
    default:
      return file satisfies never;
  }
}

async function drawnFile(
  file: 'poster' | 'slide' | 'social-picture',
  telling: Telling,
  picture: Picture | undefined,
): Promise<Download> {
  const { writeHandoutSlide, writePoster, writeSocialPicture } = await import('../../../platform/papers/handouts.ts');
  switch (file) {
    case 'poster': {
      const bytes = await writePoster(handoutOf(telling, 'poster', picture));
      return { name: nameOf(telling, 'poster', 'pdf'), type: paperTypes.pdf, bytes };
    }
    case 'slide': {
      const bytes = await writeHandoutSlide(handoutOf(telling, 'slide', picture));
      return { name: nameOf(telling, 'slide', 'pptx'), type: paperTypes.pptx, bytes };
    }
    case 'social-picture': {
      const { title, programme: foot, alternative = '' } = telling;
      const drawn: Pick<Handout, 'title' | 'foot' | 'picture'> = { title, foot };
      const bytes = await writeSocialPicture(picture ? { ...drawn, picture: { ...picture, alternative } } : drawn);
      return { name: nameOf(telling, 'social', 'png'), type: 'image/png', bytes };
    }
    default:
      return file satisfies never;
  }
}

const ends = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

function blogFiles(telling: Telling, picture: Picture | undefined): ZipEntry[] {
  const pictureName = picture && `picture.${ends[picture.type]}`;
  const text = (name: string, words: string): ZipEntry => ({ name, bytes: Buffer.from(words, 'utf8') });
  return [
    text('story.html', blogHtml(telling, pictureName)),
    text('story.md', blogMarkdown(telling, pictureName)),
    ...(picture && pictureName !== undefined ? [{ name: pictureName, bytes: picture.bytes }] : []),
  ];
}

/** What is said of the picture card to those who do not see it. */
function pictureTextOf({ language, title, alternative }: Telling, picture: Picture | undefined): string {
  return picture && alternative !== undefined
    ? say(language, 'pictureBeside', { alternative, title })
    : sayKit(language, 'social.alt', { title });
}

const textTypes = {
  'newsletter-html': ['html', 'text/html; charset=utf-8'],
  'newsletter-text': ['txt', 'text/plain; charset=utf-8'],
  'social-text': ['txt', 'text/plain; charset=utf-8'],
} as const;

function textFile(telling: Telling, file: keyof typeof textTypes, words: string): Download {
  const [end, type] = textTypes[file];
  return { name: nameOf(telling, fileKinds[file], end), type, bytes: Buffer.from(words, 'utf8') };
}

function nameOf({ title, language }: Telling, kind: string, end: string): string {
  return fileName([title.slice(0, 40), kind, language], 'pdf').replace(/pdf$/, end);
}

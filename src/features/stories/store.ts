/** Stories, their wordings, consents and places are rows of their programme; published ones have a line that everybody's list is read from. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { rowsOf } from '../../platform/tables.ts';
import { keptPicture } from '../training/own/pictures/model.ts';
import { consent, place, story, wording } from './model.ts';
import { translation } from './translations/model.ts';

/** Key: the story. There is one for each pair. */
export const stories = rowsOf('programmes', 'story', story);
/** Key: the story, `v<version>`. */
export const wordings = rowsOf('programmes', 'wording', wording);
/** Key: the story, the person, `v<version>-<number>`: entries are ended, never written over. */
export const consents = rowsOf('programmes', 'consent', consent);
/** Key: the story, the picture. */
export const storyPictures = rowsOf('programmes', 'storypicture', keptPicture);
/** Key: the story, the place. Apart from the story, since it has to be cleaned up whatever became of that. */
export const places = rowsOf('programmes', 'storyplace', place);
/** Key: the story, the text. */
export const translations = rowsOf('programmes', 'translation', translation);
/** Key: the story. */
export const publishedLines = rowsOf('system', 'story', z.strictObject({ programmeId: id, storyId: id }));
export const publishedPartition = 'stories';

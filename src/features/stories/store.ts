/** Stories and consents are rows of their programme; published ones have a line that everybody's list is read from. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { rowsOf } from '../../platform/tables.ts';
import { consent, post, story } from './model.ts';

/** Key: the story. There is one for each pair. */
export const stories = rowsOf('programmes', 'story', story);
/** Key: the story, the person, the version. */
export const consents = rowsOf('programmes', 'consent', consent);
/** Key: the story. */
export const posts = rowsOf('programmes', 'storypost', post);
/** Key: the story. */
export const publishedLines = rowsOf('system', 'story', z.strictObject({ programmeId: id, storyId: id }));
export const publishedPartition = 'stories';

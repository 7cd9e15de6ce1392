/** Courses of the organisation in the world of the matrix: one in each state, each with a picture. */
import type { OwnCourse, OwnLink } from '../../src/features/training/own/model.ts';
import { ownCourses, ownPartition, ownPictures, ownTexts, ownVersions } from '../../src/features/training/own/store.ts';
import type { Change } from '../../src/platform/tables.ts';
import { aPng } from '../features/training/own/some-pictures.ts';

const text = `---
title: A course of our own
minutes: 5
role: both
sources: Ourselves
---
## One
Text.

![Two people](picture:picture-1)

## Two
Text.
`;

export const ownLink: OwnLink = {
  ...{ address: 'https://www.example.org/guide', minutes: 5, role: 'both', isVideo: false, captions: [] },
  titles: { nl: 'De gids', fr: '', de: '', en: '' },
  abouts: { nl: '', fr: '', de: '', en: '' },
};

export const pictureData = aPng().toString('base64');

export function ownCourseRows(now: number): Change[][] {
  const course = (id: string, over: Partial<OwnCourse> = {}): Change[][] => {
    const one: OwnCourse = {
      ...{ id, kind: 'text', state: 'published', binding: 'nl', colleaguesOnly: false, title: 'A course of our own' },
      ...{ languages: ['nl'], changedAt: now, revision: 1, pictures: ['picture-1'] },
      versions: [
        {
          ...{ id: 'version-1', number: 1, at: now, binding: 'nl', titles: { nl: 'A course of our own' } },
          ...{ minutes: 5, role: 'both', steps: 2 },
        },
      ],
      ...over,
    };
    const picture = { type: 'image/png', width: 4, height: 3, data: pictureData } as const;
    return [
      [ownCourses.create(ownPartition, id, one)],
      [
        ownTexts.create(id, 'nl', { text, revision: 1, savedAt: now }),
        ownVersions.create(id, 'version-1', { kind: 'text', texts: { nl: text } }),
        ownPictures.create(id, 'picture-1', picture),
      ],
    ];
  };
  return [
    ...course('own-1'),
    ...course('own-draft', { state: 'draft', versions: [] }),
    ...course('own-withdrawn', { state: 'withdrawn' }),
    ...course('own-colleagues', { colleaguesOnly: true }),
    ...course('own-link', { kind: 'link', state: 'draft', link: ownLink, versions: [] }),
  ];
}

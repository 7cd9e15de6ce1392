import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkMedia, isSafeAddress, partsOf } from '../../../../src/features/training/format/media/rules.ts';
import { problemKinds, type Problem } from '../../../../src/features/training/format/model.ts';
import { readCourse } from '../../../../src/features/training/format/rules.ts';
import { courseIds } from '../../../../src/features/training/model.ts';
import { courseIn } from '../../../../src/features/training/store.ts';
import { languages } from '../../../../src/platform/words.ts';

const pictures = new Set(['known']);
const front = ['---', 'title: T', 'minutes: 5', 'role: both', 'sources: S', '---'];
const asks = ['```question', '? Why', '- a => b', '+ c => d', '```'];
const sound = [...front, '## One', 'Text.', '## Two', ...asks];
/** The sound text with lines from a place on changed for others. */
const withLines = (from: number, many: number, ...lines: string[]): string =>
  sound.toSpliced(from - 1, many, ...lines).join('\n');
const video = 'video: https://video.example/a | captions: nl, fr | Two people greet each other';

/** A text for each kind, and the line at which it must be found. */
const broken: Readonly<Record<Problem['kind'], readonly [string, number]>> = {
  'front-missing': [sound.slice(1).join('\n'), 1],
  'title-missing': [withLines(2, 1, 'title:'), 2],
  'title-long': [withLines(2, 1, `title: ${'x'.repeat(200)}`), 2],
  'minutes-wrong': [withLines(3, 1, 'minutes: soon'), 3],
  'role-wrong': [withLines(4, 1, 'role: boss'), 4],
  'sources-missing': [withLines(5, 1, 'sources: ;'), 5],
  'text-before': [withLines(7, 0, 'Too early'), 7],
  'steps-few': [sound.slice(0, 8).join('\n'), 8],
  'steps-many': [[...sound, ...Array.from({ length: 20 }, () => '## More')].join('\n'), sound.length + 20],
  'heading-empty': [withLines(7, 1, '##'), 7],
  'heading-long': [withLines(7, 1, `## ${'x'.repeat(200)}`), 7],
  'heading-deep': [withLines(8, 1, '### Deep'), 8],
  'block-open': [sound.slice(0, -1).join('\n'), 10],
  'block-unknown': [withLines(10, 1, '```javascript'), 10],
  'block-second': [[...sound, ...asks].join('\n'), 15],
  'block-empty': [withLines(10, 5, '```exercise', '```'), 10],
  'line-unknown': [withLines(12, 0, 'stray'), 12],
  'ask-missing': [withLines(11, 1), 10],
  'choices-few': [withLines(12, 1), 10],
  'choices-many': [withLines(12, 0, '- e => f', '- g => h', '- i => j'), 10],
  'effect-missing': [withLines(12, 1, '- a'), 12],
  'right-missing': [withLines(13, 1, '- c => d'), 10],
  'right-many': [withLines(12, 1, '+ a => b'), 13],
  html: [withLines(8, 1, 'Hello <script>alert(1)</script>'), 8],
  'link-unsafe': [withLines(8, 1, '[here](javascript:alert(1))'), 8],
  unseen: [withLines(8, 1, 'abc\u202edef'), 8],
  'line-long': [withLines(8, 1, 'x'.repeat(2_001)), 8],
  picture: [withLines(8, 1, '![a cat](picture:known)'), 8],
  video: [withLines(8, 1, video), 8],
  'media-place': [withLines(8, 1, '- ![a cat](picture:known)'), 8],
  'picture-unknown': [withLines(8, 1, '![a cat](https://elsewhere.example/cat.png)'), 8],
  'picture-alternative': [withLines(8, 1, '![IMG_2044.jpg](picture:known)'), 8],
  'video-link': [withLines(8, 1, video.replace('https', 'http')), 8],
  'video-captions': [withLines(8, 1, video.replace('nl, fr', '')), 8],
  'video-words': [withLines(8, 1, video.replace(/[^|]*$/, ' ')), 8],
};
const builtIn: readonly Problem['kind'][] = ['picture', 'video'];

describe('reading a course', () => {
  it('finds nothing wrong with a sound text, with a picture and a video in it as without', () => {
    assert.deepEqual(readCourse(sound.join('\n')).problems, []);
    const { course, problems } = readCourse(withLines(8, 1, 'Text.', '![a cat](picture:known)', video), { pictures });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      partsOf(course?.steps[0]?.text ?? '').map(({ kind }) => kind),
      ['words', 'picture', 'video'],
    );
  });

  for (const kind of problemKinds)
    it(`says where it is: ${kind}`, () => {
      const [text, line] = broken[kind];
      const { problems, course } = readCourse(text, builtIn.includes(kind) ? undefined : { pictures });
      assert.equal(course, undefined);
      assert.ok(
        problems.some((one) => one.kind === kind && one.line === line),
        `found ${JSON.stringify(problems)}`,
      );
    });

  it('finds HTML, titles and hidden characters also in the front, in headings and in choices', () => {
    for (const [line, text] of [
      [2, 'title: <b>T</b>'],
      [5, 'sources: <img src=x>'],
      [7, '## <i>One</i>'],
      [12, '- a => <b>b</b>'],
    ] as const)
      assert.deepEqual(readCourse(withLines(line, 1, text), { pictures }).problems, [{ line, kind: 'html' }]);
  });

  it('reads a file out of Windows like one of ours', () => {
    assert.deepEqual(readCourse(`\ufeff${sound.join('\r\n')}`).problems, []);
  });

  it('lets neither pictures nor videos into the courses of Tandem', () => {
    for (const id of courseIds)
      for (const language of languages)
        for (const { text } of courseIn(id, language).steps) assert.doesNotMatch(text, /!\[|^video:/im);
  });

  it('never throws, and gives a course or says why not', () => {
    const line = fc.oneof(
      fc.constantFrom(...sound, '```', '![x](picture:known)', video),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { course, problems } = readCourse(lines.join('\n'), { pictures });
        assert.equal(course === undefined, problems.length > 0);
      }),
    );
  });
});

describe('a line with a picture or a video', () => {
  it('leads only to a whole address of https, without a name in front of the host', () => {
    assert.ok(isSafeAddress('https://www.youtube.com/@somebody/watch?v=1'));
    for (const address of [
      'http://a.example',
      'https://a',
      'https://me@a.example',
      'https://',
      'javascript:1',
      'https://a.example/"x',
    ])
      assert.equal(isSafeAddress(address), false, address);
  });

  it('says everything that is wrong with a video at once', () => {
    assert.deepEqual(checkMedia('video: ftp://x', pictures), ['video-link', 'video-captions', 'video-words']);
    assert.deepEqual(checkMedia(video.replace('nl, fr', 'NL fr'), pictures), []);
  });

  it('keeps the order of words, pictures and videos', () => {
    assert.deepEqual(partsOf(`a\n\nb\n![c](picture:known)\n\n${video}\nd`), [
      { kind: 'words', text: 'a\n\nb' },
      { kind: 'picture', alternative: 'c', pictureId: 'known' },
      {
        ...{ kind: 'video', address: 'https://video.example/a', captions: ['nl', 'fr'] },
        words: 'Two people greet each other',
      },
      { kind: 'words', text: 'd' },
    ]);
  });
});

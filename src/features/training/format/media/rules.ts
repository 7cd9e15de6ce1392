/** Lines of a step that show a picture or lead to a video: what is wrong with one, and a text taken apart at them. */
import type { Part, Problem } from '../model.ts';

const pictureLine = /^!\[([^\]]*)\]\(picture:([0-9a-z-]{1,64})\)\s*$/;
const videoStart = /^video:/i;

/** A line that begins as one; whether it is a good one says `checkMedia`. */
export function isMedia(line: string): boolean {
  return line.startsWith('![') || videoStart.test(line);
}

export function checkMedia(line: string, pictures: ReadonlySet<string>): Problem['kind'][] {
  return videoStart.test(line) ? problemsOfVideo(line) : problemsOfPicture(line, pictures);
}

/** The name of a file tells nobody what a picture shows. */
const saysNothing = (words: string): boolean => words.trim() === '' || /^\S+\.[a-z]{3,4}$/i.test(words.trim());

function problemsOfPicture(line: string, pictures: ReadonlySet<string>): Problem['kind'][] {
  const [, alternative = '', id = ''] = pictureLine.exec(line) ?? [];
  if (!pictures.has(id)) return ['picture-unknown'];
  return saysNothing(alternative) ? ['picture-alternative'] : [];
}

function problemsOfVideo(line: string): Problem['kind'][] {
  const { address, captions, words } = videoOf(line);
  return [
    ...(isSafeAddress(address) ? [] : ['video-link' as const]),
    ...(captions.length > 0 && captions.every((one) => /^[a-z]{2}$/.test(one)) ? [] : ['video-captions' as const]),
    ...(saysNothing(words) ? ['video-words' as const] : []),
  ];
}

function videoOf(line: string): Extract<Part, { kind: 'video' }> {
  const [address = '', captions = '', ...words] = line
    .replace(videoStart, '')
    .split('|')
    .map((part) => part.trim());
  const languages = /^captions:(.*)$/i.exec(captions)?.[1] ?? '';
  return {
    ...{ kind: 'video', address, words: words.join('|') },
    captions: languages
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((one) => one !== ''),
  };
}

/** An address of https without a name or password in it, which could look like another one. */
export function isSafeAddress(address: string): boolean {
  if (!/^https:\/\/[^\s\\<>"]+$/i.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return hostname.includes('.') && username === '' && password === '';
}

/** The text of a step that was read without problems, in the order in which it is shown. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const line of text.split('\n')) {
    const [last, media] = [parts.at(-1), mediaIn(line)];
    if (media) parts.push(media);
    else if (last?.kind === 'words') parts[parts.length - 1] = { kind: 'words', text: `${last.text}\n${line}` };
    else parts.push({ kind: 'words', text: line });
  }
  return parts.filter((one) => one.kind !== 'words' || one.text.trim() !== '');
}

function mediaIn(line: string): Part | undefined {
  const picture = pictureLine.exec(line);
  if (picture) return { kind: 'picture', alternative: picture[1]?.trim() ?? '', pictureId: picture[2] ?? '' };
  return videoStart.test(line) && problemsOfVideo(line).length === 0 ? videoOf(line) : undefined;
}

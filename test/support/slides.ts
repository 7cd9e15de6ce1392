/**
 * What slides must hold for whoever does not see them, as PowerPoint's own check asks it: a title on each slide, read first; words for pictures and
 * charts; a head row of each table; the language of every run of words. Gives what is missing, each with its slide.
 */
import { strFromU8, unzipSync } from 'fflate';

export function failuresOfSlides(bytes: Uint8Array): string[] {
  const slides = Object.entries(unzipSync(bytes)).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  if (slides.length === 0) return ['no slide'];
  return slides.flatMap(([name, part]) => failuresIn(strFromU8(part)).map((one) => `${name}: ${one}`));
}

function failuresIn(xml: string): string[] {
  const shapes = [...xml.matchAll(/<p:(sp|pic|graphicFrame)>.*?<\/p:\1>/gs)].map(([shape]) => shape);
  const titles = shapes.filter((one) => /<p:ph\s[^>]*type="(title|ctrTitle)"/.test(one));
  const wordsOf = (shape: string): string => [...shape.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text).join('');
  const failures = titles.length === 1 && wordsOf(titles[0]!) !== '' ? [] : [`${titles.length} titles`];
  if (titles[0] !== shapes[0]) failures.push('the title is not read first');
  for (const shape of shapes) {
    const needsWords = shape.startsWith('<p:pic>') || shape.includes('<c:chart');
    if (needsWords && !/<p:cNvPr [^>]*descr="[^"]+"/.test(shape)) failures.push('a picture or chart without words');
    if (shape.includes('<a:tbl>') && !shape.includes('firstRow="1"')) failures.push('a table without a head row');
    for (const [run] of shape.matchAll(/<a:r>.*?<\/a:r>/gs))
      if (!/<a:rPr [^>]*lang="[a-z]{2}/.test(run)) failures.push(`no language: ${wordsOf(run).slice(0, 40)}`);
  }
  return failures;
}

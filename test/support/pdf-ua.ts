/**
 * The conditions of PDF/UA-1 that a machine can check, by their numbers in the Matterhorn Protocol 1.1 (PDF Association, 2021), and the
 * contrast of WCAG 2.2 (1.4.3), read by a reader that had no part in writing the file. Gives what fails, each with its place.
 */
import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const standardRoles = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form Root'
  ).split(' '),
);

export async function failuresOfPdf(bytes: Uint8Array): Promise<string[]> {
  const raw = Buffer.from(bytes).toString('latin1');
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  try {
    const mark = await pdf.getMarkInfo();
    const { info } = await pdf.getMetadata();
    const { Language: language, Title: title } = info as { Language?: string | null; Title?: string };
    const found = [
      ...failsIf(mark?.['Marked'] !== true, '06-001/07: the file is not marked as tagged'),
      ...failsIf(!/pdfuaid:part(?:>|=")1/.test(raw), '06-002: the metadata do not say PDF/UA'),
      ...failsIf(!/<dc:title>/.test(raw) || !title, '06-003: no title in the metadata'),
      ...failsIf(!/\/DisplayDocTitle true/.test(raw), '07-001: the title is not shown'),
      ...failsIf(!language || !/^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(language), '11-006: no language of the whole'),
      ...failsIf(/\/Encrypt\b/.test(raw), '26: encrypted'),
      ...[...raw.matchAll(/\/BaseFont \/(\S+)/g)].flatMap(([, name = '']) =>
        failsIf(!/^[A-Z]{6}\+/.test(name), `31-009: the font ${name} is not embedded`),
      ),
    ];
    let level = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const tree = (await page.getStructTree()) as Node | null;
      const nodes = tree ? flat(tree) : [];
      const place = `page ${number}`;
      found.push(...failsIf(nodes.length === 0, `01: nothing of ${place} is in the structure`));
      for (const { role = '', alt, children = [] } of nodes) {
        found.push(...failsIf(!standardRoles.has(role), `02-001: ${place} has the role ${role}`));
        found.push(...failsIf(role === 'Figure' && !alt, `13-004: ${place} has a figure without a text`));
        found.push(
          ...failsIf(
            role === 'Table' && !flat({ children }).some((one) => one.role === 'TH'),
            `15-003: ${place} has a table without a head`,
          ),
        );
        found.push(
          ...failsIf(
            role === 'L' && children.some((one) => one.role !== 'LI' && one.role !== 'Caption'),
            `16: ${place} has a list of something else`,
          ),
        );
        const heading = /^H([1-6])$/.exec(role)?.[1];
        if (heading === undefined) continue;
        found.push(
          ...failsIf(Number(heading) > level + 1, `14-003: ${place} goes from heading ${level} to ${heading}`),
        );
        level = Number(heading);
      }
      found.push(...(await drawnOutside(page, place)));
      for (const { subtype, contentsObj } of await page.getAnnotations())
        found.push(...failsIf(subtype === 'Link' && !contentsObj?.str, `28-012: ${place} has a link without a text`));
    }
    found.push(...failsIf(level === 0, '14-002: no heading'));
    return [...new Set(found)];
  } finally {
    await task.destroy();
  }
}

const failsIf = (isWrong: boolean, what: string): string[] => (isWrong ? [what] : []);

function flat({ children = [], ...one }: Node): Node[] {
  return [...(one.role ? [{ ...one, children }] : []), ...children.flatMap(flat)];
}

type Colour = readonly [number, number, number];
const white: Colour = [255, 255, 255];

interface State {
  readonly fill: Colour;
}

/** Each thing that is drawn stands in the structure or is marked as an artifact; words stand out from what lies under them. */
async function drawnOutside(page: PDFPageProxy, place: string): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: string[] = [];
  const marks: boolean[] = [];
  const states: State[] = [];
  const grounds: Colour[] = [white];
  let state: State = { fill: [0, 0, 0] };
  fnArray.forEach((operator, at) => {
    const args = argsArray[at] as readonly unknown[] | null;
    switch (operator) {
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        marks.push(true);
        break;
      case OPS.endMarkedContent:
        marks.pop();
        break;
      case OPS.save:
        states.push(state);
        break;
      case OPS.restore:
        state = states.pop() ?? state;
        break;
      case OPS.setFillRGBColor:
        state = { fill: colourOf(args) };
        break;
      case OPS.showText: {
        found.push(...failsIf(marks.length === 0, `01-005: ${place} has text that is neither content nor artifact`));
        const contrast = Math.max(...grounds.map((ground) => contrastOf(state.fill, ground)));
        found.push(
          ...failsIf(contrast < 4.5, `WCAG 1.4.3: ${place} has text with a contrast of ${contrast.toFixed(1)}`),
        );
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        found.push(
          ...failsIf(marks.length === 0, `01-005: ${place} has a picture that is neither content nor artifact`),
        );
        break;
      case OPS.constructPath:
        found.push(
          ...failsIf(marks.length === 0, `01-005: ${place} has a drawing that is neither content nor artifact`),
        );
        if (args?.[0] === OPS.fill || args?.[0] === OPS.eoFill) grounds.push(state.fill);
        break;
      default:
    }
  });
  return found;
}

function colourOf(args: readonly unknown[] | null): Colour {
  const [first, second, third] = args ?? [];
  if (typeof first === 'string') {
    const value = Number.parseInt(first.slice(1), 16);
    return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  }
  return [Number(first), Number(second), Number(third)];
}

function contrastOf(one: Colour, other: Colour): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

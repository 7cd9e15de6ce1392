/** Opens papers again with readers that had no part in writing them. */
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

export interface ReadPdf {
  readonly pages: number;
  readonly text: string;
  readonly lang: string | null;
  readonly title: string | undefined;
  /** The roles of the structure tree, with their alternative texts. */
  readonly roles: readonly { role: string; alt?: string }[];
  readonly hasTags: boolean;
  /** The list beside the pages: sections, and what stands below each. */
  readonly bookmarks: readonly { title: string; below: readonly string[] }[];
  /** Names of fonts that are not in the file. */
  readonly fontsOutside: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString('latin1');
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const roles: { role: string; alt?: string }[] = [];
  const visit = ({ role, alt, children = [] }: Node): void => {
    if (role) roles.push({ role, ...(alt ? { alt } : {}) });
    children.forEach(visit);
  };
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    text += content.items.map((one) => ('str' in one ? one.str + (one.hasEOL ? '\n' : '') : '')).join('');
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) visit(tree);
  }
  const { info } = await pdf.getMetadata();
  const mark = await pdf.getMarkInfo();
  const found = {
    pages: pdf.numPages,
    text,
    lang: (info as { Language?: string | null }).Language ?? null,
    title: (info as { Title?: string }).Title,
    roles,
    hasTags: mark?.['Marked'] === true,
    bookmarks: ((await pdf.getOutline()) ?? []).map(({ title, items }) => ({
      title,
      below: items.map((one: { title: string }) => one.title),
    })),
    fontsOutside: [...raw.matchAll(/\/BaseFont \/(\S+)/g)]
      .map((one) => one[1] ?? '')
      .filter((name) => !/^[A-Z0-9]{6}\+/.test(name)),
  };
  await task.destroy();
  return found;
}

/** The files in a workbook or a presentation, as text. */
export function readPackage(bytes: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return Object.fromEntries(files.map(([name, content]) => [name, strFromU8(content)]));
}

export function textOfXml(xml: string): string {
  const texts = [...xml.replaceAll(/<a:fld .*?<\/a:fld>/gs, '').matchAll(/<(?:a:t|t|v|c:v)(?:\s[^>]*)?>([^<]*)</g)].map(
    (one) => one[1] ?? '',
  );
  return texts
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** A workbook's cells by sheet, row by row. */
export function readSheets(bytes: Uint8Array): string[][][] {
  const files = readPackage(bytes);
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((one) =>
    textOfXml(one[1] ?? ''),
  );
  return Object.keys(files)
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .toSorted()
    .map((name) =>
      [...(files[name] ?? '').matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map((row) =>
        [...(row[1] ?? '').matchAll(/<c([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', inner = '']) => {
          const value = textOfXml(inner);
          return head.includes('t="s"') ? (shared[Number(value)] ?? '') : value;
        }),
      ),
    );
}

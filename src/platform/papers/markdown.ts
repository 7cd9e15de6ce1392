/** A paper as Markdown, for whoever goes on writing in it: the same words as the PDF, headings one below the other, tables as tables. */
import { textOfCell, type Block, type Paper } from '../papers.ts';

export async function writeMarkdown({ title, subtitle, foot, sections }: Paper): Promise<Uint8Array> {
  const parts = [
    `# ${plain(title)}`,
    plain(subtitle),
    ...sections.flatMap((section) => [`## ${plain(section.title)}`, ...section.blocks.flatMap(partsOf)]),
    '---',
    plain(foot),
  ];
  return new TextEncoder().encode(`${parts.join('\n\n')}\n`);
}

/** Paragraphs, between which blank lines stand. */
function partsOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [plain(block.text)];
    case 'small':
      return [`> ${plain(block.text)}`];
    case 'heading':
      return [`### ${plain(block.text)}`];
    case 'list':
      return [block.items.map((item) => `- ${plain(item)}`).join('\n')];
    case 'code':
      return [`${plain(block.text)}: <${block.link}>`];
    case 'figures':
      return [block.figures.map(({ value, label }) => `- ${plain(label)}: ${plain(textOfCell(value))}`).join('\n')];
    case 'table':
      return [`### ${plain(block.title)}`, tableOf(block)];
    case 'bars':
      return [
        `### ${plain(block.title)}`,
        block.bars.map(({ label, text }) => `- ${plain(label)}: ${plain(text)}`).join('\n'),
      ];
    default:
      return block satisfies never;
  }
}

function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((one) => plain(one).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(textOfCell)))].join('\n');
}

/** One line, in which nothing turns into a heading, a list, a link, emphasis or HTML. */
function plain(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*_<]/g, String.raw`\$&`)
    .replaceAll('](', String.raw`]\(`)
    .replace(/^(#{1,6} |[-+>] |\d+[.)] )/, String.raw`\$1`);
}

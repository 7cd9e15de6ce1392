/** One trace as lines of text: what was done inside of what, when it began, how long it took, and how it ended. */
import type { Span } from './model.ts';

/** Steps of one trace, which may come from several processes. */
export function treeOf(all: readonly Span[]): string {
  const known = new Set(all.map((one) => one.spanId));
  const sorted = all.toSorted((one, other) => one.at - other.at);
  const [first] = sorted;
  if (!first) return '';
  const end = Math.max(...all.map(({ at, ms }) => at + ms));
  const roots = sorted.filter(({ parentId }) => parentId === undefined || !known.has(parentId));
  const lines = roots.flatMap((root) => linesOf(root, 0));
  return [`trace ${first.traceId}: ${all.length} steps in ${number(end - first.at)} ms`, ...lines, ''].join('\n');

  function linesOf(one: Span, depth: number): string[] {
    const inside = sorted.filter(({ parentId }) => parentId === one.spanId);
    const times = `${`+${number(one.at - first!.at)}`.padStart(9)} ${number(one.ms).padStart(8)} ms  `;
    return [
      `${times}${'  '.repeat(depth)}${one.name}${endOf(one)}`,
      ...inside.flatMap((step) => linesOf(step, depth + 1)),
    ];
  }
}

const number = (ms: number): string => ms.toFixed(1);

/** `: 200`, `: done`, `: conflict, 2 tries`. */
function endOf({ attributes, failed }: Span): string {
  const { 'http.response.status_code': status, 'tandem.outcome': outcome, 'tandem.tries': tries } = attributes;
  const rows = attributes['db.operation.batch.size'];
  const said = [
    ...[status, outcome].filter((one) => one !== undefined).map(String),
    ...(rows === undefined ? [] : [`${rows} ${rows === 1 ? 'row' : 'rows'}`]),
    ...(tries === undefined || tries === 1 ? [] : [`try ${tries}`]),
    ...(failed ? ['failed'] : []),
  ];
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}

/** The distribution of scores, and the share of each group that was matched, as one SVG. */
export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly of: number;
}

const [width, height, left, top] = [640, 200, 150, 40] as const;
const bins = 20;
const mostBars = 20;
const scoreMost = 10_000;

export function pictureOf(scores: readonly number[], groups: readonly Bar[]): string {
  const shown = groups.toSorted((a, b) => b.of - a.of).slice(0, mostBars);
  const below = top + height + 60;
  const whole = below + 40 + shown.length * 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>Scores of ${scores.length} pairs, and who was matched</title>`,
    `<rect width="${width}" height="${whole}" fill="#fff"/>`,
    ...histogram(scores),
    `<text x="10" y="${below}" font-weight="bold">Matched, by group</text>`,
    ...shown.flatMap((group, k) => bar(group, below + 14 + k * 24)),
    '</svg>',
    '',
  ].join('\n');
}

function histogram(scores: readonly number[]): string[] {
  const counts = new Int32Array(bins);
  for (const score of scores) counts[Math.min(bins - 1, Math.floor((score * bins) / scoreMost))]!++;
  const most = Math.max(1, ...counts);
  const step = (width - 40) / bins;
  return [
    `<text x="10" y="20" font-weight="bold">Pairs by score (0 to ${scoreMost})</text>`,
    ...Array.from(counts, (count, k) => {
      const tall = Math.round((count / most) * height);
      const x = (20 + k * step).toFixed(1);
      const from = (k * scoreMost) / bins;
      return `<rect x="${x}" y="${top + height - tall}" width="${(step - 2).toFixed(1)}" height="${tall}" fill="#5b5fc7"><title>${from} to ${from + scoreMost / bins}: ${count}</title></rect>`;
    }),
    ...[0, 5, 10, 15, 20].map(
      (k) =>
        `<text x="${20 + k * step}" y="${top + height + 16}" text-anchor="middle">${(k * scoreMost) / bins}</text>`,
    ),
  ];
}

function bar({ name, count, of }: Bar, y: number): string[] {
  const long = of === 0 ? 0 : Math.round(((width - left - 120) * count) / of);
  return [
    `<text x="${left - 8}" y="${y + 12}" text-anchor="end">${escaped(name)}</text>`,
    `<rect x="${left}" y="${y}" width="${width - left - 120}" height="16" fill="#eee"/>`,
    `<rect x="${left}" y="${y}" width="${long}" height="16" fill="#2b7a4b"/>`,
    `<text x="${width - 112}" y="${y + 12}">${count} of ${of} (${of === 0 ? 0 : Math.round((100 * count) / of)} %)</text>`,
  ];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').slice(0, 24);

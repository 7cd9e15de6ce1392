/** Which version of the product this is, as the package says it; for papers that are kept. */
import manifest from '../../package.json' with { type: 'json' };

export const productVersion: string = manifest.version;

/** Number by number; what is no number counts as 0. */
export function compareVersions(one: string, other: string): number {
  const numbers = (text: string): number[] => text.split(/[.+-]/).map((part) => Number.parseInt(part, 10) || 0);
  const [mine, theirs] = [numbers(one), numbers(other)];
  for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1) {
    const apart = (mine[at] ?? 0) - (theirs[at] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** Names of countries in the four languages, as the platform's own list of regions has them; those where the product is at home are no sign. */
import { keyOf, tokensIn } from '../../phrases/rules.ts';
import { languages } from '../../../../../platform/words.ts';

const home = ['BE', 'NL', 'FR', 'DE', 'LU', 'GB', 'EU'];
/** Also words or given names. */
const alsoWords = new Set([
  'jordan',
  'georgia',
  'chad',
  'man',
  'monaco',
  'oman',
  'togo',
  'niue',
  'reunion',
  'welt',
  'world',
  'monde',
  'wereld',
]);

let known: ReadonlySet<string> | undefined;

/** Whether a country is named somewhere in these words. */
export function isCountry(keys: readonly string[]): boolean {
  known ??= allNames();
  for (let at = 0; at < keys.length; at += 1)
    for (let length = 1; length <= 4; length += 1) if (known.has(keys.slice(at, at + length).join(' '))) return true;
  return false;
}

function allNames(): Set<string> {
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
  const codes = letters.flatMap((one) => letters.map((two) => one + two)).filter((code) => !home.includes(code));
  const names = languages.flatMap((language) => {
    const spoken = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => spoken.of(code) ?? []);
  });
  const keys = names.map((name) =>
    tokensIn(keyOf(name))
      .map(({ key }) => key)
      .join(' '),
  );
  return new Set(keys.filter((key) => key.length > 3 && !alsoWords.has(key)));
}

/** Which version of the product this is, as the package says it; for papers that are kept. */
import manifest from '../../package.json' with { type: 'json' };

export const productVersion: string = manifest.version;

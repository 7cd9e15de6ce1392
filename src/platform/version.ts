/** Of the product, as in package.json: what it writes for later says which one wrote it. */
export const productVersion = '0.1.0';

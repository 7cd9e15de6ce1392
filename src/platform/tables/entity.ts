/** A value as an entity: JSON in text properties of at most 30,000 characters each, under 1 MiB in all. */

export type Entity = {
  readonly partitionKey: string;
  readonly rowKey: string;
  /** The operation that wrote the row: the same id after a lost answer means that it was done. */
  readonly op: string;
  readonly [part: `v${number}`]: string;
};

/** Characters that a batch, which is lines of text, may take for the end of one: written as JSON's escapes, they mean the same. */
const lineBreaking = /[\u007f-\u009f\u2028\u2029\ufeff]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const partLength = 30_000;
const mostParts = 15;

export function entityOf(partitionKey: string, rowKey: string, op: string, value: unknown): Entity {
  const text = value === undefined ? '' : JSON.stringify(value).replace(lineBreaking, escaped);
  const parts = Math.ceil(text.length / partLength);
  if (parts > mostParts) throw new Error(`the value of ${rowKey} is too large: ${text.length} characters`);
  const texts = Array.from({ length: parts }, (_, part) => [
    `v${part}`,
    text.slice(part * partLength, (part + 1) * partLength),
  ]);
  return { partitionKey, rowKey, op, ...(Object.fromEntries(texts) as Record<`v${number}`, string>) };
}

export function textOf(entity: Entity): string {
  let text = '';
  for (let part = 0; part < mostParts; part += 1) text += entity[`v${part}`] ?? '';
  return text;
}

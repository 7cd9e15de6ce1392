/**
 * Prints every kind of row with its fields, read off the schemas in a process of its own: other tests write rows of the product's kinds
 * with schemas of theirs. The walk is not the product's own, so that a fault in that one is found.
 */
import { z } from 'zod';
import '../../src/api/routes.ts';
import '../../src/worker/jobs.ts';
import '../../src/platform/connect.ts';
import { schemas } from '../../src/platform/tables.ts';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly [part: string]: unknown;
}

function namesIn(node: Node, found: string[] = []): string[] {
  for (const [name, inner] of Object.entries(node.properties ?? {})) {
    found.push(name);
    namesIn(inner, found);
  }
  const { items, additionalProperties, anyOf, oneOf, allOf, $defs } = node as Readonly<Record<string, unknown>>;
  const below = [items, additionalProperties, anyOf, oneOf, allOf, $defs && Object.values($defs)].flat();
  for (const one of below) if (typeof one === 'object' && one !== null) namesIn(one as Node, found);
  return found;
}

const kinds = [...schemas].map(([kind, schema]) => [
  kind,
  [...new Set(namesIn(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Node))],
]);
process.stdout.write(JSON.stringify(Object.fromEntries(kinds)));

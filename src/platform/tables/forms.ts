/**
 * Reads a row whichever release wrote it. While a new release is rolled out both work on the same rows, and a row may lie for years:
 * - A field that is new at the top of a row, and may be missing, needs nothing: an older release leaves it as it is.
 * - Any other change makes a new form, with a step that makes one of the form before. A row says its form when it is not the first. It is
 *   read as the newest and written as such when it is changed next; a release that does not know the form refuses the row, and the worker
 *   or the person comes again.
 */
import { z } from 'zod';
import { Failure } from '../errors.ts';

type Fields = Readonly<Record<string, unknown>>;
/** Fields that this release does not know. */
export type Rest = Fields;
/** Makes a row of the next form out of one of this form. */
export type Step = (former: Fields) => Fields;

export interface RowReader<T> {
  /** Failure `unavailable` with `newer-release` when a later release wrote it in a form of its own. */
  read(text: string): { readonly value: T; readonly rest?: Rest };
  /** What is kept. */
  written(value: unknown, rest?: Rest): unknown;
  /** What is kept of a row that was changed as it lay there, when it is still one. */
  checked(kept: unknown): unknown;
}

const formField = '~form';

export function rowReader<T>(schema: z.ZodType<T>, steps: readonly Step[] = []): RowReader<T> {
  const newest = steps.length + 1;
  let fields: ReadonlySet<string> | 'any' | undefined;

  function split(row: Fields): { readonly known: Fields; readonly rest?: Rest } {
    fields ??= fieldsOf(schema);
    if (fields === 'any') return { known: row };
    const names = fields;
    if (Object.keys(row).every((name) => names.has(name))) return { known: row };
    const [known, rest] = parted(row, (name) => names.has(name));
    return { known, rest };
  }

  function valueOf(row: unknown): { readonly value: T; readonly rest?: Rest } {
    if (!isFields(row)) return { value: schema.parse(row) };
    const { [formField]: form = 1, ...said } = row;
    if (!Number.isInteger(form) || Number(form) < 1 || Number(form) > newest)
      throw new Failure('unavailable', 'newer-release');
    const { known, rest } = split(steps.slice(Number(form) - 1).reduce((former, step) => step(former), said as Fields));
    const parsed = schema.safeParse(known);
    if (parsed.success) return { value: parsed.data, ...(rest ? { rest } : {}) };
    // Where a schema first makes something of what it is given, only it can say which fields are strange to it.
    const strange = strangeIn(parsed.error);
    if (rest || strange.length === 0) throw parsed.error;
    const [left, right] = parted(known, (name) => !strange.includes(name));
    return { value: schema.parse(left), rest: right };
  }

  function written(value: unknown, rest?: Rest): unknown {
    const row: unknown = schema.parse(value);
    if (!isFields(row)) return row;
    return { ...rest, ...row, ...(newest > 1 ? { [formField]: newest } : {}) };
  }

  return {
    read: (text) => valueOf(JSON.parse(text)),
    written,
    checked: (kept) => {
      const { value, rest } = valueOf(kept);
      return written(value, rest);
    },
  };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parted(row: Fields, isKnown: (name: string) => boolean): readonly [Fields, Rest] {
  const entries = Object.entries(row);
  const some = (wanted: boolean): Fields => Object.fromEntries(entries.filter(([name]) => isKnown(name) === wanted));
  return [some(true), some(false)];
}

/** Nothing where anything else is wrong too. */
function strangeIn({ issues }: z.ZodError): readonly string[] {
  const isStrange = issues.every(({ code, path }) => code === 'unrecognized_keys' && path.length === 0);
  return isStrange ? issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])) : [];
}

interface Described {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly additionalProperties?: unknown;
}

/** The fields that a row of this kind may have; `any` where it takes whatever there is, and so loses nothing. */
function fieldsOf(schema: z.ZodType): ReadonlySet<string> | 'any' {
  const described = (io: 'input' | 'output'): Described =>
    z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Described;
  if (!isClosed(described('output'))) return 'any';
  const found = namesIn(described('input'));
  return found === undefined ? 'any' : new Set(found);
}

/** Every form that it may have names all its fields. */
function isClosed(described: Described): boolean {
  const forms = described.anyOf ?? described.oneOf;
  return forms ? forms.every(isClosed) : described.additionalProperties === false;
}

function namesIn({ anyOf, oneOf, properties }: Described): string[] | undefined {
  const forms = anyOf ?? oneOf;
  if (!forms) return properties && Object.keys(properties);
  const all = forms.map(namesIn);
  return all.every((one) => one !== undefined) ? all.flat() : undefined;
}

/** `$filter`: comparisons, `in`, `startswith`, `endswith`, `contains`, and their combinations. */
import { badRequest, isRecord } from './answers.ts';
import type { Entity, Shape } from './odata.ts';

export interface Filter {
  readonly matches: (entity: Entity) => boolean;
  /** Graph answers these only as advanced queries. */
  readonly isAdvanced: boolean;
}

type Test = (entity: Entity) => boolean;
type Value = string | number | boolean | null;

const tokens = /\s*(?:'((?:[^']|'')*)'|([A-Za-z_][\w/.@]*)|(-?\d+(?:\.\d+)?)|([(),]))/uy;

interface Token {
  readonly kind: 'text' | 'word' | 'number' | 'sign';
  readonly text: string;
}

export function parseFilter(filter: string, shape: Pick<Shape, 'type' | 'properties'>): Filter {
  const reader = createReader(tokensOf(filter), filter);
  let isAdvanced = false;

  function either(): Test {
    const tests = [all()];
    while (reader.skip('or')) tests.push(all());
    return (entity) => tests.some((test) => test(entity));
  }

  function all(): Test {
    const tests = [one()];
    while (reader.skip('and')) tests.push(one());
    return (entity) => tests.every((test) => test(entity));
  }

  function one(): Test {
    if (reader.skip('not')) {
      isAdvanced = true;
      const test = one();
      return (entity) => !test(entity);
    }
    if (reader.skip('(')) {
      const test = either();
      reader.expect(')');
      return test;
    }
    const word = reader.word();
    const name = word.toLowerCase();
    return name === 'startswith' || name === 'endswith' || name === 'contains' ? call(name) : comparison(word);
  }

  function call(name: 'startswith' | 'endswith' | 'contains'): Test {
    if (name !== 'startswith') isAdvanced = true;
    reader.expect('(');
    const property = known(reader.word());
    reader.expect(',');
    const wanted = String(reader.value()).toLowerCase();
    reader.expect(')');
    return (entity) => {
      const text = textOf(valueAt(entity, property)).toLowerCase();
      if (name === 'startswith') return text.startsWith(wanted);
      return name === 'endswith' ? text.endsWith(wanted) : text.includes(wanted);
    };
  }

  function comparison(word: string): Test {
    const property = known(word);
    const operator = reader.word();
    if (operator === 'in') return among(property);
    if (operator !== 'eq' && operator !== 'ne') throw syntaxError(filter);
    const wanted = reader.value();
    if (operator === 'ne') isAdvanced = true;
    return (entity) => isSame(valueAt(entity, property), wanted) === (operator === 'eq');
  }

  function among(property: string): Test {
    reader.expect('(');
    const wanted = [reader.value()];
    while (reader.skip(',')) wanted.push(reader.value());
    reader.expect(')');
    return (entity) => wanted.some((value) => isSame(valueAt(entity, property), value));
  }

  function known(property: string): string {
    const first = property.split('/')[0] ?? '';
    if (first === 'id' || shape.properties.has(first)) return property;
    throw badRequest(`Could not find a property named '${first}' on type '${shape.type}'.`);
  }

  const matches = either();
  reader.end();
  return { matches, isAdvanced };
}

function tokensOf(filter: string): Token[] {
  const found: Token[] = [];
  tokens.lastIndex = 0;
  const text = filter.trimEnd();
  while (tokens.lastIndex < text.length) {
    const match = tokens.exec(text);
    if (!match) throw syntaxError(filter);
    const [, quoted, word, number, sign] = match;
    if (quoted !== undefined) found.push({ kind: 'text', text: quoted.replaceAll("''", "'") });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}

function createReader(list: readonly Token[], filter: string) {
  let position = 0;
  const take = (): Token => {
    const token = list[position];
    if (!token) throw syntaxError(filter);
    position += 1;
    return token;
  };
  const skip = (text: string): boolean => {
    const token = list[position];
    const isIt = token !== undefined && token.kind !== 'text' && token.text === text;
    if (isIt) position += 1;
    return isIt;
  };
  return {
    skip,
    expect: (text: string): void => {
      if (!skip(text)) throw syntaxError(filter);
    },
    word: (): string => {
      const token = take();
      if (token.kind !== 'word') throw syntaxError(filter);
      return token.text;
    },
    value: (): Value => {
      const token = take();
      if (token.kind === 'text') return token.text;
      if (token.kind === 'number') return Number(token.text);
      if (token.text === 'true' || token.text === 'false') return token.text === 'true';
      if (token.text === 'null') return null;
      throw syntaxError(filter);
    },
    end: (): void => {
      if (position < list.length) throw syntaxError(filter);
    },
  };
}

function valueAt(entity: Entity, property: string): unknown {
  return property.split('/').reduce<unknown>((value, name) => {
    return isRecord(value) ? value[name] : undefined;
  }, entity);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Text is compared without regard to case, as the directory does it. */
function isSame(value: unknown, wanted: Value): boolean {
  if (typeof value === 'string' && typeof wanted === 'string') return value.toLowerCase() === wanted.toLowerCase();
  return (value ?? null) === wanted;
}

function syntaxError(filter: string): Error {
  return badRequest(`Invalid filter clause: Syntax error in '${filter}'.`);
}

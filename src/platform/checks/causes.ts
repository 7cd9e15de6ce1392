/** What an error says in all its depths: libraries wrap what the network told them. */
export interface Causes {
  /** Such as `ENOTFOUND` and `CERT_HAS_EXPIRED`. */
  readonly codes: readonly string[];
  /** Of the first answer that there was. */
  readonly status: number | undefined;
  /** Names, reasons and messages, the outermost first. */
  readonly text: string;
}

const deepest = 8;

export function causesOf(error: unknown): Causes {
  const all: Readonly<Record<string, unknown>>[] = [];
  let left: unknown[] = [error];
  for (let depth = 0; depth < deepest && left.length > 0; depth += 1) {
    const here = left.filter(
      (one): one is Readonly<Record<string, unknown>> => typeof one === 'object' && one !== null,
    );
    all.push(...here);
    left = here.flatMap(({ cause, errors }) => [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])]);
  }
  const texts = (name: string): string[] => all.map((one) => one[name]).filter((one) => typeof one === 'string');
  return {
    codes: texts('code').filter((code) => /^[A-Z][A-Z_]+$/.test(code)),
    status: all.map(({ statusCode }) => statusCode).find((one) => typeof one === 'number'),
    text: ['name', 'reason', 'errorCode', 'message', 'errorMessage'].flatMap(texts).join('\n'),
  };
}

/** Every row there is, table by table, a page at a time. */
import { tableNames, type Page, type TableName, type Tables } from '../tables.ts';

export type FoundRow = Page['rows'][number] & { readonly table: TableName };

export async function* everyRow(tables: Pick<Tables, 'scan'>): AsyncGenerator<FoundRow> {
  for (const table of tableNames) {
    let page: Page = await tables.scan(table);
    for (;;) {
      for (const row of page.rows) yield { ...row, table };
      if (page.next === undefined) break;
      page = await tables.scan(table, page.next);
    }
  }
}

/** How far a pass through every row has come: nothing before it begins, and again when it is through. */
export interface Reached {
  readonly table?: number;
  readonly page?: string;
}

/** The same in steps: goes on from there, a page at least, until the time is up; gives how far it came. */
export async function passOn(
  tables: Pick<Tables, 'scan'>,
  from: { readonly [key in keyof Reached]: Reached[key] | undefined },
  isOver: () => boolean,
  each: (table: TableName, page: Page) => Promise<void>,
): Promise<Reached> {
  let [table, page] = [from.table ?? 0, from.page];
  for (let name = tableNames[table]; name !== undefined; name = tableNames[table]) {
    const found: Page = await tables.scan(name, page);
    await each(name, found);
    page = found.next;
    if (page === undefined) table += 1;
    if (isOver() && tableNames[table] !== undefined) return { table, ...(page === undefined ? {} : { page }) };
  }
  return {};
}

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

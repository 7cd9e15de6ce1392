/** What stands below the answers themselves: all figures as a table, and one question by department and site. */
import type { ReactNode } from 'react';
import { FiguresTable, type TableProps } from './figures-table.tsx';
import { ByPart, type ByPartProps } from './parts.tsx';

export function Tables({ questions, items, parts }: TableProps & ByPartProps): ReactNode {
  return (
    <>
      <FiguresTable questions={questions} items={items} />
      <ByPart questions={questions} parts={parts} />
    </>
  );
}

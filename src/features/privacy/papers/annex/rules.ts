/** The annex of the record: every kind of row with every field in it, by table. Nothing is chosen here, so nothing is left out. */
import type { Block } from '../../../../platform/papers.ts';
import { sayField, sayKind, type KeptKind } from '../../kinds/rules.ts';
import type { PaperFacts } from '../facts/model.ts';
import { say } from '../words.ts';

export function annexOf({ kinds, language }: PaperFacts): Block[] {
  const tables = [...new Set(kinds.map(({ table }) => table))];
  return tables.flatMap((table): Block[] => [
    { kind: 'heading', text: `${say(language, `table.${table}`)} (${table})` },
    ...kinds.filter((one) => one.table === table).flatMap((one) => linesOf(one, language)),
  ]);
}

function linesOf(one: KeptKind, language: PaperFacts['language']): Block[] {
  const { table, kind, kept, fields } = one;
  const place = kind === 'task' ? say(language, 'annex.everyTable') : `${table} ${kind}`;
  const about = say(language, `about.short.${kept.about}`);
  const until = say(language, `end.${kept.until}`);
  const labels = fields.map((field) => `${sayField(language, one, field)} (${field})`);
  return [
    { kind: 'text', text: `${sayKind(language, one)} [${place}]` },
    { kind: 'small', text: say(language, 'annex.kept', { about, until }) },
    {
      kind: 'small',
      text:
        labels.length > 0
          ? say(language, 'annex.fields', { list: labels.join('; ') })
          : say(language, 'annex.noFields'),
    },
  ];
}

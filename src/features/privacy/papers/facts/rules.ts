/** Tables and lists that the prose of the papers takes from the code: what is kept, who reads it, what the matching counts, which rights are used. */
import { deeds } from '../../../../platform/audit/deeds.ts';
import { blobsKept, ends } from '../../../../platform/kept.ts';
import type { Block } from '../../../../platform/papers.ts';
import { signals } from '../../../checkins/signals/model.ts';
import { numbers as signalNumbers } from '../../../checkins/signals/rules.ts';
import { say as saySignal } from '../../../checkins/signals/words.ts';
import { partIds, ruleIds, type PartId } from '../../../matching/engine/model.ts';
import { reportingLevels, toldRule } from '../../../matching/engine/rules.ts';
import { presets } from '../../../matching/model.ts';
import { presetWeights } from '../../../matching/weighing/rules.ts';
import { say as sayMatching } from '../../../matching/words.ts';
import { questions } from '../../../people/identity/model.ts';
import { say as sayIdentity } from '../../../people/identity/words.ts';
import { endOf, forms, receipts, type FormName } from '../../../people/receipt/model.ts';
import { sentencesOf } from '../../../people/receipt/rules.ts';
import { say as sayReceipt } from '../../../people/receipt/words.ts';
import { floors } from '../../../release/model.ts';
import { sayKind } from '../../kinds/rules.ts';
import { permissions } from '../../permissions/model.ts';
import { forKey, withoutKey } from '../../permissions/rules.ts';
import { say as sayPermission } from '../../permissions/words.ts';
import { annexOf } from '../annex/rules.ts';
import { assessedBlocks, exceptionBlocks } from '../assessment/rules.ts';
import { say } from '../words.ts';
import type { PaperFacts } from './model.ts';

type Key = Parameters<typeof say>[1];

export const blocksKnown: Readonly<Record<string, (facts: PaperFacts) => readonly Block[]>> = {
  annex: annexOf,
  assessed: assessedBlocks,
  exceptions: exceptionBlocks,
  areas: ({ kinds, language }) => {
    const tables = [...new Set(kinds.map(({ table }) => table))];
    const rows = tables.map((table) => [
      say(language, `table.${table}`),
      ...(['given', 'people', 'work'] as const).map((about) =>
        String(kinds.filter((one) => one.table === table && one.kept.about === about).length),
      ),
    ]);
    return [tableOf(language, 'caption.areas', ['area', 'given', 'people', 'work'], rows)];
  },
  // By when it ends: the same words beside each of a hundred kinds would hide which they are.
  kept: ({ kinds, language }) =>
    ends.flatMap((end) => {
      const rows = kinds
        .filter(({ kept }) => kept.about !== 'work' && kept.until === end)
        .map((one) => [sayKind(language, one), say(language, `about.short.${one.kept.about}`)]);
      return rows.length === 0 ? [] : [tableOf(language, `end.${end}`, ['what', 'about'], rows)];
    }),
  ends: ({ kinds, language }) => {
    const about = [...kinds.map(({ kept }) => kept), ...Object.values(blobsKept)].filter((one) => one.about !== 'work');
    const rows = ends.flatMap((end) => {
      const count = about.filter(({ until }) => until === end).length;
      return count === 0 ? [] : [[say(language, `end.${end}`), String(count)]];
    });
    return [tableOf(language, 'caption.ends', ['until', 'kinds'], rows)];
  },
  readers: ({ language }) => {
    const rows = forms.flatMap((form: FormName) =>
      receipts[form].map((one) => {
        const { what, who } = sentencesOf(one, language, floors);
        return [
          say(language, 'inForm', { form: say(language, `form.${form}`), what }),
          who,
          say(language, `end.${endOf(one)}`),
          sayReceipt(language, `back.${one.back}`),
        ];
      }),
    );
    return [tableOf(language, 'caption.readers', ['what', 'readers', 'until', 'back'], rows)];
  },
  weights: ({ language }) => {
    const rows = partIds.map((part: PartId) => [
      say(language, `part.${part}`),
      ...presets.map((preset) => String(presetWeights[preset][part])),
    ]);
    const head = [say(language, 'head.counts'), ...presets.map((preset) => sayMatching(language, `preset.${preset}`))];
    return [{ kind: 'table', title: say(language, 'caption.weights'), head, rows }];
  },
  rules: ({ language }) => [
    { kind: 'list', items: toldRules.map((rule) => say(language, `rule.${rule}`, { levels: reportingLevels })) },
  ],
  identity: ({ language }) => [
    { kind: 'list', items: questions.map((one) => sayIdentity(language, `identity.q.${one}`)) },
  ],
  signals: ({ language }) => [
    {
      kind: 'list',
      items: signals.map((one) =>
        say(language, 'signal', { what: saySignal(language, `why.${one}`), days: signalNumbers[one].list }),
      ),
    },
  ],
  'permissions-app': (facts) => permissionsOf(facts, 'app'),
  'permissions-delegated': (facts) => permissionsOf(facts, 'delegated'),
  deeds: ({ language }) => [{ kind: 'list', items: deeds.map((one) => say(language, `deed.${one}`)) }],
};

/** What keeps two people apart, each once; private wishes are one answer, and that nobody is paired with themselves goes without saying. */
export const toldRules = [...new Set(ruleIds.map(toldRule))].filter((rule) => rule !== 'self');

/** Each right once, with what it is for and what is missing without it. */
function permissionsOf({ language }: PaperFacts, rights: 'app' | 'delegated'): Block[] {
  const rows = permissions
    .filter((one) => one.rights === rights)
    .map((one) => [one.name, sayPermission(language, forKey(one)), sayPermission(language, withoutKey(one))]);
  return [tableOf(language, `caption.permissions-${rights}`, ['right', 'for', 'without'], rows)];
}

type Head =
  | 'area'
  | 'given'
  | 'people'
  | 'work'
  | 'what'
  | 'about'
  | 'until'
  | 'kinds'
  | 'readers'
  | 'back'
  | 'right'
  | 'for'
  | 'without';

function tableOf(
  language: PaperFacts['language'],
  title: Extract<Key, `caption.${string}` | `end.${string}`>,
  heads: readonly Head[],
  rows: readonly string[][],
): Block {
  return {
    kind: 'table',
    title: say(language, title),
    head: heads.map((one) => say(language, `head.${one}`)),
    rows,
  };
}

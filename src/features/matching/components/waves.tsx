/** When the offers of a proposal go: all at once, or in waves. */
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { NumberField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import type { Workbench } from '../proposals/model.ts';
import { countWaves, type Waves } from '../waves/model.ts';
import { say } from '../words.ts';

/** A number that is being typed may be missing. */
export type WavesDraft = { readonly [K in keyof Waves]: Waves[K] | undefined };
const ways = ['at-once', 'in-waves'] as const;
export type Way = (typeof ways)[number];

interface ChooseWavesProps {
  readonly loads: Workbench['loads'];
  readonly way: Way;
  readonly wanted: WavesDraft;
  onChange(this: void, part: { way?: Way; waves?: WavesDraft }): void;
}

/** All offers at once, or some first: what these people say can still change something for the others. */
export function ChooseWaves({ loads, way, wanted, onChange }: ChooseWavesProps): ReactNode {
  const t = useSay(say);
  const { pairs: size = 0, everyDays = 0 } = wanted;
  const isSaid = size >= 1 && everyDays >= 1;
  const count = isSaid ? countWaves(loads, { pairs: size, everyDays }) : 0;
  const days = (count - 1) * everyDays;
  return (
    <>
      <ChoiceField
        name="way"
        required
        label={t('publish.way')}
        value={way}
        choices={ways.map((value) => ({ value, label: t(`publish.way.${value}`) }))}
        onChange={(value) => onChange({ way: value ?? 'at-once' })}
      />
      {way === 'in-waves' && (
        <>
          <NumberField
            {...{ name: 'waves.pairs', label: t('publish.waves.pairs'), least: 1, most: 10_000, required: true }}
            value={wanted.pairs}
            onChange={(size) => onChange({ waves: { ...wanted, pairs: size } })}
          />
          <NumberField
            {...{ name: 'waves.everyDays', label: t('publish.waves.days'), least: 1, most: 60, required: true }}
            value={wanted.everyDays}
            onChange={(everyDays) => onChange({ waves: { ...wanted, everyDays } })}
          />
          {count > 0 && <p>{t('publish.waves.count', { count, days })}</p>}
        </>
      )}
    </>
  );
}

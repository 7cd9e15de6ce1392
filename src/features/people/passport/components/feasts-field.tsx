/** Feast days to choose from, a list for each belief. All of it happens in this browser: what is added is dates, and nothing says from which list. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoicesField } from '../../../../ui/choices.tsx';
import { FieldFrame } from '../../../../ui/frame.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { regionOf } from '../../../../platform/words.ts';
import { beliefs, type Belief, type FeastDay } from '../feasts/model.ts';
import { feastDays } from '../feasts/rules.ts';
import { say } from '../words.ts';

export interface FeastsFieldProps {
  readonly today: string;
  readonly onAdd: (dates: readonly string[]) => void;
}

export function FeastsField({ today, onAdd }: FeastsFieldProps): ReactNode {
  const t = useSay(say);
  const [belief, setBelief] = useState<Belief>();
  return (
    <>
      <FieldFrame name="belief" label={t('feasts')} hint={t('feasts.hint')} type="search">
        <Select value={belief ?? ''} onChange={(chosen) => setBelief(beliefs.find((one) => one === chosen))}>
          <option value="">{t('feasts.choose')}</option>
          {beliefs.map((one) => (
            <option key={one} value={one}>
              {t(`belief.${one}`)}
            </option>
          ))}
        </Select>
      </FieldFrame>
      {belief !== undefined && (
        <Feasts
          key={belief}
          found={feastDays(belief, today)}
          onAdd={(dates) => {
            onAdd(dates);
            setBelief(undefined);
          }}
        />
      )}
    </>
  );
}

interface FeastsProps {
  readonly found: readonly FeastDay[];
  readonly onAdd: (dates: readonly string[]) => void;
}

function Feasts({ found, onAdd }: FeastsProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const form = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const add = (): void => onAdd(found.filter((one) => chosen.includes(keyOf(one))).flatMap(({ dates }) => [...dates]));
  return (
    <>
      <ChoicesField
        name="feasts"
        label={t('feasts.which')}
        required
        value={chosen}
        onChange={setChosen}
        choices={found.map((one) => ({
          value: keyOf(one),
          label: t(`feast.${one.feast}`),
          hint: one.dates.map((date) => form.format(Date.parse(date))).join(' · '),
        }))}
      />
      <Button disabledFocusable={chosen.length === 0} onClick={() => chosen.length > 0 && add()}>
        {t('feasts.add')}
      </Button>
    </>
  );
}

const keyOf = ({ feast, dates }: FeastDay): string => `${feast} ${dates[0] ?? ''}`;

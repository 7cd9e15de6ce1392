/** How, when and where somebody can be reached. What is typed stays in this window alone: no draft of it is kept. */
import { useState, type ReactNode } from 'react';
import { languages, regionOf, type Language } from '../../../platform/words.ts';
import { ChoiceField, ChoicesField, TickField, type Choice } from '../../../ui/choices.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { parts } from '../../people/passport/model.ts';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import {
  anyone,
  avoids,
  keptDaysAfterDone,
  longestContact,
  ways,
  workdays,
  type AdviserCard,
  type Avoid,
  type Half,
  type How,
  type TalkPage,
  type Way,
  type Wish,
} from '../model.ts';
import { say } from '../words.ts';

interface Draft {
  readonly way: Way | undefined;
  readonly contact: string;
  readonly site: string;
  readonly halves: readonly Half[];
  readonly avoid: readonly Avoid[];
  readonly speak: Language;
  readonly adviser: string | undefined;
  readonly chatIsSafe: boolean;
}

interface PartProps {
  readonly value: Draft;
  set(this: void, part: Partial<Draft>): void;
}

export interface WishFormProps {
  readonly page: TalkPage;
  send(this: void, wish: Wish): Promise<unknown>;
}

export function WishForm({ page, send }: WishFormProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const [value, setValue] = useState(() => draftFrom(page, language));
  const set = (part: Partial<Draft>): void => setValue((before) => ({ ...before, ...part }));
  return (
    <Form submit={t(page.mine ? 'save' : 'send')} onSubmit={() => send(wishFrom(value))}>
      <HowFields value={value} set={set} sites={page.sites} isGuest={page.isGuest} />
      <WhenFields value={value} set={set} />
      <WhoField value={value} set={set} advisers={page.advisers} />
      {!page.isGuest && !value.avoid.includes('teams') && (
        <TickField
          name="chatIsSafe"
          label={t('chat')}
          value={value.chatIsSafe}
          onChange={(chatIsSafe) => set({ chatIsSafe })}
        />
      )}
      <Receipt of="private-talk" />
    </Form>
  );
}

function HowFields({ value, set, sites, isGuest }: PartProps & Pick<TalkPage, 'sites' | 'isGuest'>): ReactNode {
  const t = useSay(say);
  const { way } = value;
  const offered = ways.filter((one) => (one !== 'site' || sites.length > 0) && (one !== 'teams' || !isGuest));
  const field = { name: 'how.contact', required: true, most: longestContact, value: value.contact };
  const onChange = (contact: string): void => set({ contact });
  const hint = t('contact.hint', { days: keptDaysAfterDone });
  return (
    <>
      <ChoiceField
        name="how.way"
        label={t('way')}
        required
        value={way}
        choices={offered.map((one) => ({ value: one, label: t(`way.${one}`) }))}
        onChange={(chosen) => set({ way: chosen, contact: '' })}
      />
      {way === 'phone' && <TextField {...field} {...{ type: 'tel', label: t('contact.phone'), hint, onChange }} />}
      {way === 'mail' && <TextField {...field} {...{ type: 'email', label: t('contact.mail'), hint, onChange }} />}
      {way === 'site' && (
        <ChoiceField
          name="how.site"
          label={t('site')}
          required
          value={value.site}
          choices={sites.map((one) => ({ value: one, label: one }))}
          onChange={(site) => set({ site: site ?? '' })}
        />
      )}
    </>
  );
}

function WhenFields({ value, set }: PartProps): ReactNode {
  const t = useSay(say);
  const halves = useHalves();
  return (
    <>
      <ChoicesField
        name="halves"
        label={t('halves')}
        hint={t('halves.hint')}
        required
        value={value.halves}
        choices={halves}
        onChange={(some) => set({ halves: some })}
      />
      <ChoicesField
        name="avoid"
        label={t('avoid')}
        hint={t('avoid.hint')}
        value={value.avoid}
        choices={avoids.map((one) => ({ value: one, label: t(`avoid.${one}`) }))}
        onChange={(avoid) => set({ avoid })}
      />
      <ChoiceField
        name="speak"
        label={t('speak')}
        required
        value={value.speak}
        choices={languages.map((one) => ({ value: one, label: t(`speak.${one}`) }))}
        onChange={(speak) => speak && set({ speak })}
      />
    </>
  );
}

/** Half days of the working week, by their names. */
export function useHalves(): readonly Choice<Half>[] {
  const t = useSay(say);
  const region = regionOf(useLanguage());
  // A week that began on a Monday.
  const nameOf = (place: number): string =>
    new Intl.DateTimeFormat(region, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + place));
  return workdays.flatMap((weekday, place) =>
    parts.map((part) => ({
      value: `${weekday}-${part}` as const,
      label: t('half', { day: nameOf(place), part: t(`part.${part}`) }),
    })),
  );
}

function WhoField({ value, set, advisers }: PartProps & { readonly advisers: readonly AdviserCard[] }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const chosen = advisers.find(({ person }) => person.id === value.adviser);
  const free = { value: anyone, label: t('adviser.anyone'), hint: t('adviser.anyone.hint') };
  const isAnybodyFree = advisers.some(({ near }) => near === undefined);
  const named = advisers.map(({ person, speaks }) => {
    const list = new Intl.ListFormat(language).format(speaks.map((one) => t(`speak.${one}`)));
    const facts = [...(person.site === undefined ? [] : [person.site]), t('adviser.speaks', { list })];
    return { value: person.id, label: person.name, hint: facts.join(' · ') };
  });
  return (
    <>
      <ChoiceField
        name="adviser"
        label={t('adviser')}
        required
        value={value.adviser}
        choices={isAnybodyFree ? [free, ...named] : named}
        onChange={(adviser) => set({ adviser })}
      />
      {chosen?.near !== undefined && (
        <Notice intent="warning">{t(`near.${chosen.near}`, { name: chosen.person.name })}</Notice>
      )}
      {!isAnybodyFree && <Notice intent="warning">{t('near.all')}</Notice>}
    </>
  );
}

function draftFrom({ mine, advisers }: TalkPage, language: Language): Draft {
  const isAnybodyFree = advisers.some(({ near }) => near === undefined);
  const { how, ...rest } = mine?.wish ?? {
    ...{ how: undefined, halves: [], avoid: [], speak: language, chatIsSafe: false },
    adviser: isAnybodyFree ? anyone : undefined,
  };
  return {
    ...rest,
    way: how?.way,
    contact: how && 'contact' in how ? how.contact : '',
    site: how?.way === 'site' ? how.site : '',
  };
}

/** Also what is not whole: the server says which field is missing. */
function wishFrom({ way, contact, site, ...rest }: Draft): Wish {
  const how = { way, ...(way === 'site' ? { site } : {}), ...(way === 'phone' || way === 'mail' ? { contact } : {}) };
  const chatIsSafe = rest.chatIsSafe && !rest.avoid.includes('teams');
  return { ...rest, chatIsSafe, how: how as How, halves: [...rest.halves], avoid: [...rest.avoid] } as Wish;
}

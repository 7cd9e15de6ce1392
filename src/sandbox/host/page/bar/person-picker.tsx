/** Who one is: a list that can be searched, with those first whom it is worth being. */
import { Combobox, makeStyles, Option, OptionGroup, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { languages } from '../../../../platform/words.ts';
import type { Kind, ShownPerson } from '../control.ts';
import { Face } from '../face.tsx';
import { useSuggestions } from '../known.ts';
import { phone } from '../look.ts';
import { usePlace } from '../place.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  picker: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flex: '1 1 420px',
    maxWidth: '440px',
    minWidth: 0,
  },
  box: {
    flexGrow: 1,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    '& input': { minWidth: 0, textOverflow: 'ellipsis' },
  },
  list: { maxHeight: 'min(70vh, 560px)', minWidth: '320px', [phone]: { minWidth: '280px' } },
  option: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const mostListed = 40;
const groups: readonly { readonly name: 'run' | 'waits' | 'paired'; readonly kinds: readonly Kind[] }[] = [
  { name: 'run', kinds: ['coordinator', 'adviser', 'administrator'] },
  { name: 'waits', kinds: ['offered', 'asked', 'invited'] },
  { name: 'paired', kinds: ['paired'] },
];

export interface PickerProps {
  readonly people: readonly ShownPerson[];
  readonly person: ShownPerson;
}

/** Whose list it is changes with the search; one is always somebody. */
export function PersonPicker({ people, person }: PickerProps): ReactNode {
  const styles = useStyles();
  const [{ lang }, go] = usePlace();
  const [typed, setTyped] = useState<string>();
  const described = useDescription();
  const choose = (id: string | undefined): void => {
    const chosen = people.find((one) => one.id === id);
    setTyped(undefined);
    if (chosen) go({ person: chosen.id, path: '', lang: languages.find((one) => one === chosen.language) ?? lang });
  };
  const list = (ones: readonly ShownPerson[]): ReactNode => ones.map((one) => optionOf(one, described(one), styles));
  return (
    <div className={styles.picker}>
      <Face person={person} size={32} />
      <Combobox
        className={styles.box}
        listbox={{ className: styles.list }}
        aria-label={say(lang, 'person.choose')}
        placeholder={say(lang, 'person.search')}
        value={typed ?? `${person.name} · ${described(person)}`}
        selectedOptions={[person.id]}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onOpenChange={(_, { open }) => !open && setTyped(undefined)}
        onBlur={() => setTyped(undefined)}
        onOptionSelect={(_, { optionValue }) => choose(optionValue)}
      >
        {typed ? <Found {...{ people, typed, list }} /> : <Suggested {...{ people, list }} />}
      </Combobox>
    </div>
  );
}

/** The job and the department; for the fixed roles the role. */
function useDescription(): (person: ShownPerson) => string {
  const [{ lang }] = usePlace();
  return ({ role, jobTitle, department }) =>
    [role === 'employee' ? jobTitle : say(lang, `role.${role}`), department].filter(Boolean).join(' · ');
}

interface ListProps {
  readonly people: readonly ShownPerson[];
  readonly list: (ones: readonly ShownPerson[]) => ReactNode;
}

function Found({ people, typed, list }: ListProps & { readonly typed: string }): ReactNode {
  const [{ lang }] = usePlace();
  const described = useDescription();
  const wanted = typed.toLowerCase().split(/\s+/);
  const found = people.filter((one) => {
    const text = `${one.name} ${described(one)} ${one.mail ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  if (found.length === 0) return <Option disabled>{say(lang, 'person.none')}</Option>;
  return list(found.slice(0, mostListed));
}

function Suggested({ people, list }: ListProps): ReactNode {
  const [{ lang }] = usePlace();
  const suggestions = useSuggestions().data ?? [];
  const byId = new Map(people.map((one) => [one.id, one]));
  const named = groups.map(({ name, kinds }) => ({
    name,
    people: suggestions.filter(({ kind }) => kinds.includes(kind)).flatMap(({ personId }) => byId.get(personId) ?? []),
  }));
  const shown = new Set(suggestions.map(({ personId }) => personId));
  const others = people.filter(({ id }) => !shown.has(id)).slice(0, 20);
  return [
    ...named
      .filter((group) => group.people.length > 0)
      .map((group) => (
        <OptionGroup key={group.name} label={say(lang, `person.${group.name}`)}>
          {list(group.people.slice(0, 8))}
        </OptionGroup>
      )),
    <OptionGroup key="others" label={say(lang, 'person.others', { count: people.length })}>
      {list(others)}
    </OptionGroup>,
  ];
}

function optionOf(person: ShownPerson, description: string, styles: ReturnType<typeof useStyles>): ReactNode {
  return (
    <Option key={person.id} value={person.id} text={person.name} checkIcon={null}>
      <span className={styles.option}>
        <Face person={person} size={28} />
        <span className={styles.words}>
          <span>{person.name}</span>
          <span className={styles.quiet}>{`${description} · ${person.language.toUpperCase()}`}</span>
        </span>
      </span>
    </Option>
  );
}

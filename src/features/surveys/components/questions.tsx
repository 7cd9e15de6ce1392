/** The questions of a survey as fields, each with a way not to say it; what an answer opens comes up where it belongs. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Language } from '../../../platform/words.ts';
import { ChoiceField, ChoicesField, TickField } from '../../../ui/choices.tsx';
import { LongTextField, NumberField, TextField } from '../../../ui/fields.tsx';
import { FieldGroup } from '../../../ui/frame.tsx';
import { ScaleField } from '../../../ui/scale.tsx';
import { Select } from '../../../ui/select.tsx';
import { longest, type Answers, type AskedQuestion, type AskedSet, type Said } from '../questions/model.ts';
import { askedOf, skipped } from '../questions/rules.ts';
import { say } from '../words.ts';

/** What was said so far; in a rank, places that are still empty are empty texts. */
export type Drafted = Partial<Answers>;

const useStyles = makeStyles({
  questions: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  part: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  places: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, maxWidth: '480px' },
});

/** What is sent: answers to what is asked, complete ones only, so that the server says what is missing. */
export function toSend(items: readonly AskedQuestion[], drafted: Drafted): Answers {
  const given = defined(drafted);
  const sent = askedOf(items, given).flatMap(({ id }) => {
    const said = given[id];
    const isOpen = said === undefined || (Array.isArray(said) && said.includes(''));
    return isOpen ? [] : [[id, said] as const];
  });
  return Object.fromEntries(sent);
}

function defined(drafted: Drafted): Answers {
  return Object.fromEntries(
    Object.entries(drafted).flatMap(([id, said]) => (said === undefined ? [] : [[id, said] as const])),
  );
}

export interface QuestionFieldsProps {
  readonly asks: Pick<AskedSet, 'items' | 'sections'>;
  readonly language: Language;
  readonly value: Drafted;
  onChange(this: void, id: string, said: Said | undefined): void;
}

export function QuestionFields({ asks, language, value, onChange }: QuestionFieldsProps): ReactNode {
  const styles = useStyles();
  const titles = new Map(asks.sections.map(({ id, title }) => [id, title]));
  const asked = askedOf(asks.items, defined(value));
  return (
    <div className={styles.questions} lang={language}>
      {asked.map((one, place) => {
        const title = one.section !== undefined && one.section !== asked[place - 1]?.section && titles.get(one.section);
        return [
          title && (
            <h3 key={`part ${one.id}`} className={styles.part}>
              {title}
            </h3>
          ),
          <QuestionField
            key={one.id}
            {...{ one, language, said: value[one.id] }}
            onChange={(said) => onChange(one.id, said)}
          />,
        ];
      })}
    </div>
  );
}

interface QuestionFieldProps {
  readonly one: AskedQuestion;
  readonly language: Language;
  readonly said: Said | undefined;
  onChange(this: void, said: Said | undefined): void;
}

function QuestionField(props: QuestionFieldProps): ReactNode {
  const { one, language, said, onChange } = props;
  const { id, kind, text: label } = one;
  const field = { name: `answers.${id}`, label };
  const text = typeof said === 'string' ? said : '';
  switch (kind) {
    case 'agree':
    case 'zero-ten':
      return <Scale {...props} />;
    case 'one': {
      const choices = (one.options ?? []).map((option) => ({ value: option.id, label: option.text }));
      const skip = { value: skipped, label: say(language, 'scale.skip') };
      return (
        <ChoiceField
          {...field}
          required
          value={said === null ? skipped : text || undefined}
          onChange={(chosen) => onChange(chosen === skipped ? null : chosen)}
          choices={[...choices, skip]}
        />
      );
    }
    case 'several':
    case 'rank':
    case 'number':
      return (
        <div>
          {said !== null && <Several {...props} />}
          <TickField
            name={`answers.${id}${said === null ? '' : '.skip'}`}
            label={said === null ? `${label} ${say(language, 'scale.skip')}` : say(language, 'scale.skip')}
            value={said === null}
            onChange={(isSkipped) => onChange(isSkipped ? null : undefined)}
          />
        </div>
      );
    case 'short':
      return <TextField {...field} most={longest.short} value={text} onChange={onChange} />;
    case 'long':
      return (
        <LongTextField
          {...field}
          hint={say(language, 'answer.noNames')}
          most={longest.long}
          value={text}
          onChange={onChange}
        />
      );
    default:
      return kind satisfies never;
  }
}

function Scale({ one, language, said, onChange }: QuestionFieldProps): ReactNode {
  const isTen = one.kind === 'zero-ten';
  const ends = isTen ? one.ends : { low: say(language, 'scale.1'), high: say(language, 'scale.5') };
  return (
    <ScaleField
      {...{ name: `answers.${one.id}`, label: one.text, required: true, low: ends?.low ?? '', high: ends?.high ?? '' }}
      {...(isTen ? { least: 0, most: 10 } : {})}
      value={said === null ? skipped : typeof said === 'number' ? said : undefined}
      onChange={(value) => onChange(value === skipped ? null : value)}
    />
  );
}

/** The kinds that need a tick of their own for "I prefer not to say". */
function Several({ one, language, said, onChange }: QuestionFieldProps): ReactNode {
  const field = { name: `answers.${one.id}`, label: one.text, required: true };
  const chosen = Array.isArray(said) ? said : [];
  if (one.kind === 'rank') return <Rank {...{ one, language, chosen, onChange }} />;
  if (one.kind === 'number')
    return (
      <NumberField
        {...{ ...field, ...one.range }}
        value={typeof said === 'number' ? said : undefined}
        onChange={onChange}
      />
    );
  return (
    <ChoicesField
      {...field}
      {...(one.most === undefined ? {} : { most: one.most })}
      value={chosen}
      onChange={(ids) => onChange([...ids])}
      choices={(one.options ?? []).map((option) => ({ value: option.id, label: option.text }))}
    />
  );
}

interface RankProps extends Pick<QuestionFieldProps, 'one' | 'language' | 'onChange'> {
  readonly chosen: readonly string[];
}

/** A list for each place; whoever chooses what stands elsewhere moves it. */
function Rank({ one, language, chosen, onChange }: RankProps): ReactNode {
  const styles = useStyles();
  const options = one.options ?? [];
  const places = options.map((_, place) => chosen[place] ?? '');
  const put = (id: string, at: number): void =>
    onChange(places.map((before, place) => (place === at ? id : before === id ? '' : before)));
  return (
    <FieldGroup name={`answers.${one.id}`} label={one.text} required>
      <div className={styles.places}>
        {places.map((id, place) => (
          <Select
            key={options[place]?.id}
            label={say(language, 'answer.place', { place: place + 1 })}
            value={id}
            onChange={(next) => put(next, place)}
          >
            <option value="">{say(language, 'answer.place', { place: place + 1 })}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.text}
              </option>
            ))}
          </Select>
        ))}
      </div>
    </FieldGroup>
  );
}

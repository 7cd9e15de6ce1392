/** The last step of an application: whom one would like, and what one would like to add. */
import type { ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import { PersonField } from '../../people/components/person-field.tsx';
import type { PersonCard } from '../../people/model.ts';
import { offersToMentor } from '../model.ts';
import { say } from '../words.ts';
import type { QuestionsProps } from './questions.tsx';

export function PartnerQuestions({ answers, set, fromOutside, spoken }: QuestionsProps): ReactNode {
  const t = useSay(say);
  const known = new Map(answers.people.map((one) => [one.id, one]));
  const cards = (ids: readonly string[]): PersonCard[] => ids.flatMap((id) => known.get(id) ?? []);
  const remember = (chosen: readonly PersonCard[]): PersonCard[] => [
    ...new Map([...answers.people, ...chosen].map((one) => [one.id, one])).values(),
  ];
  return (
    <>
      {!fromOutside && !spoken && (
        <>
          <ChoiceField
            {...{ name: 'department', label: t('q.department'), value: answers.wishes.department }}
            onChange={(department) => set({ wishes: { ...answers.wishes, department: department ?? 'any' } })}
            choices={(['any', 'same', 'other'] as const).map((one) => ({ value: one, label: t(`department.${one}`) }))}
          />
          <PersonField
            {...{
              name: 'picks',
              label: t('q.picks'),
              hint: t('q.picks.hint'),
              most: 3,
              chosen: cards(answers.wishes.picks),
            }}
            onChange={(chosen) =>
              set({ people: remember(chosen), wishes: { ...answers.wishes, picks: chosen.map(({ id }) => id) } })
            }
          />
          <PersonField
            {...{
              name: 'ratherNot',
              label: t('q.ratherNot'),
              hint: t('q.ratherNot.hint'),
              most: 10,
              chosen: cards(answers.ratherNot),
            }}
            onChange={(chosen) => set({ people: remember(chosen), ratherNot: chosen.map(({ id }) => id) })}
          />
        </>
      )}
      <LongTextField
        {...{
          name: 'motivation',
          label: t('q.motivation'),
          ...(spoken ? {} : { hint: t('q.motivation.hint') }),
          most: 600,
          value: answers.motivation,
        }}
        onChange={(motivation) => set({ motivation })}
      />
      {answers.role && offersToMentor(answers.role) && (
        <TickField
          {...{ name: 'mayShowName', label: t('q.mayShowName'), required: true, value: answers.mayShowName }}
          onChange={(mayShowName) => set({ mayShowName })}
        />
      )}
    </>
  );
}

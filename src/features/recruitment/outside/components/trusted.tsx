/** Whom the team trusts to enter applications beside others. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Person } from '../../../../ui/person.tsx';
import { PersonField } from '../../../people/components/person-field.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { addHelper, removeHelper } from '../client.ts';
import type { OutsideView } from '../model.ts';
import { say } from '../words.ts';
import { Lines, Stack, TakeOut, useAnew } from './lines.tsx';

export function Helpers({ page }: { readonly page: OutsideView }): ReactNode {
  const t = useSay(say);
  const { id } = page.programme;
  const anew = useAnew(id);
  const [chosen, setChosen] = useState<readonly PersonCard[]>([]);
  const add = useOnce(async () => {
    for (const one of chosen) await addHelper(id, one.id);
    setChosen([]);
    await anew();
  });
  return (
    <Section title={t('helpers.title')} lead={t('helpers.lead')}>
      <Lines of={page.helpers} keyOf={(one) => one.id}>
        {(one) => (
          <>
            <Person name={one.name} job={one.jobTitle} />
            <TakeOut label={t('helpers.remove')} name={one.name} run={() => removeHelper(id, one.id).then(anew)} />
          </>
        )}
      </Lines>
      <Stack>
        <PersonField {...{ name: 'helper', label: t('helpers.add'), most: 3, chosen }} onChange={setChosen} />
        <Button disabledFocusable={add.busy || chosen.length === 0} onClick={() => void add.start()}>
          {t('helpers.add.do')}
        </Button>
        {add.problem && <FormProblem problem={add.problem} />}
      </Stack>
    </Section>
  );
}

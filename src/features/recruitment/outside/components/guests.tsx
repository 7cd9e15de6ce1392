/** Mentors from outside: off until the team wants them, then admitted one by one. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { PersonField } from '../../../people/components/person-field.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { admitGuest, removeGuest, searchGuests, setGuests } from '../client.ts';
import type { OutsideView } from '../model.ts';
import { say } from '../words.ts';
import { Lines, Stack, TakeOut, useAnew } from './lines.tsx';

export function Guests({ page }: { readonly page: OutsideView }): ReactNode {
  const t = useSay(say);
  const { id } = page.programme;
  const anew = useAnew(id);
  const turnOn = useOnce(() => setGuests(id, true).then(anew));
  return (
    <Section title={t('guests.title')} lead={t('guests.lead')}>
      {page.guests.on ? (
        <>
          <Admitted page={page} />
          <Confirm
            title={t('guests.off.title')}
            text={t('guests.off.text')}
            confirm={t('guests.off')}
            trigger={<Button appearance="subtle">{t('guests.off')}</Button>}
            onConfirm={() => setGuests(id, false).then(anew)}
          />
        </>
      ) : (
        <Button disabledFocusable={turnOn.busy} onClick={() => void turnOn.start()}>
          {t('guests.on')}
        </Button>
      )}
      {turnOn.problem && <FormProblem problem={turnOn.problem} />}
    </Section>
  );
}

function Admitted({ page }: { readonly page: OutsideView }): ReactNode {
  const t = useSay(say);
  const { id } = page.programme;
  const anew = useAnew(id);
  const [chosen, setChosen] = useState<readonly PersonCard[]>([]);
  const admit = useOnce(async () => {
    for (const one of chosen) await admitGuest(id, one.id);
    setChosen([]);
    await anew();
  });
  return (
    <>
      <Lines of={page.guests.admitted} keyOf={({ person }) => person.id}>
        {({ person, applied }) => (
          <>
            <span>
              <strong>{person.name}</strong> {t(applied ? 'guests.applied' : 'guests.waits')}
            </span>
            <TakeOut label={t('guests.remove')} name={person.name} run={() => removeGuest(id, person.id).then(anew)} />
          </>
        )}
      </Lines>
      <Stack>
        <PersonField
          {...{ name: 'guest', label: t('guests.find'), hint: t('guests.find.hint'), most: 3, chosen }}
          search={(words) => searchGuests(id, words)}
          onChange={setChosen}
        />
        <Button disabledFocusable={admit.busy || chosen.length === 0} onClick={() => void admit.start()}>
          {t('guests.admit')}
        </Button>
        {admit.problem && <FormProblem problem={admit.problem} />}
      </Stack>
    </>
  );
}

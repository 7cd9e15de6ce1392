/** Who applied, whether they have done the courses, and exceptions: granted with a reason that the person reads. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { Empty } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { PagedList, useTurns } from '../../../../ui/paged-list.tsx';
import { Person } from '../../../../ui/person.tsx';
import { Select } from '../../../../ui/select.tsx';
import { listTrainees, takeBackException } from '../client.ts';
import { peopleOnPage, shows, type Show, type Trainee } from '../model.ts';
import { say } from '../words.ts';
import { ExceptionForm } from './exception-form.tsx';

interface PeopleProps {
  readonly programmeId: string;
  readonly isOn: boolean;
}

export function People({ programmeId, isOn }: PeopleProps): ReactNode {
  const t = useSay(say);
  const [excepting, setExcepting] = useState<Trainee['person']>();
  const turns = useTurns<{ readonly show: Show }>({ show: 'all' });
  const found = useQuery({
    queryKey: ['trainees', programmeId, turns.wish],
    queryFn: () => listTrainees(programmeId, turns.wish),
    placeholderData: keepPreviousData,
  });
  const nobody = turns.wish.show === 'all' && turns.wish.search === '';
  return (
    <Section title={t('people')} lead={t('people.lead')}>
      <PagedList
        label={t('people')}
        of={found}
        turns={turns}
        size={peopleOnPage}
        columns={useColumns(programmeId, isOn, setExcepting)}
        rowKey={({ person }) => person.id}
        empty={<Empty title={t('people.none')} text={t(nobody ? 'people.none.text' : 'people.filtered')} />}
        filters={() => [
          <Select
            key="show"
            label={t('show')}
            value={turns.wish.show}
            onChange={(show) => turns.want({ show: show as Show })}
          >
            {shows.map((one) => (
              <option key={one} value={one}>
                {t(`show.${one}`)}
              </option>
            ))}
          </Select>,
        ]}
      />
      {excepting && (
        <ExceptionForm
          key={excepting.id}
          programmeId={programmeId}
          person={excepting}
          onClose={() => setExcepting(undefined)}
        />
      )}
    </Section>
  );
}

function useColumns(
  programmeId: string,
  isOn: boolean,
  except: (person: Trainee['person']) => void,
): Column<Trainee>[] {
  const t = useSay(say);
  const state = ({ isDone, doneAs }: Trainee): string => {
    if (isDone) return t('state.done');
    return doneAs ? t('state.one-side', { role: t(`side.${doneAs}`) }) : t('state.not-yet');
  };
  return [
    {
      ...{ key: 'who', title: t('column.who') },
      cell: ({ person }) => <Person name={person.name} job={person.jobTitle} />,
    },
    { key: 'role', title: t('column.role'), cell: ({ role }) => t(`role.${role}`) },
    { key: 'state', title: t('column.state'), cell: state },
    {
      ...{ key: 'exception', title: t('column.exception') },
      cell: (one) => <Exception programmeId={programmeId} one={one} isOn={isOn} onExcept={except} />,
    },
  ];
}

interface ExceptionProps extends PeopleProps {
  readonly one: Trainee;
  onExcept(this: void, person: Trainee['person']): void;
}

/** What was granted and its end; to grant one is offered where it changes something. */
function Exception({ programmeId, one: { person, exception, isDone }, isOn, onExcept }: ExceptionProps): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const queries = useQueryClient();
  const { name } = person;
  if (!exception)
    return isOn && !isDone ? (
      <Button aria-label={t('except.for', { name })} onClick={() => onExcept(person)}>
        {t('except')}
      </Button>
    ) : null;
  const takeBack = async (): Promise<void> => {
    await takeBackException(programmeId, person.id);
    await Promise.all(
      ['trainees', 'training'].map((key) => queries.invalidateQueries({ queryKey: [key, programmeId] })),
    );
    tell(t('back.taken'));
  };
  const { byName, at, why } = exception;
  return (
    <div>
      <p>{t('excepted.by', { name: byName, day: moment(at, 'day'), why })}</p>
      <Confirm
        title={t('back.title', { name })}
        text={t('back.text', { name })}
        confirm={t('back.take')}
        trigger={<Button aria-label={t('back.take.for', { name })}>{t('back.take')}</Button>}
        onConfirm={takeBack}
      />
    </div>
  );
}

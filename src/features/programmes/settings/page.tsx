import { makeStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { FormProblem, useDraft, useOnce } from '../../../ui/form.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { PersonField } from '../../people/components/person-field.tsx';
import type { PersonCard } from '../../people/model.ts';
import {
  addCoordinator,
  findProgramme,
  listCoordinators,
  removeCoordinator,
  saveProgramme,
  type ProgrammeView,
} from '../client.ts';
import { ProgrammeForm, type FormValue } from '../components/programme-form.tsx';
import { ProgrammeTabs } from '../components/programme-tabs.tsx';
import { hasReached } from '../rules.ts';
import { say } from '../words.ts';

/** What a programme is and who coordinates it, to be changed. */
export default function ProgrammeSettingsPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const programme = useQuery({ queryKey: ['programme', programmeId], queryFn: () => findProgramme(programmeId) });
  return (
    <Page title={t('edit.title')} back={{ to: '/programmes', label: t('list.title') }} narrow>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={programme}>{(found) => <Settings programme={found} />}</Loaded>
      <Section title={t('rehearsal.title')} lead={t('rehearsal.lead')}>
        <ButtonLink to={`/programmes/${programmeId}/rehearsal`}>{t('rehearsal.open')}</ButtonLink>
      </Section>
      <Section title={t('checkins.title')} lead={t('checkins.lead')}>
        <ButtonLink to={`/programmes/${programmeId}/check-ins/rounds`}>{t('checkins.open')}</ButtonLink>
      </Section>
      <Coordinators programmeId={programmeId} />
      <Section title={t('log.title')} lead={t('log.lead')}>
        <ButtonLink to={`/programmes/${programmeId}/audit`}>{t('log.open')}</ButtonLink>
      </Section>
    </Page>
  );
}

function Settings({ programme }: { readonly programme: ProgrammeView }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { id, stage, sponsor, sponsorId: _sponsorId, surveyId, revision, ...rest } = programme;
  const draft = useDraft<FormValue>(`programme-${id}`, { ...rest, sponsor: sponsor ?? null });
  const save = async (): Promise<void> => {
    const { sponsor: chosen, ...value } = draft.value;
    const anew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['programme', id] });
    await saveProgramme(id, {
      ...{ ...value, revision },
      ...(chosen ? { sponsorId: chosen.id } : {}),
      ...(surveyId ? { surveyId } : {}),
    }).catch(async (error: unknown) => {
      // What a colleague changed comes into the other fields; what was typed here stays, and is sent with the next press.
      if (error instanceof Problem && error.reason === 'programme-changed') await anew();
      throw error;
    });
    await anew();
    tell(t('saved'), { intent: 'success' });
  };
  return <ProgrammeForm draft={draft} submit={t('save')} isRunning={hasReached(stage, 'run')} onSubmit={save} />;
}

function Coordinators({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const key = ['coordinators', programmeId];
  const team = useQuery({ queryKey: key, queryFn: () => listCoordinators(programmeId) });
  const [chosen, setChosen] = useState<readonly PersonCard[]>([]);
  const add = useOnce(async () => {
    for (const one of chosen) {
      await addCoordinator(programmeId, one.id);
      tell(t('team.added', { name: one.name }), { intent: 'success' });
    }
    setChosen([]);
    await queries.invalidateQueries({ queryKey: key });
  });
  return (
    <Section title={t('team.title')} lead={t('team.lead')}>
      <Loaded of={team}>
        {(found) =>
          found.map((one) => (
            <Member
              key={one.id}
              one={one}
              isLast={found.length === 1}
              onRemove={async () => {
                await removeCoordinator(programmeId, one.id);
                tell(t('team.removed', { name: one.name }), { intent: 'success' });
                await queries.invalidateQueries({ queryKey: key });
              }}
            />
          ))
        }
      </Loaded>
      <PersonField name="coordinator" label={t('team.add')} most={1} chosen={chosen} onChange={setChosen} />
      {add.problem && <FormProblem problem={add.problem} />}
      {chosen.length > 0 && (
        <Button appearance="primary" disabledFocusable={add.busy} onClick={() => void add.start()}>
          {t('team.add')}
        </Button>
      )}
    </Section>
  );
}

const useStyles = makeStyles({
  member: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
});

/** The last one stays: somebody must answer for the programme. */
function Member(props: {
  readonly one: PersonCard;
  readonly isLast: boolean;
  readonly onRemove: () => Promise<void>;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { name, jobTitle } = props.one;
  const remove = useOnce(props.onRemove);
  return (
    <div>
      <div className={styles.member}>
        <Person name={name} {...(jobTitle ? { job: jobTitle } : {})} />
        {!props.isLast && (
          <Button
            appearance="subtle"
            aria-label={t('team.remove.name', { name })}
            disabledFocusable={remove.busy}
            onClick={() => void remove.start()}
          >
            {t('team.remove')}
          </Button>
        )}
      </div>
      {remove.problem && <FormProblem problem={remove.problem} />}
    </div>
  );
}

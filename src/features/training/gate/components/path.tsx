/** The courses before the match, of each side: Tandem's to read, and the organisation's to add and take out. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { FieldFrame } from '../../../../ui/frame.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Select } from '../../../../ui/select.tsx';
import type { Side } from '../../../recruitment/model.ts';
import { isOfTandem, pageOfCourse } from '../../model.ts';
import { mostMinutesBefore } from '../../rules.ts';
import { addToPath, takeFromPath } from '../client.ts';
import type { TrainingPage } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  h3: { margin: `${tokens.spacingVerticalL} 0 0` },
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  add: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
  },
});

export interface PathProps {
  readonly programmeId: string;
  readonly page: TrainingPage;
}

export function Path({ programmeId, page }: PathProps): ReactNode {
  const t = useSay(say);
  const { choices } = page;
  return (
    <Section title={t('path')} lead={t('path.lead')}>
      {(['mentee', 'mentor'] as const).map((side) => (
        <SideOfPath key={side} {...{ programmeId, page, side }} />
      ))}
      <p>
        {t(choices.length > 0 ? 'path.own' : 'path.own.none')}{' '}
        <TextLink to="/courses/own" inText>
          {t('path.own.open')}
        </TextLink>
      </p>
    </Section>
  );
}

interface SideProps extends PathProps {
  readonly side: Side;
}

function SideOfPath({ programmeId, page, side }: SideProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const courses = page.courses.filter((one) => one.side === side);
  const counting = courses.filter(({ own }) => own === undefined || own === 'counts');
  const minutes = counting.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <div>
      <h3 className={styles.h3}>{t(`path.${side}`)}</h3>
      <p className={styles.quiet}>{t('path.minutes', { minutes })}</p>
      {minutes > mostMinutesBefore && <Notice intent="warning">{t('path.long', { minutes })}</Notice>}
      <ul className={styles.list}>
        {courses.map((one) => (
          <Course key={one.id} {...{ programmeId, one }} />
        ))}
      </ul>
      <Add {...{ programmeId, page, side }} />
    </div>
  );
}

/** After a change the page is asked anew: who is done may be others by then. */
function useRenew(programmeId: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(['training', 'trainees'].map((key) => queries.invalidateQueries({ queryKey: [key, programmeId] })));
}

function Course({
  programmeId,
  one,
}: {
  readonly programmeId: string;
  readonly one: TrainingPage['courses'][number];
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const renew = useRenew(programmeId);
  const { id, title, minutes, side, own, language } = one;
  const out = useOnce(async () => {
    await takeFromPath(programmeId, { side, courseId: id });
    await renew();
    tell(t('path.taken', { title }));
  });
  const name = t('path.course', { title, minutes });
  return (
    <li className={styles.item}>
      {own === 'withdrawn' ? (
        <span className={styles.link}>{name}</span>
      ) : (
        <TextLink
          to={isOfTandem(id) ? `/courses/${id}/whole` : pageOfCourse(id)}
          className={styles.link}
          lang={language}
        >
          {name}
        </TextLink>
      )}
      {own !== undefined && (
        <Button
          appearance="subtle"
          aria-label={t('path.take.for', { title })}
          disabledFocusable={out.busy}
          onClick={() => void out.start()}
        >
          {t('path.take')}
        </Button>
      )}
      {own !== undefined && own !== 'counts' && <p className={styles.quiet}>{t(`path.${own}`)}</p>}
      {out.problem && <FormProblem problem={out.problem} />}
    </li>
  );
}

function Add({ programmeId, page: { choices, isOn }, side }: SideProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const renew = useRenew(programmeId);
  const open = choices.filter(({ sides }) => sides.includes(side));
  const [wanted, setWanted] = useState('');
  const chosen = open.find(({ id }) => id === wanted) ?? open[0];
  const add = useOnce(async () => {
    if (!chosen) return;
    await addToPath(programmeId, { side, courseId: chosen.id });
    await renew();
    tell(t('path.added', { title: chosen.title }));
  });
  if (!chosen) return undefined;
  return (
    <>
      <div className={styles.add}>
        <FieldFrame
          name={`add-${side}`}
          label={t(`path.add.${side}`)}
          hint={t(isOn ? 'path.add.gate' : 'path.add.hint')}
          required
        >
          <Select value={chosen.id} onChange={setWanted}>
            {open.map(({ id, title, minutes, language }) => (
              <option key={id} value={id} lang={language}>
                {t('path.course', { title, minutes })}
              </option>
            ))}
          </Select>
        </FieldFrame>
        <Button aria-label={t(`path.add.do.${side}`)} disabledFocusable={add.busy} onClick={() => void add.start()}>
          {t('path.add')}
        </Button>
      </div>
      {add.problem && <FormProblem problem={add.problem} />}
    </>
  );
}

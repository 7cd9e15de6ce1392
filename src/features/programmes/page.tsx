import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import type { ReactNode } from 'react';
import { ButtonLink, TextLink } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { useMoment } from '../../ui/moment.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { listProgrammes } from './client.ts';
import type { ProgrammeLine } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
  },
  item: { listStyleType: 'none' },
  name: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS },
  stage: { display: 'block', marginTop: tokens.spacingVerticalM, fontWeight: tokens.fontWeightSemibold },
});

/** The programmes that the reader coordinates. */
export default function ProgrammesPage(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: listProgrammes });
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      action={
        <ButtonLink to="/programmes/new" appearance="primary">
          {t('list.new')}
        </ButtonLink>
      }
    >
      <Loaded of={programmes}>
        {(found) =>
          found.length === 0 ? (
            <Empty
              icon={<PeopleTeamRegular />}
              title={t('list.none')}
              text={t('list.none.text')}
              action={<ButtonLink to="/surveys/new">{t('list.survey')}</ButtonLink>}
            />
          ) : (
            <ul className={styles.list}>
              {found.map((one) => (
                <li key={one.id} className={styles.item}>
                  <Line one={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <TextLink to="/surveys">{t('list.surveys')}</TextLink>
        <br />
        <TextLink to="/courses/own">{t('list.courses')}</TextLink>
      </p>
    </Page>
  );
}

function Line({ one }: { readonly one: ProgrammeLine }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const [from, to] = [write(Date.parse(one.startsOn), 'day'), write(Date.parse(one.endsOn), 'day')];
  return (
    <Section>
      <TextLink to={`/programmes/${one.id}`} className={styles.name}>
        {one.name}
      </TextLink>
      <span className={styles.quiet}>{t('list.dates', { from, to })}</span>
      <span className={styles.stage}>{t(`stage.${one.stage}`)}</span>
    </Section>
  );
}

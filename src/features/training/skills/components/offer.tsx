/** Beside the courses: a look at oneself, for whoever wants it. Whoever does not says so once, and finds it as a quiet line from then on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { declineSkills, listMySkills, skillsPath } from '../client.ts';
import type { Moment, SkillsLine } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export function SkillsOffer(): ReactNode {
  const { data = [] } = useQuery({ queryKey: ['my-skills'], queryFn: listMySkills });
  return data.map((one) => {
    const key = `${one.programmeId}-${one.side}`;
    if (one.due) return <Offer key={key} one={one} due={one.due} />;
    return one.isDeclined ? <Declined key={key} one={one} /> : undefined;
  });
}

function Offer({ one, due }: { readonly one: SkillsLine; readonly due: Moment }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const decline = useOnce(async () => {
    queries.setQueryData(['my-skills'], await declineSkills(one));
    await queries.invalidateQueries({ queryKey: ['home'] });
    tell(t('offer.declined'));
  });
  return (
    <Section title={t('offer.title')} lead={t(`offer.${due}`)}>
      {decline.problem && <FormProblem problem={decline.problem} />}
      <div className={styles.row}>
        <ButtonLink to={skillsPath(one)}>{t('offer.do')}</ButtonLink>
        <Button appearance="subtle" disabledFocusable={decline.busy} onClick={() => void decline.start()}>
          {t('offer.no')}
        </Button>
      </div>
    </Section>
  );
}

function Declined({ one }: { readonly one: SkillsLine }): ReactNode {
  const t = useSay(say);
  return (
    <p>
      <TextLink to={skillsPath(one)} inText>
        {t('offer.still', { programme: one.programmeName })}
      </TextLink>
    </p>
  );
}

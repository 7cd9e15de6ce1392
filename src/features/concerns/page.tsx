/** A private talk: ask a confidential adviser to call, see how that stands, take it back; and whom to call at once. One press leads away. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, TextLink } from '../../ui/button.tsx';
import { useRoles } from '../../ui/roles.ts';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { tell } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { askTalk, findContacts, findTalk, takeBackTalk } from './client.ts';
import { Mine } from './components/mine.tsx';
import { Urgent } from './components/urgent.tsx';
import { WishForm } from './components/wish-form.tsx';
import { answerDays, type TalkPage as TalkView, type Wish } from './model.ts';
import { say } from './words.ts';

const key = ['private-talk'] as const;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.55' },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL },
  // A number that is there already is not for everybody who passes by.
  change: {
    '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px', fontWeight: tokens.fontWeightSemibold },
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

export default function TalkPage(): ReactNode {
  const t = useSay(say);
  const [, navigate] = useLocation();
  // What is shown here is forgotten with the page.
  const talk = useQuery({ queryKey: key, queryFn: findTalk, staleTime: 0, gcTime: 0 });
  const contacts = useQuery({ queryKey: ['private-talk-contacts'], queryFn: findContacts });
  const away = <Button onClick={() => navigate('/', { replace: true })}>{t('away')}</Button>;
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/', label: t('back') }} action={away} narrow>
      <Promise />
      <Loaded of={talk}>{(found) => <Talk key={found.mine?.state ?? 'none'} page={found} />}</Loaded>
      <Urgent contacts={contacts.data} />
      <ForAdvisers maySet={contacts.data?.maySet === true} />
    </Page>
  );
}

const promises = ['urgent', 'who', 'nobody', 'when', 'back'] as const;

function Promise(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('promise.title')}>
      <ul className={styles.list}>
        {promises.map((one) => (
          <li key={one}>{t(`promise.${one}`, { days: answerDays })}</li>
        ))}
      </ul>
    </Section>
  );
}

function Talk({ page }: { readonly page: TalkView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const show = (now: TalkView, said: string): void => {
    queries.setQueryData(key, now);
    tell(said);
  };
  const send = async (wish: Wish): Promise<void> => {
    const isNew = page.mine === undefined || page.mine.state === 'done';
    show(await askTalk(wish), isNew ? t('sent', { days: answerDays }) : t('saved'));
  };
  const takeBack = async (): Promise<void> => show(await takeBackTalk(), t('mine.taken-back'));
  const form =
    page.advisers.length === 0 ? (
      <Section>
        <Empty title={t('none.title')} text={t('none.text')} />
      </Section>
    ) : (
      <Section {...(page.mine ? {} : { title: t('form.title'), lead: t('form.lead') })}>
        {page.mine ? (
          <details className={styles.change} open={page.mine.isBack}>
            <summary>{t('change.title')}</summary>
            <WishForm page={page} send={send} />
          </details>
        ) : (
          <WishForm page={page} send={send} />
        )}
      </Section>
    );
  return (
    <>
      {page.mine && <Mine mine={page.mine} takeBack={takeBack} />}
      {form}
    </>
  );
}

/** The server decides, this only hides. */
function ForAdvisers({ maySet }: { readonly maySet: boolean }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const roles = useRoles();
  return (
    <div className={styles.links}>
      {roles.data?.includes('Adviser') === true && (
        <TextLink to="/private-talk/requests" className={styles.link}>
          {t('entry.requests')}
        </TextLink>
      )}
      {maySet && (
        <TextLink to="/private-talk/contacts" className={styles.link}>
          {t('contacts.link')}
        </TextLink>
      )}
    </div>
  );
}

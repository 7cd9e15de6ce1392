/** What everybody will get in a programme, by kind of person, to be read and printed before it starts. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../platform/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { personas, type Persona } from '../../programmes/rehearsal/model.ts';
import { findRehearsal } from '../client.ts';
import { Message } from './components/message.tsx';
import { usePrinting, usePrintStyles } from '../../../ui/print.ts';
import type { Part, Rehearsal } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXL,
    marginBottom: tokens.spacingVerticalL,
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  rules: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.55' },
  head: { display: 'none', '@media print': { display: 'block', marginBottom: '4mm' } },
  line: { margin: 0 },
  list: { margin: 0, padding: 0 },
  part: { '@media print': { breakBefore: 'page' } },
});

type Who = Persona | 'all';

export default function RehearsalPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const own = useLanguage();
  usePrintStyles();
  const [who, setWho] = useState<Who>('mentee');
  const [language, setLanguage] = useState<Language>(own);
  const found = useQuery({
    queryKey: ['rehearsal', programmeId, language],
    queryFn: () => findRehearsal(programmeId, language),
  });
  const print = (
    <Button appearance="primary" icon={<PrintRegular />} onClick={() => window.print()} data-screen>
      {t('print')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} action={print}>
      <ProgrammeTabs programmeId={programmeId} />
      <Choices who={who} onWho={setWho} language={language} onLanguage={setLanguage} />
      <Loaded of={found}>{(rehearsal) => <Shown rehearsal={rehearsal} who={who} />}</Loaded>
    </Page>
  );
}

interface ChoicesProps {
  readonly who: Who;
  readonly onWho: (who: Who) => void;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

function Choices({ who, onWho, language, onLanguage }: ChoicesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.choices} data-screen>
      <label className={styles.choice}>
        {t('who')}
        <Select value={who} onChange={(chosen) => onWho(personas.find((one) => one === chosen) ?? 'all')}>
          {personas.map((one) => (
            <option key={one} value={one}>
              {t(`persona.${one}`)}
            </option>
          ))}
          <option value="all">{t('who.all')}</option>
        </Select>
      </label>
      <label className={styles.choice}>
        {t('language')}
        <Select value={language} onChange={(chosen) => onLanguage(languages.find((one) => one === chosen) ?? language)}>
          {languages.map((one) => (
            <option key={one} value={one}>
              {t(`language.${one}`)}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}

const holds = ['budget', 'hours', 'digest', 'true'] as const;

function Shown({ rehearsal, who }: { readonly rehearsal: Rehearsal; readonly who: Who }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const isPrinting = usePrinting();
  const parts = rehearsal.parts.filter(({ persona }) => who === 'all' || persona === who);
  return (
    <>
      <Head rehearsal={rehearsal} />
      <Section title={t('rules')}>
        <ul className={styles.rules}>
          {holds.map((one) => (
            <li key={one}>{t(`rules.${one}`)}</li>
          ))}
        </ul>
      </Section>
      {parts.map((part) => (
        <div key={part.persona} className={styles.part}>
          <PartSection part={part} rehearsal={rehearsal} isPrinting={isPrinting} />
        </div>
      ))}
    </>
  );
}

/** On paper only: which programme, in which language, made when. */
function Head({ rehearsal }: { readonly rehearsal: Rehearsal }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { programme, startsOn, endsOn, zone, language, at } = rehearsal;
  const moment = useMoment(zone);
  const day = (date: string): string => moment(Date.parse(`${date}T12:00`), 'day');
  return (
    <div className={styles.head}>
      <p className={styles.line}>
        <strong>{t('print.head', { programme, start: day(startsOn), end: day(endsOn) })}</strong>
      </p>
      <p className={styles.line}>{t('print.in', { language: t(`language.${language}`) })}</p>
      <p className={styles.line}>{t('print.note', { day: moment(at, 'day') })}</p>
    </div>
  );
}

function PartSection(props: {
  readonly part: Part;
  readonly rehearsal: Rehearsal;
  readonly isPrinting: boolean;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { part, rehearsal, isPrinting } = props;
  const { persona, messages } = part;
  const lead = `${t(`persona.${persona}.lead`)} ${t('count', { count: messages.length })}`;
  return (
    <Section title={t(`persona.${persona}`)} lead={lead}>
      <ol className={styles.list}>
        {messages.map((one, place) => (
          <Message
            key={`${rehearsal.language}${persona}${place}`}
            one={one}
            language={rehearsal.language}
            zone={rehearsal.zone}
            isPrinting={isPrinting}
          />
        ))}
      </ol>
    </Section>
  );
}

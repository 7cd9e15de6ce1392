/** The pack as a paper: for each standard what there is and what is missing, and then the documents and figures themselves. */
import type { Block, Paper, PaperSection } from '../../../../platform/papers.ts';
import { sayDay, type Language } from '../../../../platform/words.ts';
import { organisationZone as zone } from '../../../../platform/zone.ts';
import type { Section, SectionId } from '../../report/model.ts';
import { say as sayReport } from '../../report/words.ts';
import type { EvidencePage, Standard } from '../model.ts';
import { say } from '../words.ts';

/** Which parts of the evaluation report are the content behind a standard. */
const contents: Readonly<Record<Standard, readonly SectionId[]>> = {
  ...{ purpose: ['purpose', 'goals'], briefing: ['training'], matching: ['reached', 'matching'] },
  ...{
    measurement: ['meetings', 'check-ins', 'voices', 'findings'],
    ethics: ['unsaid'],
    support: ['recognition', 'cost'],
  },
};

export interface PackFacts {
  readonly page: EvidencePage;
  readonly sections: readonly Section[];
  readonly language: Language;
}

export function packPaper({ page, sections, language }: PackFacts): Paper {
  const t = (key: Parameters<typeof say>[1], values = {}): string => say(language, key, values);
  const day = sayDay(language, page.at, zone);
  return {
    language,
    title: t('paper.title', { programme: page.programme.name }),
    subtitle: t('paper.subtitle', { day }),
    foot: t('paper.foot', { programme: page.programme.name, day }),
    columns: [t('title'), t('paper.what'), t('paper.what'), t('paper.says')],
    sections: [
      overview(page, language),
      ...page.standards.map((one): PaperSection => ({
        title: t(`standard.${one.standard}`),
        blocks: [
          { kind: 'text', text: t(`asks.${one.standard}`) },
          ...part(
            t('there'),
            one.lines.filter(({ isThere }) => isThere),
          ),
          ...part(
            t('missing'),
            one.lines.filter(({ isThere }) => !isThere),
          ),
          ...contents[one.standard].flatMap((id) => contentOf(sections, id, language)),
        ],
      })),
    ],
  };
}

type Lines = EvidencePage['standards'][number]['lines'];

function overview({ standards }: EvidencePage, language: Language): PaperSection {
  const rows = standards.map(({ standard, lines }) => {
    const there = lines.filter(({ isThere }) => isThere).length;
    return [say(language, `standard.${standard}`), say(language, 'paper.of', { there, all: lines.length })];
  });
  const title = say(language, 'paper.overview');
  const head = [say(language, 'paper.standard'), say(language, 'there')];
  return {
    title,
    blocks: [
      { kind: 'text', text: say(language, 'lead') },
      { kind: 'table', title: say(language, 'paper.table'), head, rows },
    ],
  };
}

function part(title: string, lines: Lines): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: lines.map(({ says }) => says) },
  ];
}

/** What has nothing to show stands among what is missing. */
function contentOf(sections: readonly Section[], id: SectionId, language: Language): Block[] {
  const blocks = sections.find((one) => one.id === id)?.told[language].blocks ?? [];
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: sayReport(language, `title.${id}`) }, ...blocks];
}

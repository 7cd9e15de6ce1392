/** What the sections about check-ins, goals, what people said and what came of it say: released figures and themes only. */
import type { CheckInFigures } from '../../../../checkins/model.ts';
import { sayRound } from '../../../../checkins/rounds/words.ts';
import { headcountName } from '../../../../surveys/audience/naming/rules.ts';
import { changeSentence } from '../../../findings/saying/rules.ts';
import { findingIn, stateOf, type Finding } from '../../../findings/model.ts';
import { checkInsTold } from '../../../findings/released/rules.ts';
import type { Released } from '../../../findings/released/usecases.ts';
import { say as sayFinding } from '../../../findings/words.ts';
import type { GoalAnswer } from '../../../goals/model.ts';
import { sayAnswer } from '../../../goals/telling/rules.ts';
import type { ReportBlock } from '../../model.ts';
import type { Teller } from '../../rules.ts';
import { say } from '../../words.ts';

export function checkInsTeller(figures: CheckInFigures): Teller {
  return (language) => {
    const told = checkInsTold(figures);
    if (told.length === 0) return { blocks: [], unsaid: [say(language, 'check-ins.none')] };
    const silent = told.filter(({ tells }) => tells === undefined);
    return {
      blocks: [
        ...figures.rounds.flatMap(({ round, released }): ReportBlock[] => {
          if (!released) return [];
          const people = headcountName(language, released.responses);
          return [
            { kind: 'heading', text: sayRound(language, round) },
            { kind: 'text', text: say(language, 'check-ins.people', { people }) },
            {
              kind: 'list',
              items: told.flatMap((one) => (one.round === round && one.tells ? [one.tells(language)] : [])),
            },
          ];
        }),
        { kind: 'small', text: say(language, 'check-ins.how') },
      ],
      unsaid: silent.map(({ round, question }) =>
        say(language, 'check-ins.silent', { item: question.text[language], round: sayRound(language, round) }),
      ),
    };
  };
}

/** Each goal with its answer, and why; what cannot be said stands among what cannot be said too. */
export function goalsTeller(answers: readonly GoalAnswer[]): Teller {
  return (language) => {
    if (answers.length === 0) return { blocks: [], unsaid: [say(language, 'goals.none')] };
    const head = (['goal', 'target', 'figure', 'answer'] as const).map((one) => say(language, `goals.${one}`));
    const said = answers.map((one) => ({ ...sayAnswer(language, one), is: one.verdict }));
    const rows = said.map(({ goal, target, figure = '–', of, verdict, why }) => [
      ...[goal, target, of === undefined ? figure : `${figure} (${of})`, `${verdict}. ${why}`],
    ]);
    return {
      blocks: [{ kind: 'table', title: say(language, 'goals.table'), head, rows }],
      unsaid: said
        .filter(({ is }) => is === 'cannot-be-said')
        .map(({ goal, why }) => `${sayFinding(language, 'quoted', { text: goal })} ${why}`),
    };
  };
}

/** Surveys and talks; the check-ins have a section of their own. */
export function voicesTeller(released: readonly Released[]): Teller {
  return (language) => {
    const of = (kind: Released['source']['kind']): string[] =>
      released.filter(({ source }) => source.kind === kind).map(({ tells }) => tells(language));
    const parts = [
      [say(language, 'voices.surveys'), of('survey')],
      [say(language, 'voices.talks'), of('talks')],
    ] as const;
    return {
      blocks: parts.flatMap(([title, lines]): ReportBlock[] =>
        lines.length === 0
          ? []
          : [
              { kind: 'heading', text: title },
              { kind: 'list', items: [...lines] },
            ],
      ),
      unsaid: [
        ...(parts[0][1].length === 0 ? [say(language, 'voices.no-survey')] : []),
        ...(parts[1][1].length === 0 ? [say(language, 'voices.no-talks')] : []),
        say(language, 'voices.quotes'),
      ],
    };
  };
}

export function findingsTeller(all: readonly Finding[]): Teller {
  return (language) => {
    const told = all.filter((one) => stateOf(one) === 'told');
    const waiting = all.length - told.length;
    const blocks = told.flatMap((one): ReportBlock[] => {
      const { said, why, what } = findingIn(language, one);
      const { until, isDone } = one.doing;
      const choice = one.decision?.choice ?? 'keep';
      const change = isDone ? sayFinding(language, 'did.changed', { what }) : changeSentence(language, { what, until });
      const did = choice === 'change' ? change : sayFinding(language, `did.${choice}`);
      return [
        { kind: 'heading', text: say(language, 'findings.said', { said }) },
        { kind: 'text', text: `${did} ${why}` },
      ];
    });
    return {
      blocks,
      unsaid: [
        ...(all.length === 0 ? [say(language, 'findings.none')] : []),
        ...(waiting > 0 ? [say(language, 'findings.waiting', { count: waiting })] : []),
      ],
    };
  };
}

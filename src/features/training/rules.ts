/** Reads a course out of its Markdown, and decides whose course it is. A text that breaks the schema throws, and a test finds it. */
import { asksForMentor, offersToMentor, type Role } from '../recruitment/model.ts';
import { course, type Asked, type Course, type CourseId, type Step } from './model.ts';

/** The schema of the text is in `model.ts`. */
export function parseCourse(id: CourseId, markdown: string): Course {
  const [, head = '', body = ''] = markdown.split(/^---$/m);
  const front = new Map(
    head
      .trim()
      .split('\n')
      .map((line) => splitOnce(line, ':')),
  );
  const steps = body.split(/^## /m).slice(1).map(parseStep);
  return course.parse({
    ...{ id, title: front.get('title'), minutes: Number(front.get('minutes')), role: front.get('role'), steps },
    sources: (front.get('sources') ?? '').split(';').map((one) => one.trim()),
  });
}

function parseStep(text: string): Step {
  const [title, rest] = splitOnce(text, '\n');
  const block = /^```(scenario|question)\n([\s\S]*?)^```$/m.exec(rest);
  if (!block) return { title, text: rest };
  const kind = block[1] === 'scenario' ? 'scenario' : 'question';
  return { title, text: rest.replace(block[0], '').trim(), asked: parseAsked(kind, block[2] ?? '') };
}

function parseAsked(kind: Asked['kind'], block: string): Asked {
  const lines = block.trim().split('\n');
  const ask = lines
    .filter((line) => line.startsWith('? '))
    .map((line) => line.slice(2))
    .join('\n');
  const choices = lines
    .filter((line) => /^[-+] /.test(line))
    .map((line) => {
      const [text, effect] = splitOnce(line.slice(2), '=>');
      return { text, effect, isRight: line.startsWith('+') };
    });
  return { kind, ask, choices };
}

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text.trim(), ''] : [text.slice(0, place).trim(), text.slice(place + at.length).trim()];
}

/** The courses of a role: mentees set goals, mentors listen. */
export function coursesOfRole(role: Role): CourseId[] {
  return [
    ...(asksForMentor(role) ? (['setting-goals'] as const) : []),
    ...(offersToMentor(role) ? (['active-listening'] as const) : []),
  ];
}

/** Progress never goes back, and never past the last step. */
export function nextStep(before: number, reached: number, steps: number): number {
  return Math.min(Math.max(before, reached, 0), steps - 1);
}

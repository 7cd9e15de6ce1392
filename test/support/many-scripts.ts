/** Names as people have them: long, in every script, from right to left, with marks that stand above and below. */
import type { Page, Route } from 'playwright-core';

export const manyNames: readonly string[] = [
  'محمد عبد الرحمن بن عبد العزيز آل سعود',
  'אברהם בן־ציון ויינשטוק־הלוי',
  'สมชาย ศรีสุวรรณกาญจนาภิเษกเทพวรารักษ์',
  'श्रीमती लक्ष्मीबाई राजेन्द्रप्रसाद शर्मा',
  '欧阳修明德司马相如诸葛孔明夏侯惇皇甫嵩',
  '👩🏽‍🔬👨‍👩‍👧‍👦 Ada 🏳️‍🌈',
  `Z${'\u0301\u0327\u0323'.repeat(12)}oe${'\u0308'.repeat(12)} combining`,
  'Jan \u202Eretnec\u202C Peeters',
  `Wolfeschlegelsteinhausenbergerdorff${'welchevoralternwarengewissenhaft'.repeat(6)}`.slice(0, 200),
  `${'Ana María del Carmen '.repeat(12)}`.slice(0, 200),
];

/** Every `name` in what the API answers becomes the next of the names; whatever else it says stays. */
export async function renameAll(page: Page): Promise<void> {
  let next = 0;
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const isName = /^(name|\w+Name|title|partner|about)$/.test(key) && typeof one === 'string' && one !== '';
        return [key, isName ? manyNames[next++ % manyNames.length] : renamed(one)];
      }),
    );
  };
  await page.route('**/api/**', async (route: Route) => {
    const answer = await route.fetch();
    if (!answer.headers()['content-type']?.includes('application/json')) return route.fulfill({ response: answer });
    const body: unknown = await answer.json();
    await route.fulfill({ response: answer, json: answer.ok() ? renamed(body) : body });
  });
}

/** Feasts by belief, to choose dates from. Only dates are kept: which list somebody looked at stays in their browser. Safe in the browser. */
export const beliefs = ['christian', 'orthodox', 'jewish', 'muslim', 'hindu', 'sikh', 'buddhist', 'lunar'] as const;
export type Belief = (typeof beliefs)[number];

export const feastsOf = {
  christian: [
    'good-friday',
    'easter-monday',
    'ascension',
    'whit-monday',
    'assumption',
    'all-saints',
    'christmas-eve',
    'christmas',
  ],
  orthodox: ['orthodox-christmas', 'orthodox-good-friday', 'orthodox-easter-monday'],
  jewish: ['purim', 'passover', 'shavuot', 'rosh-hashanah', 'yom-kippur', 'sukkot', 'simchat-torah'],
  muslim: ['eid-al-fitr', 'eid-al-adha', 'islamic-new-year', 'ashura', 'mawlid'],
  hindu: ['holi', 'diwali'],
  sikh: ['vaisakhi', 'guru-nanak'],
  buddhist: ['vesak'],
  lunar: ['new-year', 'mid-autumn'],
} as const satisfies Readonly<Record<Belief, readonly string[]>>;
export type Feast = (typeof feastsOf)[Belief][number];

export interface FeastDay {
  readonly feast: Feast;
  /** `2027-05-06`; a feast that lasts is named by the days on which work rests. */
  readonly dates: readonly string[];
}

/** What was typed or given cannot be used; the message says why, without a stack. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

/** Each takes back what they wrote themselves; what was agreed may be ticked off by either. */
export function mayTakeBackLine(personId: string, one: { readonly by: string }): boolean {
  return one.by === personId;
}

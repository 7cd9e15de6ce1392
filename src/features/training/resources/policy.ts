/** Who reads the resources of a programme: whoever takes part in it, and its coordinators, who alone add to them. */

export function mayReadResources(takesPart: boolean, coordinates: boolean): boolean {
  return takesPart || coordinates;
}

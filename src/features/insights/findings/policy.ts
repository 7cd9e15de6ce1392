/** Who may read what came of what was said: everybody who was asked, whatever they answered, and whoever coordinates the programme. */

/** `wasAsked`: in one of the audiences of what was told. For everybody else there is nothing. */
export function mayReadTold({ wasAsked, coordinates }: { wasAsked: boolean; coordinates: boolean }): boolean {
  return wasAsked || coordinates;
}

/** What keeps a package from being made: where, and a sentence that says what to do. */
export interface Fault {
  readonly file: string;
  /** In the form of Teams' language files, such as `staticTabs[0].name`; empty for the whole file. */
  readonly at: string;
  readonly says: string;
}

export const sayFault = ({ file, at, says }: Fault): string => `${file}${at === '' ? '' : `, ${at}`}: ${says}`;

/** In which formats a document leaves. Safe in the browser, which does not get the writers. */
export const paperFormats = ['pdf', 'pptx', 'xlsx', 'csv'] as const;
/** For a list that other programs go on with. */
export const listFormats = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];
export type PaperFormat = (typeof paperFormats)[number];

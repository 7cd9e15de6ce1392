/** In which formats a document leaves. Safe in the browser, which does not get the writers. */
export const paperFormats = ['pdf', 'pptx', 'xlsx', 'csv'] as const;
export type PaperFormat = (typeof paperFormats)[number];

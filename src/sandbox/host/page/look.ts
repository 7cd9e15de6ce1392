/** The sizes at which the page changes its form. */
export const phone = '@media (max-width: 720px)';
/** Where the panel at the right has no room. */
export const middle = '@media (max-width: 1080px)';
/** The other way round, for `matchMedia`. */
export const besidePage = '(min-width: 1081px)';

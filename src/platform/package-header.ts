/** The header in which the tab says which version of the app's package opened it; the address of a tab has it as `?package=`. */
export const packageHeader = 'x-tandem-package';

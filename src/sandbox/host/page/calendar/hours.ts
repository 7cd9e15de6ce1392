/** Which part of a day the calendar shows, and how high an hour is. */
export const firstHour = 7;
export const lastHour = 20;
/** Pixels. */
export const hourHeight = 48;

/** The time zone of the organisation: days of programmes, surveys and talks begin and end in it. Safe in the browser. */
export const organisationZone = 'Europe/Brussels';

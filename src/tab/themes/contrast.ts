/** The high contrast theme, in a file of its own so that it is fetched alone. */
export { teamsHighContrastTheme as theme } from '@fluentui/react-components';

/** The dark theme, in a file of its own so that it is fetched alone. */
export { teamsDarkTheme as theme } from '@fluentui/react-components';

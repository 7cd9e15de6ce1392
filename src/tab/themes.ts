/** The three themes of Teams; the two rarer ones are fetched when they are wanted. */
import { teamsLightTheme, type Theme } from '@fluentui/react-components';
import type { HostTheme } from '../ui/host.ts';

export async function loadTheme(name: HostTheme): Promise<Theme> {
  if (name === 'dark') return (await import('./themes/dark.ts')).theme;
  if (name === 'contrast') return (await import('./themes/contrast.ts')).theme;
  return teamsLightTheme;
}

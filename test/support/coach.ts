/** What the coach tells a model to be. */
import { systemText } from '../../src/features/training/coach/answers/rules.ts';
export const system = systemText;

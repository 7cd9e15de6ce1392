/** Who may do what with a translation: the two who tell and the coordinators put one in, the two alone agree to it. */
import { mayWithdrawStory } from '../policy.ts';
import type { Story } from '../model.ts';
import type { Translation } from './model.ts';
import { isToTranslate } from './rules.ts';

export function mayTranslate(personId: string, one: Story, coordinates: boolean): boolean {
  return isToTranslate(one) && (coordinates || mayWithdrawStory(personId, one));
}

export function mayAgreeToTranslation(personId: string, one: Story): boolean {
  return isToTranslate(one) && mayWithdrawStory(personId, one);
}

/** One of the two ends any, whoever put it in takes it back. */
export function mayEndTranslation(personId: string, one: Story, translation: Pick<Translation, 'by'>): boolean {
  return translation.by === personId || mayWithdrawStory(personId, one);
}

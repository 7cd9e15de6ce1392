/** The faces: a person's photo or initials, and the product's icon. */
import { Avatar, type AvatarProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ShownPerson } from './control.ts';

export const botName = 'Tandem';
const icon = new URL('../../../../appPackage/color.png', import.meta.url).href;

export interface FaceProps {
  readonly person: ShownPerson;
  readonly size?: NonNullable<AvatarProps['size']>;
}

/** The name always stands beside it, so that the picture says nothing of its own. */
export function Face({ person, size = 32 }: FaceProps): ReactNode {
  const image = person.hasPhoto ? { image: { src: `/sandbox/people/${person.id}/photo`, alt: '' } } : {};
  return <Avatar name={person.name} color="colorful" size={size} aria-hidden {...image} />;
}

export function BotFace({ size = 32 }: { readonly size?: number }): ReactNode {
  return <img src={icon} alt="" width={size} height={size} style={{ borderRadius: '22%', flexShrink: 0 }} />;
}

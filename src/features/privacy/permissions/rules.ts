/** Which words say what a permission is for, what works without it, and how to grant it. */
import type { Permission } from './model.ts';
import type { say } from './words.ts';

export type PermissionKey = Parameters<typeof say>[1];

export const forKey = ({ rights, name }: Pick<Permission, 'rights' | 'name'>): PermissionKey =>
  `permission.${rights}.${name}.for` as PermissionKey;

export const withoutKey = ({ rights, name }: Pick<Permission, 'rights' | 'name'>): PermissionKey =>
  `permission.${rights}.${name}.without` as PermissionKey;

export const grantKey = ({ rights, grant }: Pick<Permission, 'rights' | 'grant'>): PermissionKey =>
  `grant.${grant ?? rights}`;

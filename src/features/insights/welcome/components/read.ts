/** Keeps that somebody has read something of the welcome: it is not offered again, in whatever window they open. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Preferences } from '../../../people/model.ts';
import { savePreferences } from '../../client.ts';
import type { Home } from '../../model.ts';
import { newestVersion } from '../model.ts';

/** Who has been shown around, or would rather not be, knows the newest version too. */
export const tourRead: Preferences = { toured: true, changesRead: newestVersion };
export const changesRead: Preferences = { changesRead: newestVersion };

export function useRead(): (what: Preferences) => void {
  const queries = useQueryClient();
  return useCallback(
    (what: Preferences) => {
      queries.setQueryData<Home>(
        ['home'],
        (before) => before && { ...before, preferences: { ...before.preferences, ...what } },
      );
      // What cannot be kept now is only offered once more.
      void savePreferences(what).catch(() => undefined);
    },
    [queries],
  );
}

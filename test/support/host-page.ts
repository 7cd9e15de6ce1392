/** A host that does what Teams does for a tab, and no more: a page with an iframe that answers the TeamsJS handshake. */
import express from 'express';
import type { Frame, Page } from 'playwright-core';
import { listen, type Listening } from '../../src/sandbox/loopback.ts';

export interface HostSetting {
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly locale?: string;
  readonly subPageId?: string;
  readonly context?: 'content' | 'task';
  readonly roles?: readonly string[];
  readonly personId?: string;
}

const script = (tab: string, setting: HostSetting): string => `
  const setting = ${JSON.stringify(setting)};
  const asked = (window.asked = []);
  const claims = btoa(JSON.stringify({ roles: setting.roles ?? [] })).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const supports = { dialog: { url: {} }, pages: {} };
  const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports });
  const context = setting.context ?? 'content';
  const answers = {
    initialize: () => [context, 'web', runtime, '2.0.0'],
    getContext: () => [{ locale: setting.locale ?? 'en-gb', theme: setting.theme ?? 'default', entityId: 'home',
      subEntityId: setting.subPageId ?? '', userObjectId: setting.personId ?? 'a', tid: 't', hostClientType: 'web',
      frameContext: context, sessionId: 's', appSessionId: 's', ring: 'general', hostName: 'Teams' }],
    'authentication.getAuthToken': () =>
      window.refuse ? [false, 'CancelledByUser'] : [true, 'e30.' + claims + '.e30'],
  };
  addEventListener('message', ({ data, source }) => {
    asked.push({ func: data.func, args: data.args });
    const args = answers[data.func]?.() ?? (data.func.startsWith('register') ? undefined : [true]);
    if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, '${tab}');
  });
  window.setTheme = (theme) =>
    document.querySelector('iframe').contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '${tab}');`;

/** Serves the host; `open` shows the tab at an address in it and waits until the tab says that it can be used. */
export async function startHostPage() {
  const app = express();
  let tab = '';
  let setting: HostSetting = {};
  let path = '/tab';
  app.get('/', (_req, res) => {
    const frame = `<iframe title="tab" src="${tab}${path}" style="position:fixed;inset:0;width:100%;height:100%;border:0">`;
    res
      .type('html')
      .send(
        `<!doctype html><title>host</title><link rel="icon" href="data:,"><script>${script(tab, setting)}</script>${frame}</iframe>`,
      );
  });
  const server: Listening = await listen(app, 0);
  return {
    url: server.url,
    close: () => server.close(),
    /** As when the person chooses another theme in Teams; ends when the tab looks otherwise. */
    async setTheme(page: Page, theme: NonNullable<HostSetting['theme']>): Promise<void> {
      const frame = page.frames().find((one) => one.parentFrame());
      const before = await frame?.evaluate(
        () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
      );
      await page.evaluate((name) => (globalThis as unknown as { setTheme(name: string): void }).setTheme(name), theme);
      await frame?.waitForFunction(
        (old) =>
          getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor !== old,
        before,
      );
    },
    async open(page: Page, tabUrl: string, address: string, given: HostSetting = {}): Promise<Frame> {
      [tab, path, setting] = [tabUrl, `/tab${address}`, given];
      await page.goto(server.url);
      const frame = page.frames().find((one) => one.parentFrame());
      if (!frame) throw new Error('the host has no frame');
      await frame.waitForSelector('h1');
      return frame;
    },
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import type { LocalSettings } from '../settings.js';
import { extensionCommands, extensionShape } from './app-extension.js';
import type { HostApp } from './wire.js';

/** The app as its package describes it, or one sentence why it cannot be read. */
export type AppPackage = { app: HostApp; icon: string | undefined } | { problem: string };

const tabShape = z.object({
  entityId: z.string(),
  name: z.string().optional(),
  contentUrl: z.string().optional(),
  websiteUrl: z.string().optional(),
});

const manifestShape = z.object({
  id: z.string(),
  name: z.object({ short: z.string() }),
  accentColor: z.string(),
  icons: z.object({ color: z.string() }),
  localizationInfo: z
    .object({
      defaultLanguageTag: z.string(),
      additionalLanguages: z
        .array(z.object({ languageTag: z.string(), file: z.string() }))
        .default([]),
    })
    .optional(),
  staticTabs: z.array(tabShape).default([]),
  configurableTabs: z.array(z.object({ configurationUrl: z.string() })).default([]),
  bots: z
    .array(
      z.object({
        botId: z.string(),
        commandLists: z
          .array(
            z.object({
              scopes: z.array(z.string()),
              commands: z.array(z.object({ title: z.string(), description: z.string() })),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  composeExtensions: extensionShape,
  validDomains: z.array(z.string()).default([]),
  webApplicationInfo: z.object({ resource: z.string().optional() }).optional(),
});

type Manifest = z.infer<typeof manifestShape>;

function placeholders(folder: string, settings: LocalSettings): Record<string, string> {
  const file = join(folder, 'env', '.env.local');
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  // The stand-in's own settings win: they say where the app under test really is.
  return {
    ...(kept as Record<string, string>),
    APP_ID: settings.appId,
    TENANT_ID: settings.tenantId,
    PUBLIC_ORIGIN: settings.appBaseUrl,
    PUBLIC_DOMAIN: new URL(settings.appBaseUrl).host,
    APP_BASE_URL: settings.appBaseUrl,
  };
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{\{([A-Z0-9_]+)\}\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing says what ${name} is`);
    return JSON.stringify(value).slice(1, -1);
  });
}

/** Texts of a language file, keyed as in `bots[0].commandLists[0].commands[0].title`. */
type Translated = (key: string, original: string) => string;

function translation(folder: string, manifest: Manifest, locale: string): Translated {
  const info = manifest.localizationInfo;
  const [language = ''] = locale.split('-');
  const found = info?.additionalLanguages.find((one) => one.languageTag.startsWith(language));
  if (found === undefined || info?.defaultLanguageTag.startsWith(language)) {
    return (_key, original) => original;
  }
  const file = join(folder, 'manifest', found.file);
  const texts = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  return (key, original) => texts[key] ?? original;
}

function commandsOf(manifest: Manifest, translated: Translated): HostApp['commands'] {
  const lists = manifest.bots[0]?.commandLists ?? [];
  const at = lists.findIndex((list) => list.scopes.includes('personal'));
  return (lists[at]?.commands ?? []).map((command, index) => {
    const key = `bots[0].commandLists[${at}].commands[${index}]`;
    return {
      title: translated(`${key}.title`, command.title),
      description: translated(`${key}.description`, command.description),
    };
  });
}

/** `conversations` and `about` are reserved: Teams draws the chat and a text page for them. */
const reservedTabs = new Set(['conversations', 'about']);

function tabsOf(manifest: Manifest, translated: Translated, name: string): HostApp['staticTabs'] {
  return manifest.staticTabs.flatMap(({ entityId, contentUrl, websiteUrl, ...tab }, index) => {
    if (reservedTabs.has(entityId) || contentUrl === undefined) return [];
    const website = websiteUrl === undefined ? {} : { websiteUrl };
    const shown = translated(`staticTabs[${index}].name`, tab.name ?? name);
    return [{ id: entityId, entityId, name: shown, contentUrl, ...website }];
  });
}

function appOf(
  folder: string,
  manifest: Manifest,
  settings: LocalSettings,
  locale: string,
): HostApp {
  const translated = translation(folder, manifest, locale);
  const name = translated('name.short', manifest.name.short);
  const [configurable] = manifest.configurableTabs;
  const resource = manifest.webApplicationInfo?.resource;
  const origins = manifest.validDomains.flatMap((host) => [`http://${host}`, `https://${host}`]);
  return {
    id: manifest.id,
    botId: manifest.bots[0]?.botId ?? settings.appId,
    name,
    accentColor: manifest.accentColor,
    iconUrl: '/host/app-icon',
    staticTabs: tabsOf(manifest, translated, name),
    ...(configurable && { configurationUrl: configurable.configurationUrl }),
    commands: commandsOf(manifest, translated),
    extension: extensionCommands(manifest.composeExtensions, translated),
    tabOrigins: [...new Set([settings.appBaseUrl, ...origins])],
    ...(resource !== undefined && { ssoResource: resource }),
  };
}

/**
 * Reads manifest/manifest.json below `folder` with its `${{NAME}}` placeholders filled, names and
 * commands in the person's language. Read anew each time, so that an edit shows on the next load.
 */
export function readAppPackage(
  folder: string,
  settings: LocalSettings,
  locale: string,
): AppPackage {
  const file = join(folder, 'manifest', 'manifest.json');
  try {
    const text = fill(readFileSync(file, 'utf8'), placeholders(folder, settings));
    const manifest = manifestShape.parse(JSON.parse(text));
    const icon = join(folder, 'manifest', manifest.icons.color);
    const app = appOf(folder, manifest, settings, locale);
    if (existsSync(icon)) return { app, icon };
    const { iconUrl: _none, ...withoutIcon } = app;
    return { app: withoutIcon, icon: undefined };
  } catch (fault) {
    return { problem: `${file}: ${fault instanceof Error ? fault.message : String(fault)}` };
  }
}

import appManifest from '@microsoft/app-manifest';

const { AppManifestUtils } = appManifest;

// The localisation schema states these limits beside a `$ref`, where draft-04 ignores them.
const limits = { 'name.short': 30, 'name.full': 100, 'description.short': 80 };

/** The published schema has patterns with a bare `]`, which unicode regular expressions refuse. */
async function localisationSchema(url) {
  const schema = await AppManifestUtils.fetchSchema(url);
  const patterns = Object.entries(schema.patternProperties ?? {});
  const mended = patterns.map(([pattern, rule]) => [pattern.replaceAll('\\b]', '\\b\\]'), rule]);
  return { ...schema, patternProperties: Object.fromEntries(mended) };
}

/** The same of a message extension: its commands, what they ask for and what may be chosen. */
function extensionKeys({ commands }, e) {
  return commands.flatMap(({ parameters = [] }, c) => {
    const command = `composeExtensions[${e}].commands[${c}]`;
    const asked = parameters.flatMap(({ choices = [] }, p) => [
      ...['title', 'description'].map((key) => `${command}.parameters[${p}].${key}`),
      ...choices.map((_, at) => `${command}.parameters[${p}].choices[${at}].title`),
    ]);
    return [`${command}.title`, `${command}.description`, ...asked];
  });
}

/** Keys of every text of the manifest that people read, in the form of localisation files. */
function localisableKeys(manifest) {
  const tabs = manifest.staticTabs.map((_, index) => `staticTabs[${index}].name`);
  const commands = manifest.bots.flatMap((bot, b) =>
    bot.commandLists.flatMap((list, l) =>
      list.commands.flatMap((_, c) =>
        ['title', 'description'].map(
          (key) => `bots[${b}].commandLists[${l}].commands[${c}].${key}`,
        ),
      ),
    ),
  );
  return [
    ...Object.keys(limits),
    'description.full',
    ...tabs,
    ...commands,
    ...(manifest.composeExtensions ?? []).flatMap(extensionKeys),
    ...(manifest.activities?.activityTypes ?? []).flatMap((_, a) =>
      ['description', 'templateText'].map((key) => `activities.activityTypes[${a}].${key}`),
    ),
  ];
}

/** What is wrong with a resolved manifest, one sentence each; `version` is the project's. */
export async function manifestFaults(manifest, version) {
  const faults = (await AppManifestUtils.validateAgainstSchema(manifest)).map(
    (fault) => `manifest.json: ${fault}`,
  );
  const mark = `v${manifest.manifestVersion}/`;
  if (!manifest.$schema.includes(mark)) faults.push(`manifest.json: $schema is not of ${mark}`);
  if (manifest.version !== version) {
    faults.push(`manifest.json: version ${manifest.version} is not the project's ${version}`);
  }
  for (const domain of manifest.validDomains ?? []) {
    if (!/^[a-z0-9.-]+(:\d+)?$/.test(domain)) {
      faults.push(`manifest.json: validDomains has "${domain}", which is not one host of our own`);
    }
  }
  return faults;
}

/** What is wrong with a localisation file of that manifest, one sentence each. */
export async function localisationFaults(file, texts, manifest) {
  const schema = await localisationSchema(texts.$schema);
  const faults = await AppManifestUtils.validateAgainstSchema(texts, schema);
  const missing = localisableKeys(manifest).filter((key) => !texts[key]);
  const long = Object.entries(limits).filter(([key, limit]) => (texts[key]?.length ?? 0) > limit);
  return [
    ...faults,
    ...missing.map((key) => `${key} is missing`),
    ...long.map(([key, limit]) => `${key} is longer than ${limit} characters`),
  ].map((fault) => `${file}: ${fault}`);
}

// One rule per line of the import rules; src/tooling/lint-imports.mjs runs them.
// Paths are relative to the project root. tests/gates/import-rules.test.ts plants one
// violation of every rule, so a rule added here needs a plant there.

const ADAPTERS = 'graph|bot|api|notifications|reports|identity';
const INWARD = 'domain|usecases|text|cards|contract';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    rule(
      'domain-imports-nothing',
      'The domain is pure: no I/O, no package, no Node built-in, so that it can be read and tested alone.',
      { path: '^src/domain/' },
      { pathNot: '^src/domain/' },
    ),
    rule(
      'usecases-only-domain',
      'A use case knows the domain and its own ports; transport and storage arrive as arguments.',
      { path: '^src/usecases/' },
      { pathNot: '^src/(usecases|domain)/' },
    ),
    rule(
      'register-only-domain',
      'The register is a projection in memory; what feeds it and what saves it is passed in.',
      { path: '^src/register/' },
      { pathNot: '^src/(register|domain)/' },
    ),
    rule(
      'text-only-domain',
      'Texts are keyed by domain words and run in the browser too: nothing else belongs here.',
      { path: '^src/text/' },
      { pathNot: '^src/(text|domain)/' },
    ),
    rule(
      'contract-only-domain',
      'The contract is shared by server and tab: shapes (zod) over domain words, no behaviour.',
      { path: '^src/contract/' },
      { pathNot: `^src/(contract|domain)/|${npm('zod')}` },
    ),
    rule(
      'spool-only-domain',
      'The spool keeps forms on disk when everything else is down, so it depends on nothing else.',
      { path: '^src/spool/' },
      { pathNot: `^src/(spool|domain)/|${npm('zod')}`, dependencyTypesNot: ['core'] },
    ),
    rule(
      'workbook-only-domain',
      "Reading a workbook is cells in, text out, behind one file per library: what the cells mean is the domain's.",
      { path: '^src/workbook/' },
      { pathNot: `^src/(workbook|domain)/|${npm('hucre', 'fflate')}` },
    ),
    rule(
      'attachments-only-domain',
      'Knowing a file and taking names out of it is bytes in, bytes out, so that it can be tested alone: no file, no network.',
      { path: '^src/attachments/' },
      { pathNot: '^src/(attachments|domain)/|^(zlib|crypto)$' },
    ),
    rule(
      'runtime-only-for-entry-points',
      'src/runtime is the composition that the entry points are too short for: it may know everyone, so nobody may know it.',
      { path: '^src/', pathNot: '^src/(runtime/|local/|(main|provision|doctor)\\.ts$)' },
      { path: '^src/runtime/' },
    ),
    rule(
      'cards-only-domain-and-text',
      'A card is typed values in, JSON out; who sends it and where is not its business.',
      { path: '^src/cards/' },
      {
        pathNot: `^src/(cards|domain|text)/|(^|/)adaptive-cards/|${npm(
          'adaptivecards-templating',
          'adaptive-expressions',
        )}`,
        dependencyTypesNot: ['core'],
      },
    ),
    rule(
      'adapters-stay-apart',
      'Adapters never import each other: main.ts passes functions, so each can be replaced alone.',
      { path: `^src/(${ADAPTERS})/` },
      { path: `^src/(${ADAPTERS})/`, pathNot: '^src/$1/' },
    ),
    rule(
      'adapters-only-inward',
      'An adapter imports domain, use cases, texts, cards and contract; the rest reaches it through main.ts.',
      { path: `^src/(${ADAPTERS})/` },
      {
        path: '^src/',
        pathNot: `^src/(${INWARD}|${ADAPTERS}|local|runtime)/|^src/(main|provision|doctor|settings|provision-settings)\\.ts$`,
      },
    ),
    rule(
      'tabs-only-contract-text-domain',
      'The tab runs in a browser: it shares shapes, texts and pure domain pieces, and nothing of the server.',
      { path: '^src/tabs/' },
      {
        path: '^src/',
        pathNot:
          '^src/(tabs|contract|text|domain|local)/|^src/(main|provision|doctor|settings|provision-settings)\\.ts$',
      },
    ),
    rule(
      'tabs-no-node',
      'The tab runs in a browser, where Node built-ins do not exist.',
      { path: '^src/tabs/', pathNot: '^src/tabs/vite\\.config\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'nobody-imports-local',
      'The stand-in is a separate process and is left out of production: only its HTTP interface is known.',
      { path: '^src/', pathNot: '^src/local/' },
      { path: '^src/local/' },
    ),
    rule(
      'local-imports-only-itself',
      'The stand-in shares no code with the product, or both would be wrong in the same way.',
      { path: '^src/local/' },
      { path: '^src/', pathNot: '^src/(local|tooling)/' },
    ),
    rule(
      'tooling-imports-only-itself',
      'Build tools look at the product from outside; they must run before it compiles.',
      { path: '^src/tooling/' },
      { path: '^src/', pathNot: '^src/(tooling|local)/' },
    ),
    rule(
      'nobody-imports-tooling',
      'Build tools are part of no program; only the launcher of the local run uses them, before anything is built.',
      { path: '^src/', pathNot: '^src/(tooling/|local/[^/]+\\.mjs$)' },
      { path: '^src/tooling/' },
    ),
    rule(
      'settings-only-in-entry-points',
      'Only main.ts, provision.ts and doctor.ts read settings and pass values on, so that no part depends on all of them.',
      {
        path: '^src/',
        pathNot: '^src/(local/|main\\.ts|provision\\.ts|doctor\\.ts|provision-settings\\.ts)',
      },
      { path: '^src/(settings|provision-settings)\\.ts$' },
    ),
    rule(
      'nobody-imports-entry-points',
      'main.ts, provision.ts and doctor.ts compose everybody else; importing them would close a circle.',
      { path: '^src/', pathNot: '^src/local/' },
      { path: '^src/(main|provision|doctor)\\.ts$' },
    ),
    rule(
      'no-cycles',
      'Files that need each other load in an order nobody chose, and can only be understood together.',
      { path: '^src/' },
      { circular: true },
    ),
    rule(
      'no-barrels',
      'Import from the file that defines the thing: re-exports hide it and breed cycles.',
      { path: '^src/', pathNot: '^src/bot/sdk\\.ts$' },
      { dependencyTypes: ['export'] },
    ),
    rule(
      'bot-sdk-in-one-file',
      'The bot SDK is archived: its successor must be a change of src/bot/sdk.ts alone.',
      { path: '^src/', pathNot: '^src/bot/sdk\\.ts$' },
      { path: npm('botbuilder[^/]*', 'botframework-[^/]*') },
    ),
    rule(
      'graph-client-only-in-graph',
      'Only src/graph speaks to Microsoft Graph and knows its paths, lists and columns.',
      { path: '^src/', pathNot: '^src/graph/' },
      { path: npm('@microsoft/microsoft-graph-client') },
    ),
    rule(
      'msal-only-in-identity',
      'Tokens are obtained in src/identity alone; everyone else is given a function.',
      { path: '^src/', pathNot: '^src/identity/' },
      { path: npm('@azure/msal-[^/]*') },
    ),
    rule(
      'jose-only-in-identity',
      'Tokens are checked in src/identity alone; everyone else is given a function (the stand-in signs its own).',
      { path: '^src/', pathNot: '^src/(identity|local)/' },
      { path: npm('jose') },
    ),
    rule(
      'restify-only-in-api',
      'The HTTP server lives in src/api; main.ts hands it the handler of the bot.',
      { path: '^src/', pathNot: '^src/api/' },
      { path: npm('restify') },
    ),
    rule(
      'teams-js-only-in-tabs',
      'The Teams client library works in a tab only.',
      { path: '^src/', pathNot: '^src/tabs/' },
      { path: npm('@microsoft/teams-js') },
    ),
    rule(
      'production-uses-no-development-package',
      'A production install leaves development packages out.',
      { path: '^src/', pathNot: '^src/(local|tabs|tooling)/' },
      { dependencyTypes: ['npm-dev'] },
    ),
    rule(
      'every-import-resolves',
      'An import must name a file of the project or a package listed in package.json.',
      { path: '^src/' },
      { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    ),
  ],
};

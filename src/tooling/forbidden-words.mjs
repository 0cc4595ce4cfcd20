// Written so that this file does not contain what it forbids.

/** What must not stand in any file of the project, with the reason. */
export const forbiddenWords = [
  {
    // /home/mebuki and /home/site are folders of the App Service.
    pattern: /(?<![\w./-])\/(work|home|root|Users)\/(?!mebuki|site)[\w.]/,
    reason: 'a path of one machine means nothing on another',
  },
  {
    pattern: new RegExp(
      `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`,
    ),
    reason: 'unfinished work belongs in an issue',
  },
  {
    pattern: new RegExp(
      `\\b(test|it|describe)\\.(${['on' + 'ly', 'sk' + 'ip', 'to' + 'do'].join('|')})\\b`,
    ),
    reason: 'every test runs, always',
  },
  {
    pattern: new RegExp(`@ts-(${['ig' + 'nore', 'no' + 'check'].join('|')})`),
    reason: 'a type error is mended, not silenced',
  },
];

/** File names that say nothing about what is inside. */
export const emptyName = /(^|[-/])(manager|helpers?|utils?|data|info|misc|common)\.(ts|tsx|mjs)$/;

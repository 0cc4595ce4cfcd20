import { UnsecuredJWT } from 'jose';
import { stateOf } from '../../src/domain/health/finding.js';
import { examinePermissions } from '../../src/identity/examine-identity.js';

const selfInstall = 'TeamsAppInstallation.ReadWriteSelfForUser.All';

test.each([
  ['the one it needs', ['Sites.Selected'], ['permission-least']],
  [
    'the one it may be given, too',
    ['Sites.Selected', selfInstall],
    ['permission-least', 'may-install-itself'],
  ],
  ['a wider one', ['Sites.Selected', 'Mail.Read'], ['permissions-wide']],
  ['not the one it needs', [selfInstall], ['permission-missing', 'may-install-itself']],
])('an app with %s is told so', async (_name, roles, codes) => {
  const token = new UnsecuredJWT({ roles }).encode();
  const findings = await examinePermissions(async () => token, 'scope');
  expect(findings.map(({ code }) => code)).toStrictEqual(codes);
  expect(findings.find(({ code }) => code === 'permissions-wide')).toStrictEqual(
    codes.includes('permissions-wide')
      ? { code: 'permissions-wide', roles: ['Mail.Read'] }
      : undefined,
  );
  expect(findings.map(stateOf).includes('sound')).toBe(!codes.includes('permissions-wide'));
});

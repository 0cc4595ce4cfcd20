import { type StandIn, startStandIn } from '../../../src/local/compose.js';
import { silentLog } from '../../../src/local/log.js';
import type { Person } from '../../../src/local/people.js';
import type { LocalSettings } from '../../../src/local/settings.js';
import { testPem } from '../../support/test-keys.js';

export const testSettings: LocalSettings = {
  port: 0,
  appBaseUrl: 'http://127.0.0.1:1',
  tenantId: '11111111-1111-4111-8111-111111111111',
  appId: '22222222-2222-4222-8222-222222222222',
  appSecret: 'runtime-secret',
  provisionClientId: '33333333-3333-4333-8333-333333333333',
  provisionClientSecret: 'provision-secret',
  siteHostname: 'mebuki.example',
  sitePath: '/sites/mebuki',
  profile: 'gentle',
  seed: 7,
};

/** Someone invented（架空）. */
export const testPerson: Person = {
  id: '44444444-4444-4444-8444-444444444444',
  name: '若葉 みのり',
  upn: 'wakaba.minori@mebuki.example',
  locale: 'ja-JP',
  department: 'doboku',
  jobGrade: 'shunin',
  officeKind: 'branch',
  persona: 'staff',
  accountEnabled: true,
};

/** A stand-in on free ports, in memory unless told otherwise, whose delta does not lag. */
export async function startTestStandIn(
  settings: Partial<LocalSettings> = {},
  people: readonly Person[] = [testPerson],
): Promise<StandIn> {
  const standIn = await startStandIn(
    { ...testSettings, ...settings },
    { people, log: silentLog, makeKey: testPem },
  );
  standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0] });
  return standIn;
}

import type { LocalDeps } from '../deps.js';
import type { LocalRequest, Reply, Router } from '../http.js';
import { bodyObject, guarded, ok, refuse } from './control-reply.js';

/** Mounts what plays the person at the other device: who waits, signing in, declining. */
export function mountDeviceCodes(router: Router, { deviceCodes, directory }: LocalDeps): void {
  router.on(
    'GET',
    '/control/device-codes',
    guarded(() =>
      ok({ waiting: deviceCodes.open().map(({ userCode, appId }) => ({ userCode, appId })) }),
    ),
  );

  const codeOf = (req: LocalRequest): string => String(bodyObject(req)['userCode'] ?? '');
  const answered = (done: boolean): Reply =>
    done ? { status: 204 } : refuse(['no sign-in waits under this userCode']);

  router.on(
    'POST',
    '/control/device-codes/approve',
    guarded((req) => {
      const person = directory.find(String(bodyObject(req)['person'] ?? ''));
      if (person === undefined) return refuse(['person is nobody in the directory']);
      return answered(deviceCodes.answer(codeOf(req), { signedIn: person }));
    }),
  );
  router.on(
    'POST',
    '/control/device-codes/decline',
    guarded((req) => answered(deviceCodes.answer(codeOf(req), 'declined'))),
  );
}

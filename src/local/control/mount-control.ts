import type { LocalDeps } from '../deps.js';
import { readFaultRules } from '../faults/fault-rules.js';
import type { Router } from '../http.js';
import { bodyObject, guarded, ok, refuse } from './control-reply.js';
import { mountDeviceCodes } from './mount-device-codes.js';
import { readClockChange } from './read-clock-change.js';

function mountClock(router: Router, deps: LocalDeps): void {
  const { clock } = deps;
  const state = () =>
    ok({ now: new Date(clock.now()).toISOString(), offsetMs: Math.round(clock.offset()) });
  router.on('GET', '/control/clock', guarded(state));
  router.on(
    'PUT',
    '/control/clock',
    guarded((req) => {
      const change = readClockChange(bodyObject(req), clock);
      if ('faults' in change) return refuse(change.faults);
      clock.setOffset(change.offset);
      return state();
    }),
  );
}

function mountFaults(router: Router, deps: LocalDeps): void {
  const { faults } = deps;
  const standing = () => ok({ rules: faults.standing(), held: faults.held() });
  router.on('GET', '/control/faults', guarded(standing));
  router.on(
    'PUT',
    '/control/faults',
    guarded((req) => {
      const read = readFaultRules(req.json());
      if ('faults' in read) return refuse(read.faults);
      faults.replace(read.rules);
      return standing();
    }),
  );
  router.on(
    'DELETE',
    '/control/faults',
    guarded(() => {
      faults.replace([]);
      faults.releaseAll();
      return standing();
    }),
  );
  router.on(
    'POST',
    '/control/faults/release',
    guarded((req) => {
      const { name } = bodyObject(req);
      if (typeof name !== 'string') return refuse(['name is missing']);
      return ok({ released: faults.release(name) });
    }),
  );
}

function mountProfile(router: Router, deps: LocalDeps): void {
  const { profile } = deps;
  router.on(
    'GET',
    '/control/profile',
    guarded(() => ok(profile.current())),
  );
  router.on(
    'PUT',
    '/control/profile',
    guarded((req) => {
      const { name = profile.current().name, ...switches } = bodyObject(req);
      if (name !== 'gentle' && name !== 'pessimistic') return refuse(['name is unknown']);
      const unknown = profile.set(name, switches);
      return unknown.length > 0
        ? refuse(unknown.map((key) => `${key} is unknown or of the wrong type`))
        : ok(profile.current());
    }),
  );
}

/** Mounts what tests and the demo steer the stand-in with. */
export function mountControl(router: Router, deps: LocalDeps): undefined {
  mountClock(router, deps);
  mountFaults(router, deps);
  mountProfile(router, deps);
  mountDeviceCodes(router, deps);
  router.on(
    'GET',
    '/control/usage',
    guarded(() => ok(deps.usage.report())),
  );
  router.on(
    'POST',
    '/control/usage/reset',
    guarded(() => {
      deps.usage.reset();
      return { status: 204 };
    }),
  );
  router.on(
    'GET',
    '/control/deliveries',
    guarded(() => ok({ deliveries: deps.deliveries.all() })),
  );
  router.fallback('/control', (req) => ({
    status: 404,
    body: { faults: [`nothing at ${req.method} ${req.path}`] },
  }));
  return undefined;
}

import { notes, type PlantedProject, type PlantedRun, plantProject } from './planted-project.js';

jest.setTimeout(60_000);

const stopped = '止めました';

let project: PlantedProject;
let run: PlantedRun | undefined;
beforeEach(async () => {
  project = await plantProject();
});
afterEach(async () => {
  run?.child.kill('SIGTERM');
  await run?.ended;
  run = undefined;
  project.remove();
});

test('everything comes up in order, and Ctrl-C stops app and stand-in and says so once', async () => {
  run = project.start();
  await run.untilPrinted('準備ができました');
  const servers = project.noted().filter((name) => !/botbuilder|restify|adaptive|msal/.test(name));
  expect(servers).toEqual(['stand-in', 'provision', 'seed', 'app', 'seed']);
  run.child.kill('SIGTERM');
  const { code, output } = await run.ended;
  expect(project.noted().slice(-2)).toEqual(['app stopped', 'stand-in stopped']);
  expect(code).toBe(0);
  expect(output.split(stopped)).toHaveLength(2);
});

test('the libraries of the app are loaded while the lists are made ready, the app only after that', async () => {
  project.plant(
    'dist/server/provision.js',
    `const noted = () => require('node:fs').readFileSync(process.env.DATA_DIR + '/noted', 'utf8');
    const wait = setInterval(() => {
      if (!noted().includes('@azure/msal-node')) return;
      clearInterval(wait);
      ${notes('provision')}
    }, 10);`,
  );
  run = project.start();
  await run.untilNoted('app');
  const order = project.noted();
  expect(order.indexOf('botbuilder')).toBeLessThan(order.indexOf('provision'));
  expect(order.indexOf('provision')).toBeLessThan(order.indexOf('app'));
});

test('where only the build failed nothing was stopped, and nothing says so', async () => {
  // Without TypeScript among the packages the server cannot be built.
  project.plant('tsconfig.json', '{}');
  run = project.start();
  const { code, output } = await run.ended;
  expect(code).toBe(1);
  expect(output).toContain('The build failed; the lines above say why.');
  expect(output).not.toContain(stopped);
  expect(project.noted()).toEqual([]);
});

test('where the stand-in ends by itself nothing was stopped either', async () => {
  project.plant('dist/local/main.js', 'process.exitCode = 1;');
  run = project.start();
  const { code, output } = await run.ended;
  expect(code).toBe(1);
  expect(output).toContain('The stand-in ended while it was starting.');
  expect(output).not.toContain(stopped);
  expect(project.noted()).not.toContain('app');
});

test('where provisioning fails the stand-in is stopped, which is said after the reason', async () => {
  project.plant('dist/server/provision.js', 'process.exitCode = 1;');
  run = project.start();
  const { code, output } = await run.ended;
  expect(code).toBe(1);
  expect(output.indexOf('Provisioning failed')).toBeLessThan(output.indexOf(stopped));
  expect(output).toContain(stopped);
  expect(project.noted()).toContain('stand-in stopped');
});

test('Ctrl-C in the middle of the start ends the step under way and starts nothing more', async () => {
  project.plant('dist/server/provision.js', `${notes('provision')} setInterval(() => {}, 1000);`);
  run = project.start();
  await run.untilNoted('provision');
  run.child.kill('SIGTERM');
  const { code, output } = await run.ended;
  expect(code).toBe(0);
  expect(output).toContain(stopped);
  expect(project.noted()).toContain('stand-in stopped');
  expect(project.noted()).not.toContain('app');
});

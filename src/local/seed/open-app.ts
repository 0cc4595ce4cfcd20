import type { SeedFiles } from './seed-files.js';

const secretariatChannel = '提案の受付';

async function post(origin: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/**
 * Opens the app for the people whom the host page offers first, and installs it in every team, as a Teams
 * administrator's policy would. Adds the 仕分け tab to the secretariat's channel when `withTab` is set.
 */
export async function openApp(
  origin: string,
  tabsOrigin: string,
  files: SeedFiles,
  withTab: boolean,
): Promise<void> {
  for (const person of files.people.filter((each) => each.persona !== undefined)) {
    await post(origin, '/host/installs', { person: person.id });
  }
  for (const team of files.teams) {
    const [person] = team.members;
    if (person) await post(origin, '/host/installs', { person, team: team.id });
  }
  const secretary = files.people.find((person) => person.persona === 'secretariat');
  const channel = files.teams
    .flatMap((team) => team.channels)
    .find((each) => each.name === secretariatChannel);
  if (!withTab || !secretary || !channel) return;
  const contentUrl = `${tabsOrigin}/tabs/?surface=channel&view=triage`;
  const tab = { entityId: 'triage', name: '仕分け', contentUrl, websiteUrl: contentUrl };
  await post(origin, '/host/tabs', { person: secretary.id, channel: channel.id, tab });
}

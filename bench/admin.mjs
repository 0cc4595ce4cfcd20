import { call } from './client.mjs';
import { seed } from './seed.mjs';

const graphScope = 'https://graph.microsoft.com/.default';

/** Number of writes an item has seen, from its etag `"guid,n"`. */
const writesOf = ({ eTag }) => Number(/,(\d+)"?$/.exec(eTag)?.[1]);

/** An administrator at the lists, with the sign-in of provisioning. */
export async function openAdmin(environment) {
  const { LOGIN_ORIGIN, TENANT_ID, GRAPH_BASE_URL, SITE_HOSTNAME, SITE_PATH } = environment;
  const answer = await fetch(`${LOGIN_ORIGIN}/${TENANT_ID}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: environment.PROVISION_CLIENT_ID,
      client_secret: environment.PROVISION_CLIENT_SECRET,
      grant_type: 'client_credentials',
      scope: graphScope,
    }),
  });
  const { access_token: token } = await answer.json();
  const base = `${GRAPH_BASE_URL}/v1.0`;
  const site = await call(`${base}/sites/${SITE_HOSTNAME}:${SITE_PATH}`, { token });
  const lists = await call(`${base}/sites/${site.id}/lists?$select=id,name`, { token });
  const itemsOf = (name) => {
    const list = lists.value.find((each) => each.name === name);
    return `${base}/sites/${site.id}/lists/${list.id}/items`;
  };
  return {
    /** Creates and changes of all items of a list since there is one. */
    async writesIn(list) {
      let writes = 0;
      let next = `${itemsOf(list)}?$top=1000`;
      while (next) {
        const page = await call(next, { token });
        writes += page.value.reduce((sum, item) => sum + writesOf(item), 0);
        next = page['@odata.nextLink'];
      }
      return writes;
    },
    /** Where batches go, and the address of a list's items within one. */
    placeOf(name) {
      return { url: `${base}/$batch`, token, address: itemsOf(name).slice(base.length) };
    },
    async add(list, fields) {
      await call(itemsOf(list), { method: 'POST', token, body: { fields } });
    },
  };
}

/** Makes everyone of the demo a member of the secretariat, so that many may read the queue. */
export async function makeEveryoneSecretary(admin) {
  const missing = seed.people.filter((person) => person.persona !== 'secretariat');
  for (const { id, name, department } of missing) {
    const row = { Title: name, PersonId: id, Role: 'secretariat', DepartmentId: department };
    await admin.add('MebukiMembers', row);
  }
}

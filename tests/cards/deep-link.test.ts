import { botChatLink, tabLink } from '../../src/cards/deep-link.js';

const address = {
  teamsAppId: '22222222-3333-4444-8555-666666666666',
  publicOrigin: 'https://mebuki.example',
};

test('a link opens one page of the tab in Teams and the same page in a browser', () => {
  const url = new URL(tabLink(address, 'proposal/R8-0001', '提案 R8-0001 & more'));
  expect(url.origin).toBe('https://teams.microsoft.com');
  expect(url.pathname).toBe(`/l/entity/${address.teamsAppId}/mebuki`);
  expect(url.searchParams.get('label')).toBe('提案 R8-0001 & more');
  expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({
    subPageId: 'proposal/R8-0001',
  });
  expect(url.searchParams.get('webUrl')).toBe(
    'https://mebuki.example/tabs/?page=proposal%2FR8-0001',
  );
});

test('blanks are written so that Teams reads them', () => {
  expect(tabLink(address, 'mine', 'a b')).not.toContain('+');
});

test('the chat link names the bot', () => {
  const url = new URL(botChatLink('1111'));
  expect(url.searchParams.get('users')).toBe('28:1111');
});

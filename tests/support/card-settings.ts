export const cardsAppId = '11111111-2222-4333-8444-555555555555';

/** What the cards of the tests are made with, apart from what fills them. */
export const cardSettings = {
  publicOrigin: 'https://mebuki.example',
  teamsAppId: '22222222-3333-4444-8555-666666666666',
  botAppId: cardsAppId,
};

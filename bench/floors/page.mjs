// The least an answer costs: restify, and bytes that lie ready. Which bytes is told by message.

import restify from 'restify';

let page = { headers: {}, body: Buffer.alloc(0) };

const server = restify.createServer({ name: '' });
server.get('/page', async (_request, response) => {
  response.writeHead(200, page.headers);
  response.end(page.body);
});
process.on('message', (message) => {
  if (!message.page) return;
  page = { headers: message.page.headers, body: Buffer.from(message.page.body) };
  process.send({ set: true });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

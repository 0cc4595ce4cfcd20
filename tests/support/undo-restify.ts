import { IncomingMessage, ServerResponse } from 'node:http';

// restify adds to and replaces methods of Node's own request and response (its writeHead answers nothing). Node's
// classes are shared by all test files of a worker, so each file leaves them as it found them.
const prototypes = [IncomingMessage.prototype, ServerResponse.prototype];
const before = prototypes.map((prototype) => Object.getOwnPropertyDescriptors(prototype));

afterAll(() => {
  for (const [index, prototype] of prototypes.entries()) {
    const own = before[index] ?? {};
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (!(name in own)) Reflect.deleteProperty(prototype, name);
    }
    Object.defineProperties(prototype, own);
  }
});

// Run by stock-client.test.ts with the certificate of the stand-in trusted.
import {
  Client,
  FileUpload,
  LargeFileUploadTask,
  ResponseType,
} from '@microsoft/microsoft-graph-client';

const { GRAPH_ORIGIN, GRAPH_TOKEN, GRAPH_SITE, GRAPH_FOLDER } = process.env;

const client = Client.initWithMiddleware({
  baseUrl: `${GRAPH_ORIGIN}/graph/`,
  customHosts: new Set(['127.0.0.1']),
  authProvider: { getAccessToken: async () => GRAPH_TOKEN },
});

const content = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 253);
const unit = 327_680;
const drive = await client.api(`${GRAPH_SITE}/drive`).get();
const file = `/drives/${drive.id}/items/${'root'}:/${GRAPH_FOLDER}/書類.pdf:`;
const begin = (behavior) =>
  LargeFileUploadTask.createUploadSession(client, `${file}/createUploadSession`, {
    item: { '@microsoft.graph.conflictBehavior': behavior },
  });
const taskFor = async (session, progress) =>
  new LargeFileUploadTask(client, new FileUpload(content, '書類.pdf', content.length), session, {
    rangeSize: unit,
    uploadEventHandlers: { progress },
  });

const seen = [];
const task = await taskFor(await begin('fail'), (range) => seen.push(range.minValue));
const { responseBody: made } = await task.upload();

// Stops after the first fragment, is asked how far it is, goes on.
const again = await begin('replace');
const stopped = await taskFor(again, () => {});
await stopped.uploadSlice(
  content.slice(0, unit),
  { minValue: 0, maxValue: unit - 1 },
  content.length,
);
const resumed = await taskFor(again, () => {});
const { responseBody: replaced } = await resumed.resume();

const cancelled = await taskFor(await begin('rename'), () => {});
await cancelled.cancel();
const body = await client.api(`${file}/content`).responseType(ResponseType.ARRAYBUFFER).get();

process.stdout.write(
  JSON.stringify({
    seen,
    made: { name: made.name, size: made.size },
    isSame: replaced.id === made.id,
    isCancelled: cancelled.uploadSession.isCancelled,
    isWhole: Buffer.from(body).equals(Buffer.from(content)),
  }),
);

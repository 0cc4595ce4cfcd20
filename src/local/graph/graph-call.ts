/** The application that calls, from its token, and for whom where a person signed in to it. */
export interface Caller {
  appId: string;
  displayName: string;
  /** Application permissions, or what the person may do through the delegated ones. */
  roles: readonly string[];
  person?: { id: string; displayName: string; email: string };
}

/** One call, alone or out of a batch. */
export interface GraphCall {
  method: string;
  /** Path below the version, percent-encoded, site by id. */
  path: string;
  params: Record<string, string>;
  /** Query options by name, with their `$`. */
  options: ReadonlyMap<string, string>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The JSON object sent; refuses anything else. */
  body(): Record<string, unknown>;
  /** The body as it came; in a batch what the base64 text of the member stands for. */
  bytes(): Buffer;
  caller: Caller;
  /** Origin and version prefix for links in answers. */
  base: string;
}

/** What a call is answered with. */
export interface GraphReply {
  status: number;
  headers?: Record<string, string>;
  body?: object;
}

/** One operation: its name in the usage report, its cost, the options it takes, what it does. */
export interface GraphOperation {
  name: string;
  /** Resource units of SharePoint; undefined = not a SharePoint call. */
  units: number | ((call: GraphCall) => number) | undefined;
  options: readonly string[];
  run(call: GraphCall): GraphReply | Promise<GraphReply>;
}

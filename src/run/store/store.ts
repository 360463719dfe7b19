/**
 * Where finished replicates lie: a folder, or a bucket of an S3-compatible server. Keys are relative paths with forward
 * slashes. The same key always gets the same bytes, so that it does not matter who writes first or twice.
 */
export interface Store {
  /** The place as messages name it. */
  readonly place: string;
  /** The folder it is, for what is too large to be handed over whole; null for a bucket. */
  readonly folder: string | null;
  /** What lies at a key, or null. */
  get(key: string): Promise<Uint8Array | null>;
  /** Writes whole or not at all, and answers when it would survive a power cut. */
  put(key: string, content: Uint8Array): Promise<void>;
  /** All keys that begin like this, sorted. */
  list(prefix: string): Promise<string[]>;
  /** Removes everything below a folder. */
  remove(folder: string): Promise<void>;
}

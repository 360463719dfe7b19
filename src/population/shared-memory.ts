/** Memory that every thread sees where the engine gives it; a browser does only to pages that are isolated, else it is copied. */
export type Memory = SharedArrayBuffer | ArrayBuffer;

export const allocateMemory = (bytes: number): Memory =>
  typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);

/** The one document on stdout that `--json` asks for. */
export const printJson = (document: object): void =>
  void process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);

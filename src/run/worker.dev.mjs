// Thread entry while the sources run as TypeScript (tsx, vitest): Node does not pass the loader on to workers.
import { register } from 'tsx/esm/api';

register();
export default (await import('./worker.ts')).default;

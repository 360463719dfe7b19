// Thread entry: Node does not pass the loader on to workers.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');

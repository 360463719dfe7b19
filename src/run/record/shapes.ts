import { z } from 'zod';
import { steeringIn } from '../../scenario/errors.ts';

/** Shapes that records of runs, replicates and results share. Every text and list is bounded: nothing of them is trusted. */

/** SHA-256 in hexadecimal digits. */
export const hashShape = z.string().regex(/^[0-9a-f]{64}$/);

/** Hash of the code, by whichever way it was reckoned. */
export const codeShape = z.string().regex(/^\w{1,64}$/);

/** Version of a package. */
export const versionShape = z.string().regex(/^[\w.+-]{1,50}$/);

/** Id of a scenario, which names folders: words parted by single points, so that it can be no path. */
export const idShape = z
  .string()
  .max(200)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*(\.[\p{L}\p{N}][\p{L}\p{N}_-]*)*$/u);

/** Number of a replicate. */
export const replicateShape = z.int().min(0).max(1e5);

/** A text that is shown to people: it steers no terminal. */
export const shownShape = z
  .string()
  .max(10_000)
  .refine((shown) => steeringIn(shown) === null);

export const localizedShape = z.object({ zh: shownShape, en: shownShape });

/** A file that was read or written, with what it held. */
export const fileShape = z.object({ path: z.string().min(1).max(4096), sha256: hashShape });

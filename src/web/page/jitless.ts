import { config } from 'zod';

/** The page's content security policy forbids making code from text; loaded before any schema is built. */
config({ jitless: true });

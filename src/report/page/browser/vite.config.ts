import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The program of the report page: one script with Vega inside, which a page can hold. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: here('../../../../dist/report/page'),
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: here('main.ts'), formats: ['iife'], name: 'luohuReport', fileName: () => 'browser.js' },
  },
});

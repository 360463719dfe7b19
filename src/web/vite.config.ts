import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the what-if page into dist/web/page: addresses relative, so that it works from any folder of any web server. */
export default defineConfig({
  root: folder('./page'),
  base: './',
  publicDir: false,
  build: {
    outDir: folder('../../dist/web/page'),
    emptyOutDir: true,
    rolldownOptions: { input: [folder('./page/index.html'), folder('./page/runs.html')] },
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
});

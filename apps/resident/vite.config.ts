import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from '../../scripts/web/compressed.ts'
import { residentPage } from '../../scripts/web/resident-page.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env['ZHANGGUI_SERVER'] ?? 'http://127.0.0.1:3200'

/**
 * The page is served under `/app/`, and the same index.html under `/r/…` (report by QR code) and `/f/…` (follow a
 * report), so everything it loads is addressed from `/app/`. Old Android WebViews, WeChat's among them, set the target.
 */
export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [
    react(),
    residentPage({
      early: here('./src/early.ts'),
      worker: here('./worker/service-worker.ts'),
      base: '/app/',
    }),
    compressed(),
  ],
  resolve: {
    alias: { 'intl-messageformat': here('./src/settings/small-message-format.ts') },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2020', 'chrome87', 'safari14'],
    cssTarget: ['chrome87', 'safari14'],
    // Inlined pictures would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The small things that most screens share come as one: thirty files of half a kilobyte each would
          // compress badly and cost as many requests.
          groups: [
            {
              name: 'screens',
              test: /\/resident\/src\/(kit|data|progress|places|outbox|settings\/settings-card|verdict\/(verdict|stars))|\/ui\/src\/(tag|clock|state|button)\//,
              minShareCount: 2,
            },
          ],
        },
      },
      treeshake: {
        // Our packages only define things: what a screen does not use must not come along with what it does.
        moduleSideEffects: (id) => !/\/packages\/[^/]+\/src\/.*\.tsx?$/.test(id),
      },
    },
  },
  server: {
    proxy: { '/api': server, '/events': server },
  },
})

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from '../../scripts/web/compressed.ts'

const api = process.env['ZHANGGUI_API'] ?? 'http://localhost:3000'

/**
 * The console is served under /desk/ by the server. Nothing is inlined into the page: the content
 * security policy takes scripts from files only.
 */
export default defineConfig({
  base: '/desk/',
  plugins: [react(), compressed()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api, '/events': api } },
})

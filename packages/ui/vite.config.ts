import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The component gallery only: programs take this package as source. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist' },
})

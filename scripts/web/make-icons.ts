/**
 * Draws the icons of the residents' page from its SVGs, for phones that take no SVG. Run after changing either:
 * `node_modules/.bin/node scripts/web/make-icons.ts`.
 */
import { join } from 'node:path'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '../../apps/resident/public')

const icons = [
  { from: 'icon.svg', to: 'icon-192.png', side: 192 },
  { from: 'icon.svg', to: 'icon-512.png', side: 512 },
  { from: 'icon-maskable.svg', to: 'icon-maskable-192.png', side: 192 },
  { from: 'icon-maskable.svg', to: 'icon-maskable-512.png', side: 512 },
  // An iPhone cuts the corners itself and shows see-through ones black.
  { from: 'icon-maskable.svg', to: 'apple-touch-icon.png', side: 180 },
]

for (const { from, to, side } of icons) {
  await sharp(join(folder, from), { density: (72 * side) / 512 })
    .resize(side, side)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(folder, to))
}

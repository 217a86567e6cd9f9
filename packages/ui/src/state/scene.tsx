import type { PanelState } from './state-panel.tsx'

/** Ground line, main lines and one accent of each picture, on 120 by 80. */
const scenes: Readonly<Record<PanelState, { lines: string; accent: string }>> = {
  // A tray on a table with nothing in it, and a leaf.
  empty: {
    lines: 'M34 66V44l8-18h36l8 18v22M34 46h16l4 8h12l4-8h16',
    accent: 'M60 18c0-7 5-11 12-11 0 7-5 11-12 11zM60 18c-1 4-1 7 0 11',
  },
  // A parcel that came without its contents.
  failed: {
    lines: 'M30 66V24h60v42M30 34h60M37 29h.01M42 29h.01M47 29h.01',
    accent: 'M60 42v8M60 56v.01',
  },
  // A cable out of its socket.
  offline: {
    lines:
      'M12 66c14 0 18-2 18-12s6-14 16-14M46 33h9v14h-9zM55 36h6M55 44h6M72 33h9v14h-9zM81 40c10 0 17 4 17 12s4 14 12 14',
    accent: 'M66 24v-6M60 26l-4-5M72 26l4-5',
  },
  // A gate between two posts.
  forbidden: {
    lines: 'M28 66V22l6-5 6 5v44M80 66V22l6-5 6 5v44M40 32h40M40 56h40M48 32v34M56 32v34M64 32v34M72 32v34',
    accent: 'M54 42h12v9H54zM57 42v-3a3 3 0 0 1 6 0v3',
  },
  // A signpost whose boards point nowhere.
  missing: {
    lines: 'M60 66V16M60 22h22l7 6-7 6H60M60 40H40l-7 6 7 6h20',
    accent: 'M70 28h5M46 46h5',
  },
}

/** A small line drawing; decoration beside the words. */
export const Scene = ({ state }: { state: PanelState }) => (
  <svg className="zg-scene" viewBox="0 0 120 80" aria-hidden>
    <path className="zg-scene-ground" d="M10 66h100M20 72h44M74 72h14" />
    <path className="zg-scene-lines" d={scenes[state].lines} />
    <path className="zg-scene-accent" d={scenes[state].accent} />
  </svg>
)

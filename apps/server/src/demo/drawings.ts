const scenes = [
  'sink',
  'ceiling',
  'drain',
  'socket',
  'lamp',
  'radiator',
  'lift',
  'door',
  'wall',
  'playground',
  'gate',
  'rubbish',
  'car',
  'charger',
  'pump',
  'garden',
] as const
export type Scene = (typeof scenes)[number]

/** A picture in the demonstration: what it shows, and whether before or after somebody saw to it. */
export type Drawing = `${Scene}-${'before' | 'after'}`

export const drawings: readonly Drawing[] = scenes.flatMap((it) => [`${it}-before`, `${it}-after`] as const)

type Look = { ground: string; shade: string }

const indoors: Look = { ground: '#ece6da', shade: '#cfc6b4' }
const outdoors: Look = { ground: '#dfe9e4', shade: '#b9cdc2' }
const below: Look = { ground: '#c9ccd1', shade: '#a3a8b0' }

const pool =
  '<ellipse cx="480" cy="610" rx="270" ry="46" fill="#5b9bd0" opacity=".75"/><ellipse cx="430" cy="600" rx="120" ry="14" fill="#fff" opacity=".35"/>'
const drops = [420, 470, 530]
  .map((x, i) => `<path d="M${x} ${430 + i * 30}q-14 26 0 34q14-8 0-34z" fill="#4a8fca"/>`)
  .join('')
const sign =
  '<path d="M700 600l46-110 46 110z" fill="#f2b632" stroke="#7a5a10" stroke-width="6"/><path d="M743 530h6v40h-6zM743 578h6v8h-6z" fill="#4d3a0a"/>'
const tidy =
  '<circle cx="800" cy="130" r="56" fill="#2f7d6b"/><path d="M772 132l20 22 38-44" fill="none" stroke="#fff" stroke-width="14"/>'
const box = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8" fill="${fill}" ${more}/>`

/** Each scene as it was found and as it was left. */
const parts: Record<Scene, { look: Look; both: string; before: string; after: string }> = {
  sink: {
    look: indoors,
    both: `${box(230, 180, 500, 60, '#8f9aa5')}${box(300, 240, 360, 150, '#b9c2ca')}<path d="M470 390v90q0 40 50 40h90" fill="none" stroke="#6d7780" stroke-width="26"/>`,
    before: drops + pool,
    after: box(440, 430, 60, 40, '#d9dee2'),
  },
  ceiling: {
    look: indoors,
    both: `${box(0, 0, 960, 250, '#f7f4ee')}${box(0, 246, 960, 8, '#cfc6b4')}`,
    before:
      '<path d="M300 60q150-50 300 10t60 120q-140 70-300 30t-60-160z" fill="#c59b5a" opacity=".7"/><path d="M360 90q110-30 200 10t20 90q-90 40-190 14t-30-114z" fill="#8d6a38" opacity=".55"/>' +
      drops,
    after: box(300, 60, 340, 150, '#ffffff', 'opacity=".9"'),
  },
  drain: {
    look: indoors,
    both: `<path d="M0 420h960v300H0z" fill="#d8d3c8"/><path d="M0 420h960M0 520h960M0 620h960M160 420v300M320 420v300M480 420v300M640 420v300M800 420v300" stroke="#c2bbab" stroke-width="4"/><circle cx="480" cy="560" r="70" fill="#7d858c"/><path d="M430 560h100M480 510v100" stroke="#c5ccd2" stroke-width="10"/>`,
    before:
      '<ellipse cx="480" cy="580" rx="330" ry="110" fill="#6f8f6a" opacity=".6"/><circle cx="400" cy="560" r="16" fill="#4d5b3e"/><circle cx="560" cy="600" r="22" fill="#5b4a33"/>',
    after: '',
  },
  socket: {
    look: indoors,
    both: `${box(360, 240, 240, 240, '#fbfbfa', 'stroke="#c6cbd0" stroke-width="6"')}<path d="M430 330v70M530 330v70" stroke="#46505a" stroke-width="16"/><path d="M462 410h36v34h-36z" fill="#46505a"/>`,
    before:
      '<path d="M400 270q40 40 20 110t70 90" fill="none" stroke="#3a2f28" stroke-width="26" opacity=".75"/><path d="M610 210l-40 80h36l-30 70 96-104h-44l34-46z" fill="#f2b632"/>',
    after: '',
  },
  lamp: {
    look: below,
    both: `${box(0, 0, 960, 60, '#8b9199')}${box(380, 60, 200, 44, '#aab1b9')}`,
    before: `<path d="M400 104h160l60 500H340z" fill="#2d333a" opacity=".35"/>${box(400, 104, 160, 26, '#5a626b')}`,
    after:
      '<path d="M400 104h160l190 616H210z" fill="#fff3c4" opacity=".75"/><rect x="400" y="104" width="160" height="26" fill="#ffe48a"/>',
  },
  radiator: {
    look: indoors,
    both: [0, 1, 2, 3, 4, 5]
      .map((i) => box(250 + i * 80, 240, 56, 260, '#f4f5f6', 'stroke="#b7bec5" stroke-width="5"'))
      .join(''),
    before: `${drops}${pool}<text x="700" y="200" font-size="72" font-family="sans-serif" fill="#3b6ea5">16°</text>`,
    after: '<text x="590" y="200" font-size="72" font-family="sans-serif" fill="#c8452f">22°</text>',
  },
  lift: {
    look: indoors,
    both: `${box(300, 120, 360, 500, '#9aa3ac')}${box(316, 136, 158, 468, '#c8cfd6')}${box(486, 136, 158, 468, '#c8cfd6')}${box(700, 320, 50, 100, '#d9dee2')}`,
    before: `${box(452, 136, 56, 468, '#2d333a')}<path d="M280 560h400" stroke="#f2b632" stroke-width="26" stroke-dasharray="46 30"/>`,
    after: '<circle cx="725" cy="350" r="14" fill="#2f7d6b"/>',
  },
  door: {
    look: indoors,
    both: `${box(280, 110, 400, 520, '#7f8b95')}${box(300, 130, 176, 480, '#c5dde8')}${box(484, 130, 176, 480, '#c5dde8')}${box(690, 330, 44, 70, '#39424b')}`,
    before:
      '<path d="M484 130l60 480" stroke="#fff" stroke-width="7"/><path d="M520 300l70-60M520 300l90 40M520 300l20 110" stroke="#fff" stroke-width="5"/><circle cx="712" cy="365" r="10" fill="#c8452f"/>',
    after: '<circle cx="712" cy="365" r="10" fill="#4fc08d"/>',
  },
  wall: {
    look: indoors,
    both: '<path d="M0 560h960v160H0z" fill="#b5a98f"/>',
    before:
      '<path d="M330 160l90-30 120 40 60 110-80 110-150 20-100-90z" fill="#b98d63"/><path d="M380 190l130 20 30 110-110 40-70-80z" fill="#8a6a49"/><path d="M380 600l40-26 30 24-20 30zM520 620l30-20 24 24z" fill="#d8d0bf"/>',
    after: '<path d="M320 130h300v290H320z" fill="#f6f1e6"/>',
  },
  playground: {
    look: outdoors,
    both: '<path d="M0 560h960v160H0z" fill="#d9b98c"/><path d="M260 560V260h120v300M380 300l240 250h60" fill="none" stroke="#d2583f" stroke-width="26"/><path d="M260 260h120" stroke="#2f7d6b" stroke-width="30"/>',
    before:
      '<path d="M470 400l24 18-16 20 26 20" fill="none" stroke="#26313b" stroke-width="8"/><path d="M180 590h620" stroke="#f2b632" stroke-width="22" stroke-dasharray="46 30"/>',
    after: '<circle cx="620" cy="590" r="24" fill="#4a8fca"/>',
  },
  gate: {
    look: outdoors,
    both: `<path d="M0 540h960v180H0z" fill="#9aa0a6"/>${box(180, 360, 90, 190, '#f1c84b')}`,
    before:
      '<path d="M260 400l260 120" stroke="#c8452f" stroke-width="22"/><path d="M600 470h180l40 70H580z" fill="#3f6a8a"/><circle cx="640" cy="560" r="26" fill="#22282e"/><circle cx="770" cy="560" r="26" fill="#22282e"/>',
    after: '<path d="M260 400l60-270" stroke="#2f7d6b" stroke-width="22"/>',
  },
  rubbish: {
    look: outdoors,
    both: `<path d="M0 540h960v180H0z" fill="#b8bdb6"/>${box(240, 330, 150, 230, '#3f7a5a')}${box(420, 330, 150, 230, '#3b6ea5')}`,
    before:
      '<path d="M600 560q-30-120 60-130t90 130z" fill="#3d4147"/><path d="M700 590q-20-90 60-96t70 96z" fill="#54595f"/><path d="M250 330q60-90 130 0z" fill="#8a6a49"/><circle cx="560" cy="610" r="22" fill="#a9793f"/>',
    after: `${box(235, 310, 160, 26, '#2f5d46')}${box(415, 310, 160, 26, '#2c527c')}`,
  },
  car: {
    look: below,
    both: '<path d="M160 720l100-420M800 720L700 300" stroke="#f4f5f6" stroke-width="14"/><path d="M0 300h960" stroke="#8b9199" stroke-width="10"/>',
    before:
      '<path d="M330 500h320q30 0 30 40v70H300v-70q0-40 30-40zM360 500l40-90h190l40 90z" fill="#e8eaec"/><path d="M380 496l30-70h170l30 70z" fill="#6a88a0"/><circle cx="360" cy="615" r="34" fill="#22282e"/><circle cx="630" cy="615" r="34" fill="#22282e"/>' +
      drops,
    after: '',
  },
  charger: {
    look: outdoors,
    both: `${box(340, 200, 280, 360, '#f4f5f6', 'stroke="#b7bec5" stroke-width="6"')}${box(380, 240, 200, 110, '#2d3b45')}<path d="M620 420q120 10 90 190" fill="none" stroke="#26313b" stroke-width="18"/>`,
    before: `<path d="M440 470l-40 60h34l-26 60" fill="none" stroke="#c8452f" stroke-width="14"/><path d="M420 270l120 60M540 270l-120 60" stroke="#c8452f" stroke-width="14"/>${sign}`,
    after: '<path d="M430 295l40 34 70-66" fill="none" stroke="#4fc08d" stroke-width="16"/>',
  },
  pump: {
    look: below,
    both: `${box(280, 360, 260, 170, '#3f6a8a')}${box(540, 400, 140, 90, '#5d7f97')}<path d="M120 440h160M680 440h160M360 360V180h220" fill="none" stroke="#6d7780" stroke-width="34"/><circle cx="600" cy="180" r="50" fill="#f4f5f6" stroke="#6d7780" stroke-width="10"/>`,
    before: `<path d="M600 180l34-20" stroke="#c8452f" stroke-width="8"/>${pool}`,
    after: '<path d="M600 180l-6-40" stroke="#2f7d6b" stroke-width="8"/>',
  },
  garden: {
    look: outdoors,
    both: '<path d="M0 520h960v200H0z" fill="#a9c08a"/><path d="M460 520V320" stroke="#7a5a3a" stroke-width="34"/><circle cx="478" cy="260" r="130" fill="#5c8f58"/><path d="M100 640h760" stroke="#d8d0bf" stroke-width="70"/>',
    before:
      '<path d="M380 640l70-30 60 40-90 26z" fill="#8d6a4a"/><path d="M640 560q-60 40-140 40" fill="none" stroke="#5c8f58" stroke-width="24"/><circle cx="300" cy="630" r="14" fill="#c59b5a"/><circle cx="620" cy="660" r="14" fill="#c59b5a"/>',
    after: '',
  },
}

/** The drawing as SVG, 960 by 720: plainly a drawing, so that nobody takes it for evidence. */
export function drawingSvg(drawing: Drawing): string {
  const [scene, when] = drawing.split('-') as [Scene, 'before' | 'after']
  const { look, both, before, after } = parts[scene]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720">
<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${look.ground}"/><stop offset="1" stop-color="${look.shade}"/></linearGradient></defs>
<path d="M0 0h960v720H0z" fill="url(#g)"/>${both}${when === 'before' ? before : after + tidy}</svg>`
}

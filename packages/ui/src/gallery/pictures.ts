import type { Photo } from '../photo/photo-strip.tsx'

const picture = (body: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">${body}</svg>`)}`

const underSink = picture(
  '<rect width="400" height="300" fill="#8fa3a8"/><rect y="190" width="400" height="110" fill="#6d5b48"/>' +
    '<path d="M120 0v90q0 40 40 40h60q40 0 40 40v60" fill="none" stroke="#d9dfe0" stroke-width="34"/>' +
    '<path d="M120 0v90q0 40 40 40h60q40 0 40 40v60" fill="none" stroke="#b3bfc2" stroke-width="8"/>' +
    '<ellipse cx="262" cy="262" rx="110" ry="22" fill="#9cc4d4" opacity=".75"/>' +
    '<path d="M262 190c-10 20-14 28-14 36a14 14 0 0 0 28 0c0-8-4-16-14-36z" fill="#bfe0ec"/>',
)
const floor = picture(
  '<rect width="400" height="300" fill="#b99b78"/>' +
    Array.from(
      { length: 6 },
      (_, at) => `<path d="M0 ${at * 52 + 20}h400" stroke="#96795a" stroke-width="3"/>`,
    ).join('') +
    '<ellipse cx="220" cy="170" rx="130" ry="70" fill="#7f654a" opacity=".6"/><ellipse cx="190" cy="150" rx="40" ry="12" fill="#fff" opacity=".25"/>',
)
const valve = picture(
  '<rect width="400" height="300" fill="#dfe5e4"/><rect x="170" width="60" height="300" fill="#a9b4b6"/>' +
    '<rect x="120" y="130" width="160" height="56" rx="12" fill="#8a979a"/><circle cx="200" cy="158" r="34" fill="#2f7d6b"/>' +
    '<path d="M200 134v48M176 158h48" stroke="#fff" stroke-width="8" stroke-linecap="round"/>',
)

export const pictures = (say: (chinese: string, english: string) => string): readonly Photo[] => [
  {
    id: 'p1',
    thumb: underSink,
    full: underSink,
    name: say('厨房水槽下，王女士 10:21', 'Under the kitchen sink, Ms Wang 10:21'),
  },
  { id: 'p2', thumb: floor, full: floor, name: say('地板泡水，王女士 10:21', 'Soaked floor, Ms Wang 10:21') },
  {
    id: 'p3',
    thumb: valve,
    full: valve,
    name: say('更换角阀后，张师傅 11:32', 'After the new valve, Mr Zhang 11:32'),
  },
]

import { starterProcedures } from '#modules/cases'
import { offersFor } from '@zhanggui/rules'
import type { Act, Deed, DemoCase } from './act.ts'
import type { Scene } from './drawings.ts'
import { procedureIdOf } from './ids.ts'
import { luck } from './story.ts'
import type { DemoStaff } from './staff.ts'
import { minute } from './time.ts'

const every = 24

/** What the photos of a procedure's steps show. */
const sceneOf: Record<string, Scene | undefined> = {
  'faucet-valve': 'sink',
  'unblock-drain': 'drain',
  'home-power': 'socket',
  'common-light': 'lamp',
  'lift-trapped': 'lift',
  'pump-check': 'pump',
  'door-access': 'door',
  'roof-leak': 'ceiling',
  'waste-spot': 'rubbish',
}

/**
 * Work orders for one repair in so many: opened when somebody is sent, ticked between that and the word that it is done,
 * so that the year's cases carry checklists. The same acts give the same orders.
 */
export function withErrands(acts: readonly Act[]): Act[] {
  const of = Map.groupBy(acts, (it) => it.of)
  const added: Act[] = []
  let count = 0
  for (const [one, its] of of) {
    if (one.kind !== 'repair') continue
    const sent = its.findIndex((it) => it.deed.do === 'assign')
    const act = its[sent]
    if (act?.deed.do !== 'assign') continue
    if (count++ % every !== 0) continue
    const rest = its.slice(sent + 1)
    const done = rest.find((it) => it.deed.do === 'resolve')
    // Handed on, sent back or dropped on the way: told elsewhere.
    if (rest.some((it) => ['assign', 'cancel', 'decline', 'pause'].includes(it.deed.do) && it !== done))
      continue
    added.push(...errand(one, act.deed.to, act.at, done?.at))
  }
  // Stable: what was there comes before what was added at the same instant, but for the end of the work.
  return [...acts, ...added].toSorted((a, b) => a.at - b.at || rank(a) - rank(b))
}

const rank = (it: Act): number => (it.deed.do === 'errand' || it.deed.do === 'tick' ? 1 : 0)

function errand(one: DemoCase, to: DemoStaff, from: number, until: number | undefined): Act[] {
  const chance = luck(`errand/${one.id}`)
  const [best] = offersFor(starterProcedures, { kind: one.kind, placeKind: null, text: one.text })
  if (!best || best.words.length === 0) return []
  const { procedure } = best
  const id = chance.id(from)
  const by = { staff: to }
  const acts: Act[] = []
  const add = (at: number, deed: Deed) => acts.push({ at: Math.round(at), by, of: one, deed })
  const end = (until ?? from + 45 * minute) - 1
  if (end - from < 6 * minute) return []
  add(from + 1, { do: 'errand', id, procedureId: procedureIdOf(procedure.key) })
  // What is still under way is half ticked.
  const steps = until === undefined ? procedure.steps.slice(0, 3) : procedure.steps
  const last = Math.max(2, end - from)
  for (const [index, step] of steps.entries()) {
    const at = from + 2 + Math.floor(((index + 1) / (steps.length + 1)) * (last - 2))
    const tick = { do: 'tick' as const, order: id, step: step.key, photos: [] }
    if (step.evidence === 'reading') {
      const { min, max } = step.reading ?? { min: null, max: null }
      const reading = min !== null ? Math.round(min * 1.25) : max !== null ? Math.round(max * 0.6) : 1500
      add(at, { ...tick, reading: max !== null && reading > max ? max : reading })
    } else if (step.evidence === 'material') {
      add(at, { ...tick, material: chance.pick(['不锈钢角阀', '生料带', 'LED 灯管', '闭门器']) })
    } else if (step.evidence === 'photo') {
      const scene = sceneOf[procedure.key]
      if (scene === undefined) {
        if (step.required) add(at, { ...tick, passed: '住户不便拍照' })
      } else {
        const drawing = `${scene}-${step.photo ?? 'after'}` as const
        add(at, { ...tick, photos: [{ id: chance.id(at), drawing }] })
      }
    } else if (step.evidence === 'tick') add(at, tick)
    else if (step.required) add(at, { ...tick, passed: '当日由主管口头确认，未签字' })
  }
  return acts
}

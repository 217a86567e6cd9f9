import type { ProcedureBody, WorkEntryView, WorkOrderView, WorkStepView } from '@zhanggui/contract'
import { standings } from '@zhanggui/rules'
import { materialsOf, missingOf } from './store.ts'
import type { EntryRow, Order } from './store.ts'

type Step = ProcedureBody['steps'][number]

/**
 * A work order as people see it. Those outside the work (`inside` false: residents, the committee) see how far it is and
 * the photos before and after, not who ticked what nor what was noted.
 */
export function presentOrder(
  it: Order,
  options: { inside: boolean; may: WorkOrderView['may'] },
): WorkOrderView {
  const { row, procedure, entries } = it
  const states = standings(procedure.steps, entries)
  const stepView = (step: Step): WorkStepView => ({
    ...step,
    state: states.get(step.key) ?? 'waiting',
    entries: entries.filter((one) => one.step === step.key).map((one) => presentEntry(one, options.inside)),
  })
  const shown = options.inside
    ? procedure.steps
    : procedure.steps.filter((step) => step.photo !== null && states.get(step.key) === 'done')
  return {
    id: row.id,
    seq: row.seq,
    procedure: {
      id: procedure.id,
      version: procedure.version,
      name: procedure.name,
      purpose: procedure.purpose,
    },
    assignee: { id: row.assignee_id, name: row.assignee_name },
    note: options.inside ? row.note : null,
    state: row.state,
    openedAt: row.opened_at,
    openedBy: row.opened_by_name,
    closedAt: row.closed_at,
    closedBy: row.closed_by_name,
    dropReason: options.inside ? row.drop_reason : null,
    progress: {
      settled: [...states.values()].filter((state) => state !== 'waiting').length,
      steps: procedure.steps.length,
      missing: missingOf(it).length,
    },
    steps: shown.map(stepView),
    may: options.may,
  }
}

function presentEntry(it: EntryRow, inside: boolean): WorkEntryView {
  return {
    id: it.id,
    kind: it.kind,
    at: it.at,
    by: { id: it.by_id, name: it.by_name },
    reading: inside && it.reading !== null ? Number(it.reading) : null,
    inRange: it.in_range,
    note: inside ? it.note : null,
    photos: it.photos,
    materials: inside ? materialsOf(it) : [],
    corrects: it.corrects,
  }
}

import type { PromiseEvidence, PromiseFact, PromiseStanding } from './promise.ts'

/**
 * The promises of a case as its history says they stand at `now` (epoch seconds), in the order they were made. Facts
 * in order of `seq`. The deadline belongs to the promise: evidence in its very second keeps it. One that nothing kept
 * is broken at its deadline, whenever somebody looks. Staff can never take a broken one back.
 */
export function derivePromises(facts: readonly PromiseFact[], now: number): PromiseStanding[] {
  const standing = new Map<string, PromiseStanding>()
  const set = (it: PromiseStanding) => standing.set(it.id, it)
  for (const fact of facts) {
    for (const it of standing.values()) set(expired(it, fact.at))
    for (const it of standing.values()) set(touched(it, fact))
    apply(standing, fact)
  }
  for (const it of standing.values()) set(expired(it, now))
  return [...standing.values()]
}

/** Whether a fact shows that a promise of this kind was kept: done by staff and shown to the resident. */
export function isEvidence(evidence: PromiseEvidence, fact: PromiseFact): boolean {
  if (!fact.byStaff || !fact.open) return false
  switch (evidence) {
    case 'photo':
    case 'document':
      return (fact.kind === 'replied' || fact.kind === 'resolved') && fact.photos > 0
    case 'visit':
      return fact.kind === 'resolved'
    case 'answer':
      // Who answers with a further promise of an answer has not answered.
      if (fact.kind === 'replied') return fact.promise?.act !== 'made' || fact.promise.evidence !== 'answer'
      return fact.kind === 'resolved' || fact.kind === 'declined'
  }
}

function expired(it: PromiseStanding, now: number): PromiseStanding {
  if (it.state !== 'open' || now <= it.due) return it
  return { ...it, state: 'broken', settledAt: it.due, brokenAt: it.due, change: lapsed(it) }
}

function lapsed({ change }: PromiseStanding): PromiseStanding['change'] {
  if (!change || (change.state !== 'asked' && change.state !== 'offered')) return change
  return { ...change, state: 'lapsed' }
}

/** What happens to the case happens to its promises: evidence, the resident's word, the end of the matter. */
function touched(it: PromiseStanding, fact: PromiseFact): PromiseStanding {
  if (fact.seq <= it.madeSeq) return it
  if (fact.kind === 'confirmed' || isEvidence(it.evidence, fact)) return kept(it, fact)
  if (fact.kind === 'cancelled' && it.state === 'open')
    return { ...it, state: 'withdrawn', settledAt: fact.at, change: lapsed(it) }
  return it
}

function kept(it: PromiseStanding, fact: PromiseFact): PromiseStanding {
  if (it.state !== 'open' && it.state !== 'broken') return it
  return {
    ...it,
    state: it.state === 'open' ? 'kept' : 'kept-late',
    settledAt: fact.at,
    keptBySeq: fact.seq,
    change: lapsed(it),
  }
}

function apply(standing: Map<string, PromiseStanding>, fact: PromiseFact): void {
  const act = fact.promise
  if (!act) return
  if (act.act === 'made') {
    standing.set(act.id, {
      id: act.id,
      madeAt: fact.at,
      madeSeq: fact.seq,
      due: act.due,
      evidence: act.evidence,
      state: 'open',
    })
    return
  }
  const it = standing.get(act.id)
  if (!it) return
  if (act.act === 'kept') standing.set(it.id, kept(it, fact))
  // Whatever else: a promise whose time is over is judged already.
  if (it.state !== 'open') return
  const { change } = it
  switch (act.act) {
    case 'kept':
      return
    case 'withdrawn':
      standing.set(it.id, { ...it, state: 'withdrawn', settledAt: fact.at, change: lapsed(it) })
      return
    case 'change-asked':
      standing.set(it.id, { ...it, change: { state: 'asked', due: act.due, askedBy: act.by } })
      return
    case 'change-approved':
    case 'change-refused':
      if (change?.state !== 'asked') return
      standing.set(it.id, {
        ...it,
        change: { ...change, state: act.act === 'change-approved' ? 'offered' : 'refused' },
      })
      return
    case 'change-objected':
      if (change?.state !== 'offered') return
      standing.set(it.id, { ...it, change: { ...change, state: 'objected' } })
      return
    case 'change-agreed':
      if (change?.state !== 'offered') return
      standing.set(it.id, {
        ...it,
        state: 'renegotiated',
        settledAt: fact.at,
        change: { ...change, state: 'agreed' },
      })
      standing.set(act.successor, {
        id: act.successor,
        madeAt: fact.at,
        madeSeq: fact.seq,
        due: change.due,
        evidence: it.evidence,
        state: 'open',
        succeeds: it.id,
      })
  }
}

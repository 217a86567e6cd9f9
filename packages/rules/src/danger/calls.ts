import type { EmergencyKind } from './words.ts'

/** Public emergency numbers of the mainland: police, fire and rescue, ambulance. */
export const publicNumbers = ['110', '119', '120'] as const
export type PublicNumber = (typeof publicNumbers)[number]

/**
 * Whom to ring for each danger, first to last: topics of the community's duty phone list, or public numbers. Whoever is
 * trapped is freed by the lift's own rescue first; 119 comes as well. Gas is rung from outside.
 */
export const emergencyCalls: Readonly<Record<EmergencyKind, readonly string[]>> = {
  trapped: ['lift', 'control-room', '119'],
  gas: ['gas', '119', 'control-room'],
  fire: ['119', 'fire', 'control-room', '120'],
  burst: ['engineering', 'water', 'control-room'],
  shock: ['120', 'power', 'engineering', 'control-room'],
  injury: ['120', 'medical', 'control-room', '110'],
}

export type EmergencyCall = { readonly topic: string; readonly name: string; readonly phone: string }

type Call = { readonly topic: string; readonly name: string | undefined; readonly phone: string }

/** The numbers to show, in order: the community's own where it published one, public ones as they are. */
export function callsFor(kind: EmergencyKind, published: readonly EmergencyCall[]): Call[] {
  const seen = new Set<string>()
  return emergencyCalls[kind]
    .flatMap((topic): readonly Call[] =>
      (publicNumbers as readonly string[]).includes(topic)
        ? [{ topic, name: undefined, phone: topic }]
        : published.filter((one) => one.topic === topic),
    )
    .filter(({ phone }) => !seen.has(phone) && seen.add(phone))
}

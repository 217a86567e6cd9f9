import { endpoints, rolePermissions } from '@zhanggui/contract'
import type { EndpointName, EndpointShape, Permission, RefusalCode } from '@zhanggui/contract'
import type { Caller, SideName } from './ground.ts'

/** Whose object a request names. */
export const objects = ['own', 'household', 'sibling', 'stranger', 'absent'] as const
export type ObjectKind = (typeof objects)[number]

/** What must come back: the answer of the contract, or this refusal. */
export type Expected = 'answer' | RefusalCode

const sideOf: Record<ObjectKind, SideName | undefined> = {
  own: 'own',
  household: 'own',
  sibling: 'sibling',
  stranger: 'stranger',
  absent: undefined,
}

type Cell = { name: EndpointName; caller: Caller; object: ObjectKind }

/** Where the general rule does not hold, each with the reason. */
const exceptions: {
  reason: string
  of: readonly EndpointName[]
  when?: (it: Cell & { permitted: boolean }) => boolean
  expected: Expected
}[] = [
  {
    reason: 'the one-click sign-in does not exist outside demo mode',
    of: ['demoSignIn'],
    expected: 'not_found',
  },
  {
    reason: 'nothing here can send text messages; every phone gets the same answer',
    of: ['requestCode'],
    expected: 'sms_unavailable',
  },
  {
    reason: 'residents sign in by phone: they have neither password nor authenticator',
    of: ['changePassword', 'startTotp', 'confirmTotp', 'removeTotp'],
    when: ({ caller }) => caller.kind === 'resident',
    expected: 'not_found',
  },
  {
    reason: 'the place stands in the body: the field is refused, one out of reach like one that is not there',
    of: ['openCase', 'suggestCase'],
    when: ({ caller, permitted }) => holds(caller, 'case.open') && !permitted,
    expected: 'place_unknown',
  },
  {
    reason:
      'workers act on what is theirs; they see the case of a colleague, so it is no secret that it is there',
    of: [
      'replyToCase',
      'pauseCase',
      'resumeCase',
      'resolveCase',
      'openWorkOrder',
      'recordStep',
      'finishWorkOrder',
      'keepPromise',
      'askReplyReview',
      'decideReplyReview',
      'askPromiseChange',
      'arriveOnCase',
      'appointOnCase',
      'makeQuote',
    ],
    when: ({ caller, object }) => object === 'household' && (caller.roles.own?.includes('worker') ?? false),
    expected: 'case_not_yours',
  },
  {
    reason: 'whom to ring in danger is for everybody who lives in the community',
    of: ['readEmergency'],
    when: ({ caller, object }) => object === 'household' && holds(caller, 'case.open', 'own'),
    expected: 'answer',
  },
  {
    reason: 'a secret that was never handed out is a link that leads nowhere',
    of: [
      'uploadPublicFile',
      'readPlaceCode',
      'openPublicCase',
      'readPublicCase',
      'supplementPublicCase',
      'answerPublicCase',
    ],
    when: ({ object }) => object === 'absent',
    expected: 'link_invalid',
  },
  {
    reason: 'an invitation that was never made is over',
    of: ['readInvitation', 'acceptInvitation'],
    when: ({ object }) => object === 'absent',
    expected: 'invitation_invalid',
  },
]

/** Which objects an endpoint can be asked for: all of them when the request names one, else just the caller's. */
export function objectsOf(name: EndpointName): readonly ObjectKind[] {
  const shape: EndpointShape = endpoints[name]
  const names = shape.params !== undefined || shape.reach === 'secret' || shape.reach === 'place'
  return names ? objects : ['own']
}

/** What the contract says must come back: permissions by role, reach by whose object it is. */
export function expected(it: Cell): Expected {
  const permitted = isPermitted(it)
  const exception = exceptions.find(
    ({ of, when }) => of.includes(it.name) && (!when || when({ ...it, permitted })),
  )
  const { allow } = endpoints[it.name]
  if (allow !== 'anyone' && !it.caller.live) return 'not_signed_in'
  if (exception) return exception.expected
  return permitted ? 'answer' : 'not_found'
}

function isPermitted({ name, caller, object }: Cell): boolean {
  const { allow, reach }: EndpointShape = endpoints[name]
  if (allow === 'anyone') return true
  const permission: Permission | undefined =
    allow !== 'signed-in' ? allow : reach === 'file' ? 'case.read' : undefined
  const ownOnly = reach === 'self' || reach === 'none'
  if (ownOnly) return object === 'own' && (permission === undefined || holds(caller, permission))
  const side = sideOf[object]
  if (side === undefined || permission === undefined || !holds(caller, permission, side)) return false
  // Staff reach their community, residents what is theirs.
  return caller.kind === 'staff' || object === 'own'
}

/** Whether one of the caller's roles carries the permission, in one community or anywhere. */
export function holds(caller: Caller, permission: Permission, side?: SideName): boolean {
  return Object.entries(caller.roles).some(
    ([where, roles]) =>
      (side === undefined || where === side) &&
      roles.some((role) => rolePermissions[role].includes(permission)),
  )
}

export const exceptionsUsed = (): readonly EndpointName[] => exceptions.flatMap((it) => it.of)

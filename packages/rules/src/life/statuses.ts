/**
 * The closed set of public states of a case 工单. A company may name finer states of its own, each of which
 * belongs to one of these. `merged` is reached by the merge act only and left by taking that back; nothing leads out
 * of the last two.
 */
export const caseStatuses = [
  'new',
  'open',
  'paused',
  'resolved',
  'closed',
  'merged',
  'declined',
  'cancelled',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** What a resident may bring: 报修, 投诉, 咨询, 建议, 表扬. */
export const caseKinds = ['repair', 'complaint', 'enquiry', 'suggestion', 'praise'] as const
export type CaseKind = (typeof caseKinds)[number]

/** Someone still has to do something: the case is not over and not waiting for the resident's verdict. */
export function isUnderWay(status: CaseStatus): boolean {
  return status === 'new' || status === 'open' || status === 'paused'
}

/** No verb but a note leads anywhere from here. */
export function isFinal(status: CaseStatus): boolean {
  return status === 'merged' || status === 'declined' || status === 'cancelled'
}

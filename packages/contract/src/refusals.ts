/**
 * Every public refusal and the HTTP status it is answered with (RFC 9457 problem details).
 * The text of each, in every language, stands in the messages package.
 */
export const refusals = {
  bad_json: 400,
  bad_request: 400,
  invalid_fields: 422,
  unsupported_media_type: 415,
  body_too_large: 413,
  key_reused: 409,
  not_signed_in: 401,
  sign_in_failed: 401,
  totp_required: 401,
  code_wrong_or_expired: 401,
  origin_refused: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_many_tries: 429,
  sms_unavailable: 503,
  unavailable: 503,
  fault: 500,
  stale_version: 409,
  case_status: 409,
  case_needs_assignee: 409,
  case_needs_evidence: 422,
  case_not_yours: 409,
  case_reopen_window_over: 409,
  case_already_rated: 409,
  case_already_appealed: 409,
  case_appeal_window_over: 409,
  case_no_appeal: 409,
  case_own_work: 409,
  case_called_lately: 409,
  case_called_enough: 409,
  case_needs_supervisor: 403,
  appointment_invalid: 422,
  case_merge_same: 422,
  case_merge_household: 409,
  case_merged: 409,
  case_not_merged: 409,
  case_unmerge_too_late: 409,
  assignee_unavailable: 422,
  place_unknown: 422,
  place_taken: 409,
  person_unknown: 422,
  phone_invalid: 422,
  residency_exists: 409,
  photo_unknown: 422,
  file_type_refused: 415,
  file_unreadable: 422,
  file_too_large: 413,
  calendar_invalid: 422,
  policy_invalid: 422,
  invitation_invalid: 410,
  account_exists: 409,
  password_weak: 422,
  totp_wrong: 422,
  last_manager: 409,
  roster_unreadable: 422,
  roster_has_errors: 409,
  roster_applied: 409,
  link_invalid: 404,
  resume_at_invalid: 422,
  nothing_to_acknowledge: 409,
  roster_invalid: 422,
  shift_name_taken: 409,
  leave_overlaps: 409,
  procedure_invalid: 422,
  procedure_unknown: 422,
  work_unfinished: 409,
  work_over: 409,
  step_unknown: 422,
  step_changed: 409,
  step_needs: 422,
  promise_time_invalid: 422,
  promise_settled: 409,
  promise_change_pending: 409,
  promise_changes_used: 409,
  promise_no_change: 409,
  promise_own_wish: 409,
  reply_blocked: 422,
  review_own: 409,
  review_decided: 409,
  quote_waiting: 409,
  quote_over: 409,
  quote_nobody: 422,
  at_capacity: 409,
  handover_waits: 409,
  handover_over: 409,
  co_handler_taken: 409,
  co_handler_none: 409,
  dispute_once: 409,
  dispute_over: 409,
} as const

export type RefusalCode = keyof typeof refusals

/** What is wrong with one field of a request; its text stands in the messages package too. */
export const fieldProblems = [
  'required',
  'wrong_type',
  'too_short',
  'too_long',
  'too_small',
  'too_big',
  'not_listed',
  'bad_format',
  'bad_text',
  'unknown_field',
  'invalid',
] as const
export type FieldProblem = (typeof fieldProblems)[number]

/** The body of every refusal. `title` is in the language asked for, `texts` in all of them. */
export type Problem = {
  type: string
  status: number
  code: RefusalCode
  title: string
  texts: { 'zh-Hans': string; en: string }
  fields?: { path: string; problem: FieldProblem; texts: { 'zh-Hans': string; en: string } }[]
  /** What the caller needs to go on: the current version of what changed, seconds to wait, and the like. */
  detail?: Record<string, unknown>
  request: string
}

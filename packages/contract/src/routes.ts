import { residentRoutes } from './resident-routes.ts'

/**
 * Every endpoint's method and path, once. Kept apart from the shapes so that a client
 * can know the paths without carrying the validation library.
 */
export const routes = {
  ...residentRoutes,

  // identity
  staffSignIn: 'POST /api/v1/sign-in/staff',
  changePassword: 'POST /api/v1/me/password',
  startTotp: 'POST /api/v1/me/totp/start',
  confirmTotp: 'POST /api/v1/me/totp/confirm',
  removeTotp: 'POST /api/v1/me/totp/remove',
  listStaff: 'GET /api/v1/communities/{communityId}/staff',
  inviteStaff: 'POST /api/v1/communities/{communityId}/staff',
  endAppointment: 'POST /api/v1/communities/{communityId}/staff/{accountId}/leave',
  readInvitation: 'POST /api/v1/invitations/read',
  acceptInvitation: 'POST /api/v1/invitations/accept',

  // estate
  listCommunities: 'GET /api/v1/communities',
  readChart: 'GET /api/v1/communities/{communityId}/chart',
  listPlaces: 'GET /api/v1/communities/{communityId}/places',
  addPlace: 'POST /api/v1/communities/{communityId}/places',
  changePlace: 'POST /api/v1/places/{id}/change',
  makePlaceCode: 'POST /api/v1/places/{id}/code',
  showPlaceCode: 'GET /api/v1/places/{id}/code',
  listCalendars: 'GET /api/v1/communities/{communityId}/calendars',
  publishCalendar: 'POST /api/v1/communities/{communityId}/calendars',

  // people
  search: 'GET /api/v1/communities/{communityId}/search',
  readHome: 'GET /api/v1/homes/{id}',
  listPeople: 'GET /api/v1/communities/{communityId}/people',
  readPerson: 'GET /api/v1/people/{id}',
  addPerson: 'POST /api/v1/communities/{communityId}/people',
  changePerson: 'POST /api/v1/people/{id}/change',
  revealContact: 'POST /api/v1/people/{id}/reveal',
  addResidency: 'POST /api/v1/people/{id}/residencies',
  endResidency: 'POST /api/v1/residencies/{id}/end',
  recordConsent: 'POST /api/v1/people/{id}/consents',
  issueSignInCode: 'POST /api/v1/people/{id}/sign-in-code',
  previewRoster: 'POST /api/v1/communities/{communityId}/roster-imports',
  readRoster: 'GET /api/v1/roster-imports/{id}',
  applyRoster: 'POST /api/v1/roster-imports/{id}/apply',

  // workforce
  readWorkforce: 'GET /api/v1/communities/{communityId}/workforce',
  readOnDuty: 'GET /api/v1/communities/{communityId}/on-duty',
  setLeader: 'POST /api/v1/communities/{communityId}/teams/{team}/leader',
  setSkills: 'POST /api/v1/communities/{communityId}/staff/{accountId}/skills',
  addShift: 'POST /api/v1/communities/{communityId}/shifts',
  endShift: 'POST /api/v1/communities/{communityId}/shifts/{id}/end',
  readDutyRoster: 'GET /api/v1/communities/{communityId}/duty-roster',
  setDutyRoster: 'POST /api/v1/communities/{communityId}/duty-roster',
  recordLeave: 'POST /api/v1/communities/{communityId}/leave',
  cancelLeave: 'POST /api/v1/communities/{communityId}/leave/{id}/cancel',
  readDutyPhones: 'GET /api/v1/communities/{communityId}/duty-phones',
  publishDutyPhones: 'POST /api/v1/communities/{communityId}/duty-phones',

  // files
  readFile: 'GET /api/v1/files/{id}',

  // messaging

  // cases
  mergeCase: 'POST /api/v1/cases/{id}/merge',
  unmergeCase: 'POST /api/v1/cases/{id}/unmerge',
  relateCase: 'POST /api/v1/cases/{id}/relate',
  readTriage: 'GET /api/v1/communities/{communityId}/triage',
  countCases: 'GET /api/v1/cases/counts',
  acceptCase: 'POST /api/v1/cases/{id}/accept',
  assignCase: 'POST /api/v1/cases/{id}/assign',
  replyToCase: 'POST /api/v1/cases/{id}/reply',
  noteOnCase: 'POST /api/v1/cases/{id}/note',
  pauseCase: 'POST /api/v1/cases/{id}/pause',
  resumeCase: 'POST /api/v1/cases/{id}/resume',
  resolveCase: 'POST /api/v1/cases/{id}/resolve',
  declineCase: 'POST /api/v1/cases/{id}/decline',
  acknowledgeCase: 'POST /api/v1/cases/{id}/acknowledge',
  listProcedures: 'GET /api/v1/communities/{communityId}/procedures',
  readProcedure: 'GET /api/v1/communities/{communityId}/procedures/{procedureId}',
  publishProcedure: 'POST /api/v1/communities/{communityId}/procedures',
  openWorkOrder: 'POST /api/v1/cases/{id}/work',
  recordStep: 'POST /api/v1/work-orders/{id}/steps',
  makeQuote: 'POST /api/v1/cases/{id}/quotes',
  finishWorkOrder: 'POST /api/v1/work-orders/{id}/finish',
  dropWorkOrder: 'POST /api/v1/work-orders/{id}/drop',
  listPromises: 'GET /api/v1/promises',
  readPromiseFigures: 'GET /api/v1/promises/figures',
  askReplyReview: 'POST /api/v1/cases/{id}/reviews',
  decideReplyReview: 'POST /api/v1/cases/{id}/reviews/{reviewId}/decide',
  keepPromise: 'POST /api/v1/cases/{id}/promises/{promiseId}/keep',
  withdrawPromise: 'POST /api/v1/cases/{id}/promises/{promiseId}/withdraw',
  askPromiseChange: 'POST /api/v1/cases/{id}/promises/{promiseId}/change',
  decidePromiseChange: 'POST /api/v1/cases/{id}/promises/{promiseId}/decide',
  arriveOnCase: 'POST /api/v1/cases/{id}/arrive',
  callBackOnCase: 'POST /api/v1/cases/{id}/call-back',
  reclassifyCase: 'POST /api/v1/cases/{id}/reclassify',
  reopenCase: 'POST /api/v1/cases/{id}/reopen',
  ruleOnAppeal: 'POST /api/v1/cases/{id}/rule-on-appeal',
  answerPromiseChange: 'POST /api/v1/cases/{id}/promises/{promiseId}/answer',
  refuseCase: 'POST /api/v1/cases/{id}/refuse',
  readDispatch: 'GET /api/v1/cases/{id}/dispatch',
  listCandidates: 'GET /api/v1/cases/{id}/candidates',
  handOver: 'POST /api/v1/cases/{id}/hand-over',
  answerHandOver: 'POST /api/v1/cases/{id}/hand-over/answer',
  addCoHandler: 'POST /api/v1/cases/{id}/co-handlers',
  returnResult: 'POST /api/v1/cases/{id}/co-handlers/return',
  disputeCase: 'POST /api/v1/cases/{id}/dispute',
  ruleDispute: 'POST /api/v1/cases/{id}/dispute/rule',
  readWaiting: 'GET /api/v1/cases/waiting',
  readAssignment: 'GET /api/v1/communities/{communityId}/assignment',
  publishAssignment: 'POST /api/v1/communities/{communityId}/assignment',
  listPolicies: 'GET /api/v1/communities/{communityId}/policies',
  publishPolicy: 'POST /api/v1/communities/{communityId}/policies',

  // insight
  readToday: 'GET /api/v1/communities/{communityId}/boards/today',
  readFigures: 'GET /api/v1/communities/{communityId}/boards/figures',
  listFigureCases: 'GET /api/v1/communities/{communityId}/boards/cases',
  compareCommunities: 'GET /api/v1/boards/communities',
} as const

export type EndpointName = keyof typeof routes

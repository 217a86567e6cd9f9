import * as z from 'zod'
import type { EndpointShape } from './endpoint.ts'
import type { EndpointName } from './routes.ts'
import * as cases from './shapes/cases.ts'
import * as common from './shapes/common.ts'
import * as dispatch from './shapes/dispatch.ts'
import * as estate from './shapes/estate.ts'
import * as files from './shapes/files.ts'
import * as identity from './shapes/identity.ts'
import * as insight from './shapes/insight.ts'
import * as messaging from './shapes/messaging.ts'
import * as people from './shapes/people.ts'
import * as workforce from './shapes/workforce.ts'
import * as triage from './shapes/triage.ts'
import { workEndpoints } from './work-endpoints.ts'
import * as promises from './shapes/promises.ts'
import * as guard from './shapes/reply-guard.ts'

const { communityParam, idParam, nothing, page } = common
const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })

/** Endpoints by module; the server binds each module's part, so a missing handler is a type error. */
export const identityEndpoints = {
  me: {
    summary: 'Who I am, where and with which permissions',
    allow: 'signed-in',
    reach: 'self',
    response: identity.me,
  },
  demoSignIn: {
    summary: 'One-click sign-in of the demo community; absent outside demo mode',
    allow: 'anyone',
    reach: 'none',
    repeat: 'harmless',
    body: identity.demoSignIn,
    response: identity.me,
  },
  staffSignIn: {
    summary: 'Sign in as staff with password and, when set up, a one-time code',
    allow: 'anyone',
    reach: 'none',
    repeat: 'harmless',
    body: identity.staffSignIn,
    response: identity.me,
  },
  requestCode: {
    summary: 'Ask for a sign-in code by phone; the answer is the same for every phone',
    allow: 'anyone',
    reach: 'none',
    repeat: 'harmless',
    body: identity.requestCode,
    response: identity.codeRequested,
  },
  residentSignIn: {
    summary: 'Sign in as a resident with phone and code',
    allow: 'anyone',
    reach: 'none',
    repeat: 'harmless',
    body: identity.residentSignIn,
    response: identity.me,
  },
  signOut: {
    summary: 'End this session',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    response: nothing,
  },
  setPreferences: {
    summary: 'Choose my language',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    body: identity.preferences,
    response: nothing,
  },
  listSessions: {
    summary: 'Where I am signed in',
    allow: 'signed-in',
    reach: 'self',
    response: items(identity.session),
  },
  revokeSession: {
    summary: 'End one of my sessions',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    params: idParam,
    response: nothing,
  },
  changePassword: {
    summary: 'Change my password; ends my other sessions',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    body: identity.changePassword,
    response: nothing,
  },
  startTotp: {
    summary: 'Begin to set up an authenticator',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    response: identity.totpStart,
  },
  confirmTotp: {
    summary: 'Finish setting up an authenticator; answers the recovery codes once',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    body: identity.totpConfirm,
    response: identity.totpConfirmed,
  },
  removeTotp: {
    summary: 'Remove my authenticator',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    body: identity.totpRemove,
    response: nothing,
  },
  listMyAccess: {
    summary: 'Who looked at my data, when and why',
    allow: 'signed-in',
    reach: 'self',
    query: z.strictObject(common.paging),
    response: page(identity.accessEntry),
  },
  listStaff: {
    summary: 'Staff of a community',
    allow: 'staff.read',
    reach: 'community',
    params: communityParam,
    response: items(identity.staffMember),
  },
  inviteStaff: {
    summary: 'Invite a staff member',
    allow: 'staff.manage',
    reach: 'community',
    params: communityParam,
    body: identity.inviteStaff,
    response: identity.staffInvited,
  },
  endAppointment: {
    summary: 'A staff member leaves the community; their sessions end',
    allow: 'staff.manage',
    reach: 'community',
    params: identity.staffParam,
    response: nothing,
  },
  readInvitation: {
    summary: 'Whom an invitation is for',
    allow: 'anyone',
    reach: 'secret',
    repeat: 'harmless',
    body: identity.invitationToken,
    response: identity.invitation,
  },
  acceptInvitation: {
    summary: 'Accept an invitation by choosing a password',
    allow: 'anyone',
    reach: 'secret',
    repeat: 'harmless',
    body: identity.acceptInvitation,
    response: identity.me,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

export const estateEndpoints = {
  listCommunities: {
    summary: 'Communities in my reach',
    allow: 'signed-in',
    reach: 'self',
    response: items(estate.community),
  },
  readChart: {
    summary: 'The building chart through a lens',
    allow: 'estate.read',
    reach: 'community',
    params: communityParam,
    query: estate.chartQuery,
    response: estate.chart,
  },
  listPlaces: {
    summary: 'Places by words, parent or kind',
    allow: 'estate.read',
    reach: 'community',
    params: communityParam,
    query: estate.placeQuery,
    response: items(estate.place),
  },
  addPlace: {
    summary: 'Add a building, entrance, home or common place',
    allow: 'estate.change',
    reach: 'community',
    params: communityParam,
    body: estate.addPlace,
    response: estate.place,
  },
  changePlace: {
    summary: 'Rename a place or correct a home’s facts',
    allow: 'estate.change',
    reach: 'place',
    params: idParam,
    body: estate.changePlace,
    response: estate.place,
  },
  makePlaceCode: {
    summary: 'A QR code by which anybody can report on this place; a new one ends the old',
    allow: 'estate.change',
    reach: 'place',
    params: idParam,
    response: estate.placeCode,
  },
  showPlaceCode: {
    summary: 'The QR code that is up at this place, to print it again; it goes on working',
    allow: 'estate.change',
    reach: 'place',
    params: idParam,
    response: estate.placeCode,
  },
  listCalendars: {
    summary: 'Business calendars in force',
    allow: 'calendar.read',
    reach: 'community',
    params: communityParam,
    response: items(estate.calendar),
  },
  publishCalendar: {
    summary: 'Publish a calendar or a new version of one',
    allow: 'calendar.publish',
    reach: 'community',
    params: communityParam,
    body: estate.publishCalendar,
    response: estate.calendar,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

export const peopleEndpoints = {
  search: {
    summary: 'Rooms, names, initials, phone tails and case numbers in one box',
    allow: 'people.read',
    reach: 'community',
    params: communityParam,
    query: people.searchQuery,
    response: people.searchResult,
  },
  readHome: {
    summary: 'A home’s archive',
    allow: 'people.read',
    reach: 'home',
    params: idParam,
    response: people.home,
  },
  listPeople: {
    summary: 'People of a community',
    allow: 'people.read',
    reach: 'community',
    params: communityParam,
    query: people.peopleQuery,
    response: people.peoplePage,
  },
  readPerson: {
    summary: 'A person’s archive, contacts masked',
    allow: 'people.read',
    reach: 'person',
    params: idParam,
    response: people.person,
  },
  addPerson: {
    summary: 'Add a person',
    allow: 'people.change',
    reach: 'community',
    params: communityParam,
    body: people.addPerson,
    response: people.person,
  },
  changePerson: {
    summary: 'Correct a person’s data',
    allow: 'people.change',
    reach: 'person',
    params: idParam,
    body: people.changePerson,
    response: people.person,
  },
  revealContact: {
    summary: 'Show a phone number; recorded and shown to that person',
    allow: 'people.reveal',
    reach: 'person',
    params: idParam,
    body: people.reveal,
    response: people.revealed,
  },
  addResidency: {
    summary: 'Give a person a role in a home',
    allow: 'people.change',
    reach: 'person',
    params: idParam,
    body: people.addResidency,
    response: people.person,
  },
  endResidency: {
    summary: 'End a person’s role in a home',
    allow: 'people.change',
    reach: 'residency',
    params: idParam,
    body: people.endResidency,
    response: people.person,
  },
  recordConsent: {
    summary: 'Record a consent given or withdrawn',
    allow: 'people.change',
    reach: 'person',
    params: idParam,
    body: people.recordConsent,
    response: people.person,
  },
  issueSignInCode: {
    summary: 'Hand a sign-in code to a resident whose identity was checked at the counter',
    allow: 'people.change',
    reach: 'person',
    params: idParam,
    response: people.signInCode,
  },
  previewRoster: {
    summary: 'Read a roster (XLSX or CSV) and show what it would do',
    allow: 'people.import',
    reach: 'community',
    params: communityParam,
    query: people.rosterQuery,
    raw: [
      'application/octet-stream',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    response: people.roster,
  },
  readRoster: {
    summary: 'A previewed or applied roster',
    allow: 'people.import',
    reach: 'roster',
    params: idParam,
    response: people.roster,
  },
  applyRoster: {
    summary: 'Apply a previewed roster, all or only the good rows',
    allow: 'people.import',
    reach: 'roster',
    params: idParam,
    body: people.applyRoster,
    response: people.rosterApplied,
  },
  listMyHomes: {
    summary: 'My homes and what is near them',
    allow: 'home.own',
    reach: 'self',
    response: items(people.myHome),
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

export const messagingEndpoints = {
  uploadFile: {
    summary: 'Upload a photo; re-encoded, its location data removed',
    allow: 'file.upload',
    reach: 'none',
    query: files.uploadQuery,
    raw: files.imageTypes,
    response: files.storedFile,
  },
  readFile: {
    summary: 'A photo of a case in my reach',
    allow: 'signed-in',
    reach: 'file',
    params: idParam,
    query: files.fileQuery,
    response: z.any(),
  },
  uploadPublicFile: {
    summary: 'Upload a photo for a report by QR code',
    allow: 'anyone',
    reach: 'secret',
    query: files.publicFileQuery,
    raw: files.imageTypes,
    response: files.storedFile,
  },
  listNotifications: {
    summary: 'What I was told in the app',
    allow: 'signed-in',
    reach: 'self',
    response: messaging.notifications,
  },
  markNotificationsRead: {
    summary: 'Mark as read',
    allow: 'signed-in',
    reach: 'self',
    repeat: 'harmless',
    body: messaging.markRead,
    response: nothing,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

const changing = (summary: string, body: z.ZodType) => ({
  summary,
  reach: 'case' as const,
  params: idParam,
  body,
  response: cases.caseReceipt,
})

const onPromise = (summary: string, body: z.ZodType) => ({
  ...changing(summary, body),
  params: promises.promiseParams,
})

export const promiseEndpoints = {
  listPromises: {
    summary: 'The ledger of promises: by state, person and due day, next due first',
    allow: 'promise.read',
    reach: 'self',
    query: promises.listPromises,
    response: page(promises.promiseItem),
  },
  readPromiseFigures: {
    summary: 'Promises kept in time of those due, and what that is worked out from',
    allow: 'promise.read',
    reach: 'self',
    query: promises.readPromiseFigures,
    response: promises.promiseFigures,
  },
  askReplyReview: {
    ...changing('Ask a colleague to read a reply before it goes out', guard.askReplyReview),
    allow: 'case.reply',
    body: guard.askReplyReview,
  },
  decideReplyReview: {
    ...changing('Agree to a colleague’s reply, or give it back', guard.decideReplyReview),
    params: guard.reviewParams,
    allow: 'case.reply',
    body: guard.decideReplyReview,
  },
  keepPromise: {
    ...onPromise('Say that a promise was kept, and where that is written', promises.keepPromise),
    allow: 'case.reply',
    body: promises.keepPromise,
  },
  withdrawPromise: {
    ...onPromise('Withdraw somebody else’s promise before its time, with a reason', promises.withdrawPromise),
    allow: 'promise.decide',
    body: promises.withdrawPromise,
  },
  askPromiseChange: {
    ...onPromise('Ask for another time for a promise', promises.askPromiseChange),
    allow: 'case.reply',
    body: promises.askPromiseChange,
  },
  decidePromiseChange: {
    ...onPromise('Approve or refuse somebody else’s wish for another time', promises.decidePromiseChange),
    allow: 'promise.decide',
    body: promises.decidePromiseChange,
  },
  answerPromiseChange: {
    ...onPromise('Agree to another time, or object', promises.answerPromiseChange),
    allow: 'promise.answer',
    body: promises.answerPromiseChange,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

export const caseEndpoints = {
  readEmergency: {
    summary: 'Whom to ring in danger: the community’s own numbers',
    allow: 'case.open',
    reach: 'community',
    params: communityParam,
    response: cases.emergency,
  },
  openCase: {
    summary: 'Open a case',
    allow: 'case.open',
    reach: 'place',
    body: cases.openCase,
    response: cases.caseReceipt,
  },
  suggestCase: {
    summary: 'What the words of a report point to, and which open cases it may be one more of',
    allow: 'case.open',
    reach: 'place',
    repeat: 'harmless',
    body: triage.suggestCase,
    response: triage.caseSuggestion,
  },
  followCase: {
    summary: 'Follow a case on common ground instead of reporting it again',
    allow: 'case.follow',
    reach: 'case',
    params: idParam,
    response: triage.caseFollowed,
  },
  mergeCase: {
    ...changing('One case of a household goes on in another', cases.mergeCase),
    allow: 'case.merge',
    body: cases.mergeCase,
  },
  unmergeCase: {
    ...changing('Take a merge back, within thirty days', cases.unmergeCase),
    allow: 'case.merge',
    body: cases.unmergeCase,
  },
  relateCase: {
    summary: 'Say that two cases have to do with each other, or no longer',
    allow: 'case.merge',
    reach: 'case',
    params: idParam,
    body: cases.relateCase,
    response: nothing,
  },
  urgeCase: {
    ...changing('Ask after a case again, with nothing new to say', cases.urgeCase),
    allow: 'case.urge',
    body: cases.urgeCase,
  },
  readTriage: {
    summary: 'What was learned from the desk’s decisions, and how well it tells kinds apart',
    allow: 'policy.read',
    reach: 'community',
    params: communityParam,
    response: triage.triageReport,
  },
  listCases: {
    summary: 'Cases in my reach',
    allow: 'case.read',
    reach: 'self',
    query: cases.listCases,
    response: page(cases.caseItem),
  },
  countCases: {
    summary: 'How many wait for me, my team and nobody',
    allow: 'case.read',
    reach: 'self',
    query: z.strictObject({ communityId: common.id.optional() }),
    response: cases.caseCounts,
  },
  readCase: {
    summary: 'A case with its timeline and clocks',
    allow: 'case.read',
    reach: 'case',
    params: idParam,
    response: cases.caseView,
  },
  acceptCase: {
    ...changing('Take a case on', cases.acceptCase),
    allow: 'case.accept',
    body: cases.acceptCase,
  },
  assignCase: {
    ...changing('Send somebody', cases.assignCase),
    allow: 'case.assign',
    body: cases.assignCase,
  },
  replyToCase: {
    ...changing('Answer the resident', cases.replyToCase),
    response: cases.replyReceipt,
    allow: 'case.reply',
    body: cases.replyToCase,
  },
  noteOnCase: {
    ...changing('Leave a note that residents do not see', cases.noteOnCase),
    allow: 'case.note',
    body: cases.noteOnCase,
  },
  supplementCase: {
    ...changing('Add to my report', cases.supplementCase),
    allow: 'case.supplement',
    body: cases.supplementCase,
  },
  pauseCase: {
    ...changing('Pause with a reason and a time to resume', cases.pauseCase),
    allow: 'case.pause',
    body: cases.pauseCase,
  },
  resumeCase: {
    ...changing('Go on after a pause', cases.resumeCase),
    allow: 'case.resume',
    body: cases.resumeCase,
  },
  resolveCase: {
    ...changing('Say that it is done, with evidence', cases.resolveCase),
    allow: 'case.resolve',
    body: cases.resolveCase,
  },
  declineCase: {
    ...changing('Not ours: say why and where to go', cases.declineCase),
    allow: 'case.decline',
    body: cases.declineCase,
  },
  confirmCase: {
    ...changing('Confirm that it is solved', cases.confirmCase),
    allow: 'case.confirm',
    body: cases.confirmCase,
  },
  rejectCase: {
    ...changing('Send it back with a reason', cases.rejectCase),
    allow: 'case.reject',
    body: cases.rejectCase,
  },
  rateCase: {
    ...changing('Rate how it was handled', cases.rateCase),
    allow: 'case.rate',
    body: cases.rateCase,
  },
  cancelCase: {
    ...changing('Withdraw my report', cases.cancelCase),
    allow: 'case.cancel',
    body: cases.cancelCase,
  },
  acknowledgeCase: {
    ...changing(
      'Say that I have seen what was escalated; the next level comes all the same',
      cases.acknowledgeCase,
    ),
    allow: 'case.acknowledge',
    body: cases.acknowledgeCase,
  },
  ...workEndpoints,
  arriveOnCase: {
    ...changing('Note that somebody is on site', cases.arriveOnCase),
    allow: 'case.arrive',
    body: cases.arriveOnCase,
  },
  appointOnCase: {
    ...changing('Agree upon the time of a visit', cases.appointOnCase),
    allow: 'case.appoint',
    body: cases.appointOnCase,
  },
  callBackOnCase: {
    ...changing('Record a call-back by somebody who did not do the work', cases.callBackOnCase),
    allow: 'case.call-back',
    body: cases.callBackOnCase,
  },
  reclassifyCase: {
    ...changing('Change kind, urgency or place, with the reason', cases.reclassifyCase),
    allow: 'case.reclassify',
    body: cases.reclassifyCase,
  },
  reopenCase: {
    ...changing('Take a resolved or closed case up again', cases.reopenCase),
    allow: 'case.reopen',
    body: cases.reopenCase,
  },
  appealCase: {
    ...changing('Appeal to the committee against the closing, once', cases.appealCase),
    allow: 'case.appeal',
    body: cases.appealCase,
  },
  ruleOnAppeal: {
    ...changing('Uphold an appeal or reject it with a reason', cases.ruleOnAppeal),
    allow: 'case.rule-on-appeal',
    body: cases.ruleOnAppeal,
  },
  refuseCase: {
    ...changing('Say no to a case I am asked to take or have, with a reason', dispatch.refuseCase),
    allow: 'case.accept',
    body: dispatch.refuseCase,
  },
  readDispatch: {
    summary: 'Who is asked, hands over, helps or disputes; and what I may do about it',
    allow: 'case.accept',
    reach: 'case',
    params: idParam,
    response: dispatch.dispatch,
  },
  listCandidates: {
    summary: 'Who could be sent, likeliest first, and why',
    allow: 'case.assign',
    reach: 'case',
    params: idParam,
    response: dispatch.candidates,
  },
  handOver: {
    ...changing('Offer the case to a named colleague; mine until they take it', dispatch.handOverCase),
    allow: 'case.accept',
    body: dispatch.handOverCase,
  },
  answerHandOver: {
    ...changing('Take a hand-over, or refuse it with a reason', dispatch.answerHandOver),
    allow: 'case.accept',
    body: dispatch.answerHandOver,
  },
  addCoHandler: {
    ...changing('Ask another team to help, with a time of its own', dispatch.addCoHandler),
    allow: 'case.accept',
    body: dispatch.addCoHandler,
  },
  returnResult: {
    ...changing('Report to the leading team what helping came to', dispatch.returnResult),
    allow: 'case.accept',
    body: dispatch.returnResult,
  },
  disputeCase: {
    ...changing('Dispute, once, whose matter it is; the clocks go on', dispatch.disputeCase),
    allow: 'case.accept',
    body: dispatch.disputeCase,
  },
  ruleDispute: {
    ...changing('Rule on whose matter it is', dispatch.ruleDispute),
    allow: 'case.rule',
    body: dispatch.ruleDispute,
  },
  readWaiting: {
    summary: 'What waits for me: offers, hand-overs, help, disputes, cases nobody can take',
    allow: 'case.accept',
    reach: 'self',
    query: z.strictObject({ communityId: common.id.optional() }),
    response: dispatch.waiting,
  },
  readAssignment: {
    summary: 'How work is given out here',
    allow: 'policy.read',
    reach: 'community',
    params: communityParam,
    response: dispatch.assignment,
  },
  publishAssignment: {
    summary: 'Publish how work is given out from now on',
    allow: 'policy.publish',
    reach: 'community',
    params: communityParam,
    body: dispatch.publishAssignment,
    response: dispatch.assignment,
  },
  listPolicies: {
    summary: 'The service times in force and before',
    allow: 'policy.read',
    reach: 'community',
    params: communityParam,
    response: items(cases.policy),
  },
  publishPolicy: {
    summary: 'Publish new service times; cases already open keep theirs',
    allow: 'policy.publish',
    reach: 'community',
    params: communityParam,
    body: cases.publishPolicy,
    response: cases.policy,
  },
  readPlaceCode: {
    summary: 'Which place a QR code stands for',
    allow: 'anyone',
    reach: 'secret',
    repeat: 'harmless',
    body: cases.readPlaceCode,
    response: cases.placeOfCode,
  },
  openPublicCase: {
    summary: 'Report by QR code without an account',
    allow: 'anyone',
    reach: 'secret',
    body: cases.openPublicCase,
    response: cases.publicReceipt,
  },
  readPublicCase: {
    summary: 'Follow a report by its secret link',
    allow: 'anyone',
    reach: 'secret',
    repeat: 'harmless',
    body: cases.secretOnly,
    response: cases.publicCase,
  },
  supplementPublicCase: {
    summary: 'Add to a report by its secret link',
    allow: 'anyone',
    reach: 'secret',
    body: cases.supplementPublicCase,
    response: nothing,
  },
  answerPublicCase: {
    summary: 'Confirm or send back by the secret link',
    allow: 'anyone',
    reach: 'secret',
    body: cases.answerPublicCase,
    response: nothing,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

/** A question about, or a change to, who works in a community when. */
const aboutDuty = { allow: 'duty.read', reach: 'community', params: communityParam } as const
const arranging = { allow: 'duty.manage', reach: 'community' } as const

export const workforceEndpoints = {
  readWorkforce: {
    ...aboutDuty,
    summary: 'Teams with their leaders, what each can do, and the shifts there are',
    response: workforce.workforce,
  },
  readOnDuty: {
    ...aboutDuty,
    summary: 'Who is on duty at this moment',
    query: workforce.onDutyQuery,
    response: workforce.onDuty,
  },
  setLeader: {
    ...arranging,
    summary: 'Name who leads a team, or nobody',
    params: workforce.teamParam,
    body: workforce.setLeader,
    response: nothing,
  },
  setSkills: {
    ...arranging,
    summary: 'Say what a colleague can be sent for',
    params: workforce.memberParam,
    body: workforce.setSkills,
    response: nothing,
  },
  addShift: {
    ...arranging,
    summary: 'Add a shift: a named window of some weekdays',
    params: communityParam,
    body: workforce.addShift,
    response: workforce.shift,
  },
  endShift: {
    ...arranging,
    summary: 'A shift is not used any more; what was planned from now on is taken back',
    params: workforce.oneInCommunity,
    response: nothing,
  },
  readDutyRoster: {
    ...aboutDuty,
    summary: 'Who works which shift on which date, and who is away',
    query: workforce.dutyRosterQuery,
    response: workforce.dutyRoster,
  },
  setDutyRoster: {
    ...arranging,
    summary: 'Put people on shifts and take them off',
    params: communityParam,
    body: workforce.setDutyRoster,
    response: workforce.rosterSet,
  },
  recordLeave: {
    ...arranging,
    summary: 'Note that somebody is away for whole days',
    params: communityParam,
    body: workforce.recordLeave,
    response: workforce.leave,
  },
  cancelLeave: {
    ...arranging,
    summary: 'Take a leave back',
    params: workforce.oneInCommunity,
    response: nothing,
  },
  readDutyPhones: {
    ...aboutDuty,
    summary: 'The duty phone list in force',
    response: workforce.dutyPhones,
  },
  publishDutyPhones: {
    ...arranging,
    summary: 'Publish the duty phone list anew',
    params: communityParam,
    body: workforce.publishDutyPhones,
    response: workforce.dutyPhones,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

export const insightEndpoints = {
  readToday: {
    summary: 'What came in, waits and is late today; arrivals by weekday and hour; repeats',
    allow: 'board.read',
    reach: 'community',
    params: communityParam,
    response: insight.today,
  },
  readFigures: {
    summary: 'The service figures of a span of days, each with its denominator, broken down as asked',
    allow: 'board.read',
    reach: 'community',
    params: communityParam,
    query: insight.readFigures,
    response: insight.figures,
  },
  listFigureCases: {
    summary: 'The cases behind a figure: those counted, or those that were due and missed',
    allow: 'board.read',
    reach: 'community',
    params: communityParam,
    query: insight.listFigureCases,
    response: page(insight.figureCase),
  },
  compareCommunities: {
    summary: 'The same figures of every community in my reach, side by side',
    allow: 'board.read',
    reach: 'self',
    query: insight.compareCommunities,
    response: insight.figures,
  },
} as const satisfies Partial<Record<EndpointName, EndpointShape>>

export const endpoints = {
  ...identityEndpoints,
  ...estateEndpoints,
  ...peopleEndpoints,
  ...workforceEndpoints,
  ...messagingEndpoints,
  ...caseEndpoints,
  ...insightEndpoints,
  ...promiseEndpoints,
} as const satisfies Record<EndpointName, EndpointShape>

/**
 * Every endpoint's method and path, once. Kept apart from the shapes so that a small client
 * (the residents' phone page) can know the paths without carrying the validation library.
 */
export const routes = {
  // identity
  me: 'GET /api/v1/me',
  demoSignIn: 'POST /api/v1/demo/sign-in',
  staffSignIn: 'POST /api/v1/sign-in/staff',
  requestCode: 'POST /api/v1/sign-in/code',
  residentSignIn: 'POST /api/v1/sign-in/resident',
  signOut: 'POST /api/v1/sign-out',
  setPreferences: 'POST /api/v1/me/preferences',
  listSessions: 'GET /api/v1/me/sessions',
  revokeSession: 'POST /api/v1/me/sessions/{id}/revoke',
  changePassword: 'POST /api/v1/me/password',
  startTotp: 'POST /api/v1/me/totp/start',
  confirmTotp: 'POST /api/v1/me/totp/confirm',
  removeTotp: 'POST /api/v1/me/totp/remove',
  listMyAccess: 'GET /api/v1/me/access',
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
  listMyHomes: 'GET /api/v1/me/homes',

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
  uploadFile: 'POST /api/v1/files',
  readFile: 'GET /api/v1/files/{id}',
  uploadPublicFile: 'POST /api/v1/public/files',

  // messaging
  listNotifications: 'GET /api/v1/me/notifications',
  markNotificationsRead: 'POST /api/v1/me/notifications/read',

  // cases
  openCase: 'POST /api/v1/cases',
  suggestCase: 'POST /api/v1/cases/suggest',
  followCase: 'POST /api/v1/cases/{id}/follow',
  readTriage: 'GET /api/v1/communities/{communityId}/triage',
  listCases: 'GET /api/v1/cases',
  countCases: 'GET /api/v1/cases/counts',
  readCase: 'GET /api/v1/cases/{id}',
  acceptCase: 'POST /api/v1/cases/{id}/accept',
  assignCase: 'POST /api/v1/cases/{id}/assign',
  replyToCase: 'POST /api/v1/cases/{id}/reply',
  noteOnCase: 'POST /api/v1/cases/{id}/note',
  supplementCase: 'POST /api/v1/cases/{id}/supplement',
  pauseCase: 'POST /api/v1/cases/{id}/pause',
  resumeCase: 'POST /api/v1/cases/{id}/resume',
  resolveCase: 'POST /api/v1/cases/{id}/resolve',
  declineCase: 'POST /api/v1/cases/{id}/decline',
  confirmCase: 'POST /api/v1/cases/{id}/confirm',
  rejectCase: 'POST /api/v1/cases/{id}/reject',
  rateCase: 'POST /api/v1/cases/{id}/rate',
  cancelCase: 'POST /api/v1/cases/{id}/cancel',
  acknowledgeCase: 'POST /api/v1/cases/{id}/acknowledge',
  listPolicies: 'GET /api/v1/communities/{communityId}/policies',
  publishPolicy: 'POST /api/v1/communities/{communityId}/policies',
  readPlaceCode: 'POST /api/v1/public/places/read',
  openPublicCase: 'POST /api/v1/public/cases',
  readPublicCase: 'POST /api/v1/public/cases/read',
  supplementPublicCase: 'POST /api/v1/public/cases/supplement',
  answerPublicCase: 'POST /api/v1/public/cases/answer',

  // insight
  readToday: 'GET /api/v1/communities/{communityId}/boards/today',
  readFigures: 'GET /api/v1/communities/{communityId}/boards/figures',
  listFigureCases: 'GET /api/v1/communities/{communityId}/boards/cases',
  compareCommunities: 'GET /api/v1/boards/communities',
} as const

export type EndpointName = keyof typeof routes

import type { entrance as source } from '../zh-Hans/entrance.ts'

export const entrance = {
  'resident.signIn.title': 'Enter my community',
  'resident.signIn.lead': 'With the phone number that the property office knows',
  'resident.signIn.phone': 'Phone number',
  'resident.signIn.code': 'Code (6 digits)',
  'resident.signIn.ask': 'Send me a code',
  'resident.signIn.askAgain': 'Send a new code',
  'resident.signIn.again': 'New code in {seconds} s',
  'resident.signIn.sent':
    'If this number is registered, a code is on its way. Please look at your text messages.',
  'resident.signIn.demoCode': 'The demo sends no messages. The code is {code}',
  'resident.signIn.noSms':
    'Text messages can not be sent right now. Please come to the front desk: they check who you are and give you a code to enter below.',
  'resident.signIn.counter': 'A code from the front desk goes here too',
  'resident.signIn.needPhone': 'Please enter the phone number that the property office knows',
  'resident.signIn.needCode': 'Please enter the six digits of the code',
  'resident.signIn.enter': 'Sign in',
  'resident.signIn.foot': 'No number registered? The front desk does that for you.',
  'resident.demo.title': 'Demo community',
  'resident.demo.lead': 'People and homes are made up. One press and you are in.',
  'resident.demo.resident': 'Enter as an owner',
  'resident.demo.tenant': 'Enter as a tenant',
  'resident.staff.title': '{name}, this is the residents’ page',
  'resident.staff.text':
    'You are signed in as staff. To see the residents’ side, sign out first and sign in with a resident’s phone number.',
  'resident.staff.leave': 'Sign out of the staff account',
} as const satisfies Record<keyof typeof source, string>

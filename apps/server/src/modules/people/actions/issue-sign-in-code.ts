import { issueCounterCode } from '#modules/identity'
import { read } from '#platform/context'
import type { Context } from '#platform/context'
import { refuseField } from '#platform/refusal'
import { personInReach } from '../access.ts'

/**
 * A sign-in code for a resident whose identity was checked at the counter. Repeating it makes another code and ends
 * the one before, so it is not remembered as an act: the code must lie nowhere readable.
 */
export async function issueSignInCode(context: Context, personId: string) {
  return read(context, async (tx) => {
    const { phone } = await personInReach(context, tx, 'people.change', personId)
    if (phone === null) throw refuseField('phone', 'required', 'phone_invalid')
    return issueCounterCode(tx, context, phone)
  })
}

import { createHash } from 'node:crypto'

/**
 * The fictional company and its community. Their ids never change: a database that holds the company is a
 * demonstration, one that holds any other is somebody's business and no demonstration moves in there.
 */
export const demoOrganizationId = '01970000-0000-7000-8000-00000000de70'
export const demoCommunityId = '01970000-0000-7000-8000-00000000de71'
export const demoOrganizationName = '掌柜示范物业'
export const demoCommunityName = '云栖花园'

/** The equally fictional company whose communities hold cases for measuring. */
export const bulkOrganizationId = '01970000-0000-7000-8000-00000000b01c'

/** The id of a procedure of the demonstration by its key, the same on every machine. */
export function procedureIdOf(key: string): string {
  const digest = createHash('sha256').update(`procedure/${key}`).digest('hex')
  return `01970000-0000-7000-8000-${digest.slice(0, 12)}`
}

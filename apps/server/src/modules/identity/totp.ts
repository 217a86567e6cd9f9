import { generateSecret, generateURI, verifySync } from 'otplib'

const period = 30

export const newTotpSecret = (): string => generateSecret()

/** What an authenticator app reads from a QR code. */
export const totpUri = (it: { issuer: string; login: string; secret: string }): string =>
  generateURI({ issuer: it.issuer, label: it.login, secret: it.secret, period })

/**
 * The 30-second step that a code belongs to, one step early or late included; undefined when it is none of
 * the three. Steps are counted from 1970, so that a step used once can be refused from then on.
 */
export function totpStep(secret: string, code: string, now: string): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(globalThis.Date.parse(now) / 1000)
  const result = verifySync({ secret, token: code, epoch, epochTolerance: period, period })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

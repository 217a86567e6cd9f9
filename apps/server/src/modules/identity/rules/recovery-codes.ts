// Crockford's alphabet: no I, L, O or U, which people misread.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten random bytes (80 bits) as people write them down: four groups of four characters. */
export function writeRecoveryCode(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let at = 0; at < 16; at += 1) {
    text = letters.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return text.match(/.{4}/g)?.join('-') ?? text
}

/** A recovery code as it is compared: without spaces and dashes, misread letters put right. */
export function plainRecoveryCode(text: string): string {
  return text.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
}

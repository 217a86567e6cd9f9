// What people choose most, here and elsewhere, from ten characters on; shorter ones are refused anyway.
const common = [
  'password',
  'passw0rd',
  'iloveyou',
  'woaini',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx',
  '1q2w3e4r',
  'qazwsxedc',
  'administrator',
  'admin',
  'welcome',
  'letmein',
  'superman',
  'sunshine',
  'football',
  'princess',
  'abc123',
  'a123456',
  '5201314',
  '1314520',
  '147258369',
  '123123',
  '112233',
  '123321',
  'zhanggui',
  'wuye',
]

const runs = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

/** The shortest password taken, in UTF-16 units. */
export const shortestPassword = 10

/**
 * Whether a password is too easy to guess: shorter than ten characters; fewer than five different ones; made
 * of the login or name, of words everybody uses or of keyboard runs, with next to nothing added.
 */
export function isWeakPassword(password: string, of: { login: string; name: string }): boolean {
  const plain = password.toLowerCase()
  if (password.length < shortestPassword || new Set(plain).size < 5) return true
  const own = [of.login, ...of.login.split(/[._-]/), of.name].filter((it) => it.length >= 2)
  const known = [...own.map((it) => it.toLowerCase()), ...common].toSorted((a, b) => b.length - a.length)
  return leftOf(plain, known) < 6
}

/** How many characters are left when known words and runs of four or more neighbours are taken out. */
function leftOf(plain: string, known: string[]): number {
  let rest = plain
  for (const word of known) rest = rest.replaceAll(word, '\n')
  let left = 0
  for (let at = 0; at < rest.length;) {
    const run = runFrom(rest, at)
    if (run >= 4) at += run
    else {
      if (rest[at] !== '\n') left += 1
      at += 1
    }
  }
  return left
}

/** The length of the run of neighbours (up, down, or one character again and again) that starts here. */
function runFrom(text: string, at: number): number {
  let longest = 1
  for (const line of runs.flatMap((it) => [it, [...it].toReversed().join('')])) {
    let length = 1
    while (at + length < text.length && line.includes(text.slice(at, at + length + 1))) length += 1
    longest = Math.max(longest, length)
  }
  let same = 1
  while (text[at + same] === text[at] && at + same < text.length) same += 1
  return Math.max(longest, same)
}

import { setTimeout as sleep } from 'node:timers/promises'
import { v7 } from 'uuid'

export type Acknowledged = {
  opened: Map<string, { number: string }>
  noted: Map<string, { caseId: string; text: string; version: number }>
  tries: number
  attempted: Set<string>
}

/**
 * Somebody at the counter who opens cases and leaves notes on them, one after the other. An act without an
 * answer is sent again with the same key until it is answered; only then the next begins.
 */
export async function write(
  address: string,
  token: string,
  name: string,
  going: () => boolean,
  done: Acknowledged,
): Promise<void> {
  const mine: string[] = []
  for (let turn = 0; going(); turn += 1) {
    const key = v7()
    const caseId = mine[turn % 7]
    if (turn % 3 === 0 || caseId === undefined) {
      const text = `${name} 报修 ${turn} ${key}`
      done.attempted.add(text)
      const answer = await insist(
        address,
        token,
        '/api/v1/cases',
        key,
        { id: key, kind: 'repair', text },
        done,
      )
      done.opened.set(key, { number: answer.number })
      mine.unshift(key)
    } else {
      const text = `${name} 备注 ${turn} ${key}`
      done.attempted.add(text)
      const answer = await insist(address, token, `/api/v1/cases/${caseId}/note`, key, { text }, done)
      done.noted.set(key, { caseId, text, version: answer.version })
    }
  }
}

async function insist(
  address: string,
  token: string,
  path: string,
  key: string,
  body: object,
  done: Acknowledged,
): Promise<{ number: string; version: number }> {
  for (let turn = 0; turn < 2000; turn += 1) {
    done.tries += 1
    const answer = await fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie: `zhanggui=${token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (answer?.status === 200 && text) return JSON.parse(text) as { number: string; version: number }
    // Away or restarting: ask again. Anything else is a wrong answer and must be seen.
    if (answer && answer.status !== 503) throw new Error(`${path} answered ${answer.status}: ${text}`)
    await sleep(20 + Math.random() * 60)
  }
  throw new Error(`${path} was never answered`)
}

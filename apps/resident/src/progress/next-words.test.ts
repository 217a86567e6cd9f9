import { createTranslator, formatDeadline, formatDuration, type MessagesOf } from '@zhanggui/messages'
import { caseStatuses, clockKinds, pauseReasons } from '@zhanggui/contract/words'
import { describe, expect, it } from 'vitest'
import { chinese } from '../settings/catalogues.ts'
import { clockTone, nextWords, promiseWords, waitsForMe, type Standing } from './next-words.ts'

const t = createTranslator<MessagesOf<'words' | 'ui' | 'resident'>>('zh-Hans', chinese)
const tell = {
  deadline: (iso: string, now: string) => formatDeadline(iso, now, 'zh-Hans', 'Asia/Shanghai'),
  duration: (seconds: number) => formatDuration(seconds, 'zh-Hans'),
}
const now = '2026-11-23T02:52:00.000Z'
const due = (at: string, kind: (typeof clockKinds)[number] = 'resolve') => ({ kind, at })
const standing = (more: Partial<Standing> = {}): Standing => ({
  status: 'open',
  kind: 'repair',
  assignee: null,
  pausedFor: null,
  due: null,
  ...more,
})

describe('what happens next, in the resident’s words', () => {
  it('names who is on it', () => {
    expect(nextWords(t, standing({ assignee: { id: '1', name: '张建国' } }))).toBe('张建国正在办')
    expect(nextWords(t, standing())).toBe('已受理，正在安排师傅')
    expect(nextWords(t, standing({ kind: 'complaint' }))).toBe('已受理，正在办')
  })

  it('says for every status and every pause something that is no machine word', () => {
    for (const status of caseStatuses) {
      for (const pausedFor of [null, ...pauseReasons]) {
        expect(nextWords(t, standing({ status, pausedFor }))).toMatch(/^\p{Script=Han}/u)
      }
    }
  })

  it('promises only where a clock runs', () => {
    expect(promiseWords(t, tell, now, standing())).toBeNull()
    expect(promiseWords(t, tell, now, standing({ due: due('2026-11-23T07:00:00.000Z') }))).toEqual({
      words: '我们承诺 今天 15:00 前办结',
      late: false,
    })
  })

  it('does not hide that a promise is over', () => {
    for (const kind of clockKinds) {
      const late = promiseWords(t, tell, now, standing({ due: due('2026-11-23T02:10:00.000Z', kind) }))
      expect(late?.late).toBe(true)
      expect(late?.words).toContain('已经晚了 42 分')
    }
  })

  it('calls a promise that has just run out a minute late, not nought seconds', () => {
    expect(promiseWords(t, tell, now, standing({ due: due('2026-11-23T02:51:55.000Z') }))?.words).toContain(
      '1 分',
    )
  })

  it('tells when a paused case goes on', () => {
    const paused = standing({
      status: 'paused',
      pausedFor: 'awaiting-parts',
      resumeAt: '2026-11-24T01:00:00.000Z',
    })
    expect(promiseWords(t, tell, now, paused)?.words).toBe('预计 明天 09:00 继续')
  })

  it('waits for the reporter to confirm or to answer, and for nothing else', () => {
    expect(waitsForMe({ status: 'resolved', pausedFor: null })).toBe(true)
    expect(waitsForMe({ status: 'paused', pausedFor: 'awaiting-resident' })).toBe(true)
    expect(waitsForMe({ status: 'paused', pausedFor: 'awaiting-parts' })).toBe(false)
    expect(waitsForMe({ status: 'open', pausedFor: null })).toBe(false)
  })
})

const clock = (from: string, at: string) => ({
  kind: 'resolve' as const,
  at,
  startedAt: from,
  budgetSeconds: 60,
})

describe('the ring beside a promise', () => {
  it('is calm, then soon in the last two hours of the last quarter, then late', () => {
    expect(clockTone(clock('2026-11-23T02:00:00.000Z', '2026-11-23T06:00:00.000Z'), now).tone).toBe('ok')
    expect(clockTone(clock('2026-11-22T02:00:00.000Z', '2026-11-23T04:00:00.000Z'), now).tone).toBe('soon')
    expect(clockTone(clock('2026-11-22T02:00:00.000Z', '2026-11-23T02:52:00.000Z'), now).tone).toBe('late')
  })

  it('shows the share that is used up, and never less than all of it when late', () => {
    expect(clockTone(clock('2026-11-23T02:22:00.000Z', '2026-11-23T03:22:00.000Z'), now).used).toBe(0.5)
    expect(clockTone(clock(now, now), now)).toEqual({ used: 1, tone: 'late' })
  })
})

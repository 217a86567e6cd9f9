import { describe, expect, it } from 'vitest'
import { ConfigProblem, describeSettings, readConfig } from '../../src/platform/config.ts'

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env, { demo: false })
    return []
  } catch (error) {
    if (error instanceof ConfigProblem) return error.lines
    throw error
  }
}

describe('the settings', () => {
  it('have defaults that run on one’s own machine', () => {
    expect(readConfig({}, { demo: false })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      demo: false,
    })
  })

  it('name every variable that is wrong, with what it means, all at once', () => {
    const lines = problemsOf({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      METRICS_TOKEN: 'short',
    })
    expect(lines).toHaveLength(4)
    for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'METRICS_TOKEN']) {
      expect(
        lines.filter((it) => it.includes(`${name}:`)),
        name,
      ).toHaveLength(1)
    }
    expect(lines.join()).toContain('port to serve on')
  })

  it('take an empty variable for an absent one', () => {
    expect(problemsOf({ PORT: '', DATABASE_URL: '' })).toEqual([])
  })

  it('can not turn the demo on: only the command line can', () => {
    expect(
      readConfig({ DEMO: 'true', ZHANGGUI_DEMO: '1', ZHANGGUI_MODE: 'demo' }, { demo: false }).demo,
    ).toBe(false)
  })

  it('all say what they mean', () => {
    for (const it of describeSettings()) expect(it.meaning, it.name).not.toBe('')
  })
})

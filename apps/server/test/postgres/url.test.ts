import { Client } from 'pg'
import { expect, test } from 'vitest'
import { describeUrl, socketUrl, withDatabase, withUser } from '../../src/platform/postgres/url.ts'

/** How `pg` understands an address. */
function understood(url: string): object {
  const { user, password, database, host, port } = new Client({ connectionString: url })
  return { user, password, database, host, port }
}

test('a socket address reaches pg as it was meant, whatever the directory is called', () => {
  for (const directory of ['/run/zhanggui', '/home/张三/掌柜 数据/100% a+b&c=d?e#f']) {
    expect(understood(socketUrl('zhanggui_owner', 'zhanggui', directory))).toMatchObject({
      user: 'zhanggui_owner',
      database: 'zhanggui',
      host: directory,
    })
  }
})

test('changing user and password keeps everything else, in every form an address is written in', () => {
  const forms = [
    'postgres://owner:p%40ss@db.example:6000/base?sslmode=disable',
    'postgres://db.example:6000/base?user=owner&password=secret',
    'postgres://owner@/base?host=/run/postgresql&port=6000',
    'postgresql:///base?host=/run/postgresql&port=6000&user=owner',
  ]
  for (const form of forms) {
    const before = understood(form)
    const changed = withUser(form, 'zhanggui_app', 'a b:@/?#%密')
    expect(understood(changed)).toEqual({ ...before, user: 'zhanggui_app', password: 'a b:@/?#%密' })
    expect(understood(withDatabase(changed, 'other'))).toMatchObject({
      user: 'zhanggui_app',
      database: 'other',
    })
    expect(withUser(changed, 'x', undefined)).not.toMatch(/%E5%AF%86/)
  }
  expect(withUser(forms[0] ?? '', 'x', 'y')).toContain('sslmode=disable')
})

test('an address is shown to people without its password', () => {
  expect(describeUrl('postgres://owner:secret@db.example:6000/base?sslmode=require')).toBe(
    'owner@db.example:6000/base',
  )
  expect(describeUrl('postgres://owner@/base?host=/run/postgresql&password=secret')).toBe(
    'owner@/run/postgresql/base',
  )
})

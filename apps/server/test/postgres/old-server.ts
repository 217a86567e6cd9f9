import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/**
 * A PostgreSQL 14.9 as far as its first answer goes. None can be installed beside the 15 of the system, so this
 * speaks just enough of the protocol: it lets everybody in and answers each query with one row.
 */
export async function oldServer(): Promise<{ port: number; close: () => void }> {
  const row = { version: '14.9', number: '140009', encoding: 'UTF8' }
  const columns = Object.keys(row).map((name) =>
    Buffer.concat([Buffer.from(`${name}\0`), Buffer.alloc(6), integer(25, 4), Buffer.alloc(8)]),
  )
  const values = Object.values(row).map((value) =>
    Buffer.concat([integer(value.length, 4), Buffer.from(value)]),
  )
  const ready = message('Z', Buffer.from('I'))
  const answer = Buffer.concat([
    message('T', integer(columns.length, 2), ...columns),
    message('D', integer(values.length, 2), ...values),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ])
  const server = createServer((socket) => {
    let greeted = false
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      if (!greeted) socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      else if (data[0] === 'Q'.charCodeAt(0)) socket.write(answer)
      greeted = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type), integer(body.length + 4, 4), body])
}

function integer(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeIntBE(value, 0, bytes)
  return buffer
}

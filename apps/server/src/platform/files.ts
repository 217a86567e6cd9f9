import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AwsClient } from 'aws4fetch'

/** Where bytes lie: named by content, written once, never changed. Local disk and S3 answer alike. */
export type FileStore = {
  put(key: string, bytes: Buffer, type: string): Promise<void>
  get(key: string): Promise<Buffer | undefined>
  describe(): string
}

/** The store named by `url` (s3+https://KEY:SECRET@host/bucket?region=…), else a folder. */
export function openFileStore(options: { url: string | undefined; directory: string }): FileStore {
  return options.url ? s3Store(new URL(options.url)) : diskStore(options.directory)
}

function diskStore(directory: string): FileStore {
  return {
    async put(key, bytes) {
      const path = join(directory, key)
      if (await stat(path).catch(() => undefined)) return
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      // Written beside and renamed, so that a file under its name is always whole.
      const part = `${path}.${process.pid}.${performance.now()}.part`
      await writeFile(part, bytes, { mode: 0o600, flush: true })
      await rename(part, path)
    },
    async get(key) {
      return readFile(join(directory, key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
    },
    describe: () => directory,
  }
}

function s3Store(url: URL): FileStore {
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: 's3',
    region: url.searchParams.get('region') ?? 'us-east-1',
    retries: 3,
  })
  const protocol = url.protocol === 's3+http:' ? 'http:' : 'https:'
  const base = `${protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`
  return {
    async put(key, bytes, type) {
      const answer = await client.fetch(`${base}/${key}`, {
        method: 'PUT',
        body: new Uint8Array(bytes),
        headers: { 'content-type': type },
      })
      if (!answer.ok) throw new Error(`the file store answered ${answer.status} to PUT`)
    },
    async get(key) {
      const answer = await client.fetch(`${base}/${key}`)
      if (answer.status === 404) return undefined
      if (!answer.ok) throw new Error(`the file store answered ${answer.status} to GET`)
      return Buffer.from(await answer.arrayBuffer())
    },
    describe: () => base,
  }
}

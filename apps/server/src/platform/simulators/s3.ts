import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'

export type S3Simulator = { url: string; kept: Map<string, Buffer>; close(): Promise<void> }

/**
 * A store that speaks enough of S3 to be real to us: PUT and GET of objects, with AWS Signature Version 4
 * checked as a server checks it. A request with a wrong signature or a body other than the signed one gets 403.
 */
export async function startS3(options: {
  accessKey: string
  secretKey: string
  bucket: string
  region: string
}): Promise<S3Simulator> {
  const kept = new Map<string, Buffer>()
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = new URL(request.url ?? '/', 'http://s3').pathname
      const refuse = (status: number, code: string) =>
        response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`)
      if (!isSigned(request, path, body, options)) return refuse(403, 'SignatureDoesNotMatch')
      if (!path.startsWith(`/${options.bucket}/`)) return refuse(404, 'NoSuchBucket')
      if (request.method === 'PUT') {
        kept.set(path, body)
        return response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end()
      }
      const found = kept.get(path)
      return found ? response.writeHead(200).end(found) : refuse(404, 'NoSuchKey')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const user = `${encodeURIComponent(options.accessKey)}:${encodeURIComponent(options.secretKey)}`
  return {
    url: `s3+http://${user}@127.0.0.1:${port}/${options.bucket}?region=${options.region}`,
    kept,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const sha256 = (it: Buffer | string): string => createHash('sha256').update(it).digest('hex')
const hmac = (key: Buffer | string, it: string): Buffer => createHmac('sha256', key).update(it).digest()

/** AWS Signature Version 4, the header form: canonical request, string to sign, derived key. */
function isSigned(
  request: IncomingMessage,
  path: string,
  body: Buffer,
  options: { accessKey: string; secretKey: string; region: string },
): boolean {
  const header =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    )
  if (!header) return false
  const [, key, date = '', region = '', names = '', signature] = header
  if (key !== options.accessKey || region !== options.region) return false
  const said = String(request.headers['x-amz-content-sha256'] ?? '')
  if (said !== 'UNSIGNED-PAYLOAD' && said !== sha256(body)) return false
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const canonical = [request.method, path, '', headers.join(''), names, said].join('\n')
  const scope = `${date}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const signing = hmac(hmac(hmac(hmac(`AWS4${options.secretKey}`, date), region), 's3'), 'aws4_request')
  return hmac(signing, toSign).toString('hex') === signature
}

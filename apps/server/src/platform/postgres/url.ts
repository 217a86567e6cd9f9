/**
 * The address of a database behind a Unix socket. The host part says `localhost` only because an address with a
 * user and an empty host is not a URL for most tools; `host` in the query is what counts, for `pg` and for libpq.
 */
export function socketUrl(user: string, database: string, socketDirectory: string): string {
  const directory = encodeURIComponent(socketDirectory)
  return `postgres://${encodeURIComponent(user)}@localhost/${encodeURIComponent(database)}?host=${directory}`
}

/** The same address for another user; `password` undefined means without one. */
export function withUser(url: string, user: string, password: string | undefined): string {
  const address = parse(url)
  address.searchParams.delete('user')
  address.searchParams.delete('password')
  if (address.hostname === '') {
    // A URL without a host cannot carry a user before it; the query can.
    address.searchParams.set('user', user)
    if (password !== undefined) address.searchParams.set('password', password)
    return address.href
  }
  address.username = encodeURIComponent(user)
  address.password = password === undefined ? '' : encodeURIComponent(password)
  return address.href
}

/** The same address for another database of the same server. */
export function withDatabase(url: string, database: string): string {
  const address = parse(url)
  address.pathname = `/${encodeURIComponent(database)}`
  return address.href
}

/** `user@host:port/database` for messages: never the password. */
export function describeUrl(url: string): string {
  const address = parse(url)
  const query = address.searchParams
  const user = query.get('user') ?? decodeURIComponent(address.username)
  const host = query.get('host') ?? decodeURIComponent(address.hostname)
  const port = query.get('port') ?? address.port
  return `${user}@${host === '' ? 'localhost' : host}${port === '' ? '' : `:${port}`}${decodeURIComponent(address.pathname)}`
}

function parse(url: string): URL {
  // `postgres://user@/database?host=…` is what PostgreSQL's own documents write, but not a URL by the web's rules.
  return URL.canParse(url) ? new URL(url) : new URL(url.replace('@/', '@localhost/'))
}

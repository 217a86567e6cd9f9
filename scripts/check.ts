import { spawn } from 'node:child_process'

const workspaces = [
  'packages/contract',
  'packages/rules',
  'packages/messages',
  'packages/client',
  'packages/ui',
  'apps/server',
  'apps/console',
  'apps/resident',
  'apps/resident/worker',
]
const bin = 'node_modules/.bin'

/** What must hold of the code itself: types, lint, format, dead code, architecture. Each says nothing when all is well. */
const checks: [string, string[]][] = [
  ...workspaces.map((it): [string, string[]] => [`types ${it}`, [`${bin}/tsc`, '-p', `${it}/tsconfig.json`]]),
  ['types tests and scripts', [`${bin}/tsc`, '-p', 'tsconfig.json']],
  ['lint', [`${bin}/oxlint`, '--type-aware', '--quiet', 'apps', 'packages', 'scripts', 'bench', 'e2e']],
  ['format', [`${bin}/oxfmt`, '--check']],
  ['dead code', [`${bin}/knip`]],
  ['architecture', [`${bin}/vitest`, 'run', '--project', 'architecture', '--reporter', 'dot']],
]

function run([name, [command = '', ...args]]: [string, string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (it: Buffer) => (output += it.toString()))
    child.stderr.on('data', (it: Buffer) => (output += it.toString()))
    child.once('exit', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} ${((performance.now() - began) / 1000).toFixed(1)} s`)
      if (code !== 0) console.log(output)
      resolve(code === 0)
    })
  })
}

// Two at a time: each of them uses several threads by itself.
const queue = [...checks]
const results: boolean[] = []
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) results.push(await run(next))
}
await Promise.all([worker(), worker()])
process.exit(results.every(Boolean) ? 0 : 1)

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = join(root, '.tmp/test-results.json')

/** What the tests need beside npm's packages: a browser with Chinese letters, and a second, external PostgreSQL. */
const needed: { package: string; there: () => boolean }[] = [
  { package: 'chromium', there: () => existsSync('/usr/bin/chromium') },
  { package: 'fonts-noto-cjk', there: () => existsSync('/usr/share/fonts/opentype/noto') },
  {
    package: 'postgresql',
    there: () => existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0,
  },
]

function installMissing(): void {
  const missing = needed.filter((it) => !it.there()).map((it) => it.package)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(
      `The tests need Debian packages that are not here: ${missing.join(' ')}\nInstall them: apt-get install ${missing.join(' ')}`,
    )
    process.exit(1)
  }
  console.log(`Installing through apt what the tests need: ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Runs one stage; its output goes to the terminal. */
function stage(name: string, command: string, args: string[]): boolean {
  console.log(`\n== ${name}`)
  const began = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1' },
  })
  console.log(
    `== ${name}: ${status === 0 ? 'good' : 'failed'}, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  return status === 0
}

installMissing()
mkdirSync(join(root, '.tmp'), { recursive: true })
rmSync(results, { force: true })
const node = process.execPath
const stages = [
  stage('web apps', node, ['scripts/build.ts', '--if-stale']),
  stage('check', node, ['scripts/check.ts']),
  stage('tests', node, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...process.argv.slice(2),
  ]),
]
const counted = existsSync(results)
  ? (JSON.parse(readFileSync(results, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numFailedTestSuites: number
    })
  : { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0 }
// A stage that failed without a failing test (a file that would not load, types, lint) counts as one failure each.
const failed =
  counted.numFailedTests +
  stages.filter((it) => !it).length -
  (stages[2] === false && counted.numFailedTests > 0 ? 1 : 0)
console.log(`\n${counted.numPassedTests} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

import { describeSettings } from '../../apps/server/src/platform/config.ts'
import { madeBy, table } from './table.ts'

/** Every environment variable the program reads. */
export function settingsPage(): string {
  const rows = describeSettings().map((it) => [
    `\`${it.name}\``,
    it.fallback === '' ? '' : `\`${it.fallback}\``,
    it.meaning,
  ])
  return `${madeBy}

# 设置 Settings

环境变量，启动时检查一次；空值等于没有设置。
Environment variables, checked once at start; an empty one counts as absent.

${table(['变量 Variable', '默认 Default', '含义 Meaning'], rows)}
`
}

import { networkInterfaces } from 'node:os'
import { demoRoles } from '@zhanggui/contract'
import type { Config } from '#platform/config'

const say: Record<(typeof demoRoles)[number], string> = {
  resident: '业主 resident',
  tenant: '租户 tenant',
  agent: '客服 agent',
  dispatcher: '调度 dispatcher',
  worker: '工程师傅 worker',
  manager: '项目经理 manager',
  finance: '财务 finance',
  'head-office': '总部 head office',
  committee: '业委会 committee',
  auditor: '审计 auditor',
}

/** What the terminal says once the program answers. */
export function addresses(address: string, config: Config, seconds: number): string {
  const port = new URL(address).port
  const home = config.publicUrl ?? `http://localhost:${port}`
  const lines = [
    '',
    `掌柜已启动，用时 ${seconds.toFixed(1)} 秒  Zhanggui is running`,
    '',
    `  服务台 Desk      ${home}/desk/`,
    `  住户端 Residents ${home}/app/`,
    `  接口 API         ${home}/api/`,
  ]
  if (config.host === '0.0.0.0')
    lines.push(...networkAddresses(port).map((it) => `  手机 Phone       ${it}/app/`))
  if (config.demo) {
    lines.push(
      '',
      '  演示小区：登录页可一键扮演  One-click sign-in as',
      `  ${demoRoles.map((role) => say[role]).join(' · ')}`,
    )
  }
  return [...lines, ''].join('\n')
}

function networkAddresses(port: string): string[] {
  return Object.values(networkInterfaces())
    .flatMap((it) => it ?? [])
    .filter((it) => it.family === 'IPv4' && !it.internal)
    .map((it) => `http://${it.address}:${port}`)
}

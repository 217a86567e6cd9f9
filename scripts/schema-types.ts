import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Columns whose check constraint is one of the contract's closed lists (or a list of their own). */
const closedLists: Record<string, string> = {
  'CasesCase.status': 'CaseStatus',
  'CasesCase.kind': 'CaseKind',
  'CasesCase.urgency': 'Urgency',
  'CasesCase.channel': 'Channel',
  'CasesCase.place_kind': 'PlaceKind | null',
  'CasesCase.alarm': 'AlarmState | null',
  'CasesCase.due_kind': 'ClockKind | null',
  'CasesCase.paused_for': 'PauseReason | null',
  'CasesCase.closure_basis': 'ClosureBasis | null',
  'CasesCase.closing_code': 'ClosingCode | null',
  'CasesCase.appeal': 'AppealState | null',
  'CasesDispatch.raised_why': 'RaiseReason | null',
  'CasesDispatch.lead_team': 'Team | null',
  'CasesHandover.state': "Generated<'offered' | 'taken' | 'refused'>",
  'CasesCoHandler.team': 'Team',
  'CasesDispute.from_team': 'Team',
  'CasesDispute.proposed_team': 'Team',
  'CasesDispute.ruling': "'upheld' | 'dismissed' | null",
  'CasesCaseEvent.kind': 'CaseEventKind',
  'CasesCaseEvent.channel': 'Channel | null',
  'CasesCaseEvent.actor_kind': "'staff' | 'resident' | 'system'",
  'CasesEscalation.subject': 'EscalationSubject',
  'CasesClock.kind': 'ClockKind',
  'CasesClock.verdict': 'ClockVerdict',
  'CasesWorkOrder.state': 'Generated<WorkState>',
  'CasesWorkEntry.kind': 'WorkEntryKind',
  'CasesPromise.evidence': 'PromiseEvidence',
  'CasesPromise.state': 'PromiseState',
  'CasesPromise.change_state': 'PromiseChangeState | null',
  'CasesQuoteAnswer.answer': 'QuoteAnswer',
  'EstatePlace.kind': 'PlaceKind',
  'EstateHome.use': 'HomeUse',
  'WorkforceTeamLeader.team': 'Team',
  'WorkforceSkill.skill': 'Skill',
  'WorkforceLeave.kind': 'LeaveKind',
  'PeopleResidency.role': 'ResidentRole',
  'PeopleConsent.kind': 'ConsentKind',
  'PeopleRoster.state': "'previewed' | 'applied'",
  'IdentityAccount.kind': "'staff' | 'resident'",
  'IdentityAccount.state': "Generated<'invited' | 'active' | 'left'>",
  'IdentityAccount.locale': 'Generated<Locale>',
  'IdentityAppointment.role': 'StaffRole',
  'IdentityAppointment.team': 'Team',
  'MessagingInteraction.channel': 'Channel',
  'MessagingInteraction.direction': "'in' | 'out'",
  'MessagingDelivery.kind': 'NotificationKind',
  'MessagingDelivery.channel': "'app'",
  'MessagingDelivery.state': "Generated<'queued' | 'delivered' | 'read' | 'failed'>",
}

const words = [...new Set(Object.values(closedLists).flatMap((it) => it.match(/\b[A-Z]\w+/g) ?? []))]
  .filter((it) => it !== 'Generated')
  .toSorted()

/**
 * TypeScript types of the tables at `ownerUrl`: kysely-codegen's, with the closed lists put in. Instants and
 * dates are strings, bigint is bigint. Throws when a listed column is not there, so that the list stays true.
 */
export function schemaTypes(ownerUrl: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-types-'))
  const file = join(folder, 'schema.ts')
  try {
    execFileSync(
      process.execPath,
      [
        'node_modules/kysely-codegen/dist/cli/bin.js',
        ...['--dialect', 'postgres', '--url', ownerUrl, '--date-parser', 'string', '--log-level', 'error'],
        ...['--type-mapping', '{"timestamptz":"string","int8":"bigint"}'],
        ...['--include-pattern', '(platform|identity|estate|people|workforce|messaging|cases).*'],
        ...['--exclude-pattern', 'platform.migration', '--out-file', file],
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    let text = readFileSync(file, 'utf8')
    for (const [column, type] of Object.entries(closedLists)) {
      const [table = '', name = ''] = column.split('.')
      const before = text
      text = text.replace(
        new RegExp(`(export interface ${table} \\{[^}]*?\\n  ${name}: )[^\\n;]+;`),
        (_, head: string) => `${head}${type};`,
      )
      if (text === before && !text.includes(`  ${name}: ${type};`)) throw new Error(`no column ${column}`)
    }
    return text.replace(
      'import type { ColumnType } from "kysely";',
      `import type { ColumnType } from "kysely";\nimport type { ${words.join(', ')} } from "@zhanggui/contract/words";`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

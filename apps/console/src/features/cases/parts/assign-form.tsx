import { useQuery } from '@tanstack/react-query'
import type { Candidate, StaffMember, StaffRole, Team } from '@zhanggui/contract'
import { teams } from '@zhanggui/contract/words'
import { Avatar } from '@zhanggui/ui'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { api } from '../../../shared/api.ts'
import { candidatesQuery, staffQuery } from '../../../shared/queries.ts'
import { type Say, useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble, Loaded } from '../../../shared/states.tsx'
import { useAct } from '../data.ts'
import { type FormProps, StaleNotice } from './form-parts.tsx'
import { onSendKey } from './send-key.ts'

/** Those whose work it is to take cases on. */
const working: ReadonlySet<StaffRole> = new Set(['agent', 'dispatcher', 'worker', 'manager'])

/** Who can be sent, the likely team first, the least loaded first within a team. */
function candidates(
  staff: readonly StaffMember[],
  words: string,
  first: Team | undefined,
  say: Say,
): StaffMember[] {
  const order = (team: Team | null) =>
    team === first ? -1 : team === null ? teams.length : teams.indexOf(team)
  const wanted = words.trim().toLowerCase()
  return staff
    .filter((each) => each.state === 'active' && each.roles.some((role) => working.has(role)))
    .filter((each) => {
      if (wanted === '') return true
      const about = [each.name, each.login, ...each.roles.map((role) => say(`role.${role}`))]
      if (each.team) about.push(say(`team.${each.team}`))
      return about.some((part) => part.toLowerCase().includes(wanted))
    })
    .toSorted((a, b) => order(a.team) - order(b.team) || (a.openCases ?? 0) - (b.openCases ?? 0))
}

/** Why somebody is likely or not, in a few words: 在班 · 手上 2 件 · 上次修过这户. */
function reasons(it: Candidate, say: Say): string {
  return [
    say(it.onDuty ? 'desk.assign.onDuty' : 'desk.assign.offDuty'),
    say('desk.assign.inHand', { count: it.inHand }),
    ...(it.fits ? [say('desk.assign.fits')] : []),
    ...(it.wasHere ? [say('desk.assign.wasHere')] : []),
    ...(it.full ? [say('desk.assign.full')] : []),
    ...(it.refused ? [say('desk.assign.refused')] : []),
  ].join(' · ')
}

/** Picks who goes, by team and load, and says a word to them. */
export function AssignForm({ view, onDone, onCancel }: FormProps) {
  const say = useSay()
  const { community, me } = useSession()
  const staff = useQuery(staffQuery(community.id))
  const likely = useQuery(candidatesQuery(view.id))
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<string>()
  const [note, setNote] = useState('')
  const act = useAct(view, () => undefined)
  const shown = useMemo(() => {
    const found = candidates(
      staff.data?.items ?? [],
      words,
      view.kind === 'repair' ? 'engineering' : 'service',
      say,
    )
    // Likeliest first, as the server knows who is on duty and who was there before.
    const place = new Map(likely.data?.items.map((it, index) => [it.id, index]))
    return place.size === 0
      ? found
      : found.toSorted((a, b) => (place.get(a.accountId) ?? 999) - (place.get(b.accountId) ?? 999))
  }, [staff.data, likely.data, words, view.kind, say])
  const why = (accountId: string) => {
    const found = likely.data?.items.find((it) => it.id === accountId)
    return found ? reasons(found, say) : undefined
  }
  const chosen = shown.find((each) => each.accountId === picked) ?? (words === '' ? undefined : shown[0])

  const send = async (who = chosen) => {
    if (!who || act.busy) return
    const text = note.trim()
    const body = { assigneeId: who.accountId, ...(text === '' ? {} : { note: text }) }
    const sent = await act.run(JSON.stringify(body), ({ key, expectedVersion }) =>
      api.assignCase({ params: { id: view.id }, body: { ...body, expectedVersion }, key }),
    )
    if (sent) onDone('assign')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const at = shown.findIndex((each) => each === chosen)
      const next = shown[(at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length]
      setPicked(next?.accountId)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      void send()
    }
  }
  return (
    <div className="form" onKeyDown={onSendKey(() => void send(), onCancel)}>
      <Input
        autoFocus
        allowClear
        aria-label={say('desk.assign.find')}
        placeholder={say('desk.assign.find')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Loaded query={staff} shape="text" rows={3} small>
        {() =>
          shown.length === 0 ? (
            <p className="muted small">{say('desk.assign.nobody')}</p>
          ) : (
            <ul className="assign-list" aria-label={say('desk.assign.who')}>
              {shown.map((each) => (
                <li key={each.accountId}>
                  <button
                    type="button"
                    className="assign-one"
                    aria-pressed={each === chosen}
                    onClick={() => setPicked(each.accountId)}
                    onDoubleClick={() => void send(each)}
                  >
                    <Avatar name={each.name} kind="staff" />
                    <span className="assign-name">
                      {each.name}
                      {each.accountId === me.account.id && <em>{say('desk.assign.me')}</em>}
                    </span>
                    <span className="muted small">
                      {each.team
                        ? say(`team.${each.team}`)
                        : each.roles.map((role) => say(`role.${role}`)).join(' ')}
                    </span>
                    {why(each.accountId) && <span className="assign-why">{why(each.accountId)}</span>}
                    {each.openCases !== undefined && !why(each.accountId) && (
                      <span className="assign-load tabular">
                        {say('desk.assign.open', { count: each.openCases })}
                      </span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Input
        aria-label={say('desk.assign.note')}
        placeholder={say('desk.assign.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      {act.stale && <StaleNotice />}
      <ActTrouble error={act.error} />
      <div className="form-foot">
        <span className="form-to">{say('desk.assign.hint')}</span>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
        <Button type="primary" disabled={!chosen} loading={act.busy} onClick={() => void send()}>
          {chosen ? say('desk.assign.send', { name: chosen.name }) : say('desk.act.assign')}
        </Button>
      </div>
    </div>
  )
}

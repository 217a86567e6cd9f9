import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { caseKinds, urgencies, type CaseKind, type Urgency } from '@zhanggui/contract/words'
import { kindIcons } from '@zhanggui/ui'
import { Button, Drawer, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { api, ApiProblem, newId } from '../../../shared/api.ts'
import { useDraft } from '../../../shared/draft.ts'
import { useNarrow } from '../../../shared/media.ts'
import { PhotoField } from '../../../shared/photo-field.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { DangerNotice } from './danger-notice.tsx'
import { CallerField, type Caller } from './caller-field.tsx'
import { PlaceField, type ChosenPlace } from './place-field.tsx'
import { SameHome } from './same-home.tsx'
import { changesOf, Suggestions, useSuggestion } from './suggestions.tsx'
import { Choices } from './choices.tsx'
import './new-case.css'

type NewCase = {
  caller: Caller | null
  place: ChosenPlace | null
  text: string
  kind: CaseKind | ''
  urgency: Urgency
  photos: string[]
}
const urgencyTones: Record<Urgency, string | undefined> = {
  normal: undefined,
  urgent: 'soon',
  danger: 'danger',
}
const none: readonly ChosenPlace[] = []
const empty: NewCase = { caller: null, place: null, text: '', kind: '', urgency: 'normal', photos: [] }

/** A new case in half a minute on the keyboard: who, where, what, which kind. */
export function NewCaseDrawer({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const narrow = useNarrow()
  const { community } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [draft, change, clear] = useDraft<NewCase>(`new-case.${community.id}`, empty)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  // One id for the case as long as it is the same draft: a second press after a broken line opens no twin.
  const [id, setId] = useState(newId)

  // A repair is somewhere; a question or a word of praise need not be.
  const needsPlace = draft.place === null && draft.kind === 'repair'
  const missing = [
    draft.text.trim() === '' && say('desk.newCase.needText'),
    draft.kind === '' && say('desk.newCase.needKind'),
    needsPlace && say('desk.newCase.needPlace'),
  ].filter((each) => each !== false)

  const open = useMutation({
    mutationFn: () => {
      const { caller, place, kind } = draft
      if (kind === '') throw new Error('not ready')
      return api.openCase({
        key: id,
        body: {
          id,
          kind,
          text: draft.text.trim(),
          urgency: draft.urgency,
          photos: draft.photos,
          ...(place ? { placeId: place.id } : {}),
          communityId: community.id,
          ...(caller ? { onBehalfOf: onBehalf(caller) } : {}),
        },
      })
    },
    onSuccess: (receipt) => {
      clear()
      onClose()
      toast(say('desk.newCase.opened', { number: receipt.number }))
      void client.invalidateQueries({ queryKey: ['cases'] })
      void client.invalidateQueries({ queryKey: ['estate', 'chart'] })
      void navigate({ to: '/', search: (now) => ({ ...now, case: receipt.id }) })
    },
    onError: (error) => {
      // An answered refusal ends this id; a lost answer keeps it, so that trying again is the same act.
      if (error instanceof ApiProblem && !error.offline && error.status < 500) setId(newId())
    },
  })
  const suggestion = useSuggestion({
    text: draft.text,
    placeId: draft.place?.id,
    personId: draft.caller?.personId,
  })
  const changes = changesOf(suggestion, draft)
  const take = () => changes && change(changes)
  const submit = () => {
    setTried(true)
    if (missing.length === 0 && !open.isPending) open.mutate()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    }
    if (event.altKey && event.code === 'Digit0' && changes) {
      event.preventDefault()
      take()
      return
    }
    // Alt with a number chooses the kind from any field.
    const kind = event.altKey ? caseKinds[Number(event.code.replace('Digit', '')) - 1] : undefined
    if (kind !== undefined) {
      event.preventDefault()
      change({ kind })
    }
  }
  // The field that comes next may only be there after this change is drawn.
  const goOn = (field: string) =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(field)?.focus())

  return (
    <Drawer
      open
      size={narrow ? '100%' : 620}
      title={say('desk.newCase.title')}
      onClose={onClose}
      closable={{ 'aria-label': say('ui.close') }}
      footer={
        <div className="new-case-foot">
          <span className="muted small">
            {tried && missing.length > 0 ? (
              <em role="alert">{missing.join(say('desk.list.join'))}</em>
            ) : (
              say('desk.newCase.hint')
            )}
          </span>
          <Button
            onClick={() => {
              clear()
              setId(newId())
              setTried(false)
            }}
          >
            {say('desk.newCase.clear')}
          </Button>
          <Button type="primary" loading={open.isPending} onClick={submit}>
            {say('desk.newCase.open')} <kbd aria-hidden>Ctrl ⏎</kbd>
          </Button>
        </div>
      }
    >
      <div className="new-case" ref={form} onKeyDown={onKeyDown}>
        <DangerNotice text={draft.text} kind={draft.kind} onFound={() => change({ urgency: 'danger' })} />
        <Row label={say('desk.newCase.caller')}>
          <CallerField
            caller={draft.caller}
            place={draft.place}
            onChange={(caller, home) => {
              const placed = home !== undefined && draft.place === null
              change({ caller, ...(placed ? { place: home } : {}) })
              if (caller?.personId)
                goOn(placed || draft.place !== null ? 'textarea' : '.new-case-place input')
            }}
          />
        </Row>
        <Row label={say('desk.newCase.place')} missing={tried && needsPlace} className="new-case-place">
          <PlaceField
            place={draft.place}
            suggested={draft.caller?.homes ?? none}
            onChange={(place) => {
              change({ place })
              if (place) goOn('textarea')
            }}
          />
        </Row>
        <SameHome placeId={draft.place?.id} personId={draft.caller?.personId} onOpen={onClose} />
        <Row label={say('desk.newCase.words')} missing={tried && draft.text.trim() === ''}>
          <Input.TextArea
            aria-label={say('desk.newCase.words')}
            placeholder={say('desk.newCase.wordsHint')}
            value={draft.text}
            maxLength={2000}
            autoSize={{ minRows: 4, maxRows: 12 }}
            onChange={(event) => change({ text: event.target.value })}
          />
        </Row>
        <Suggestions suggestion={suggestion} changes={changes} onTake={take} onOpen={onClose} />
        <Row label={say('desk.newCase.kind')} missing={tried && draft.kind === ''}>
          <Choices
            label={say('desk.newCase.kind')}
            choices={caseKinds.map((kind, index) => ({
              value: kind,
              icon: kindIcons[kind],
              label: say(`case.kind.${kind}`),
              key: String(index + 1),
            }))}
            chosen={draft.kind}
            onChoose={(kind) => change({ kind })}
          />
        </Row>
        <Row label={say('desk.newCase.urgency')}>
          <Choices
            label={say('desk.newCase.urgency')}
            choices={urgencies.map((urgency) => ({
              value: urgency,
              label: say(`urgency.${urgency}`),
              tone: urgencyTones[urgency],
            }))}
            chosen={draft.urgency}
            onChoose={(urgency) => change({ urgency })}
          />
        </Row>
        <Row label={say('desk.newCase.photos')}>
          <PhotoField photos={draft.photos} onChange={(photos) => change({ photos })} />
        </Row>
        <ActTrouble error={open.error} />
      </div>
    </Drawer>
  )
}

function onBehalf(caller: Caller): { personId?: string; name?: string; phone?: string } {
  if (caller.personId) return { personId: caller.personId }
  return {
    ...(caller.name === '' ? {} : { name: caller.name }),
    ...(caller.phone ? { phone: caller.phone } : {}),
  }
}

function Row(props: { label: string; missing?: boolean; className?: string; children: ReactNode }) {
  return (
    <div className={`new-case-row ${props.className ?? ''}`} data-missing={props.missing || undefined}>
      <span className="new-case-label" aria-hidden>
        {props.label}
      </span>
      <div>{props.children}</div>
    </div>
  )
}

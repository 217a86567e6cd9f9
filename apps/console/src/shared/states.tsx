import { ExclamationCircleOutlined } from '@ant-design/icons'
import { type PanelState, Skeleton, StatePanel } from '@zhanggui/ui'
import type { ReactNode } from 'react'
import { problemText, requestOf, troubleOf } from './problem.ts'
import { type Say, useSay } from './say.tsx'
import './states.css'

type Asked<T> = {
  data: T | undefined
  error: unknown
  isPending: boolean
  isError: boolean
  isFetching: boolean
  refetch: () => unknown
}

/**
 * What an asked-for thing looks like in every state: its shape while it loads, what went wrong and a way to try again,
 * or itself. When a renewal fails, what was there stays, and a line says that it is not the newest.
 */
export function Loaded<T>(props: {
  query: Asked<T>
  children: (data: T) => ReactNode
  rows?: number
  shape?: 'list' | 'card' | 'text'
  small?: boolean
}) {
  const { query } = props
  const say = useSay()
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && (
          <p className="not-newest" role="status">
            <ExclamationCircleOutlined />
            <span>{say('desk.state.notNewest')}</span>
            <button type="button" className="plain-button" onClick={() => void query.refetch()}>
              {say('ui.retry')}
            </button>
          </p>
        )}
        {props.children(query.data)}
      </>
    )
  }
  if (query.isError) {
    return (
      <TroublePanel
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
        small={props.small ?? false}
      />
    )
  }
  return <Skeleton shape={props.shape ?? 'list'} rows={props.rows ?? 4} />
}

/** Why something could not be shown, and what to do about it. */
export function TroublePanel(props: {
  error: unknown
  onRetry: () => void
  retrying?: boolean
  small?: boolean
}) {
  const say = useSay()
  const state = panelOf(props.error)
  return (
    <StatePanel
      state={state}
      {...(state === 'failed' ? { text: faultText(say, props.error) } : {})}
      small={props.small ?? false}
      retrying={props.retrying ?? false}
      {...(state === 'missing' || state === 'forbidden' ? {} : { onRetry: props.onRetry })}
    />
  )
}

function panelOf(error: unknown): PanelState {
  const states = {
    offline: 'offline',
    'not-found': 'missing',
    'not-allowed': 'forbidden',
    busy: 'failed',
    fault: 'failed',
  } as const
  return states[troubleOf(error)]
}

function faultText(say: Say, error: unknown): string {
  const request = requestOf(error)
  const text = troubleOf(error) === 'busy' ? problemText(say, error) : say('ui.state.failed.text')
  return request === undefined ? text : `${text}${say('desk.state.request', { request })}`
}

/** A whole page on its way. */
export function PageLoading() {
  return (
    <div className="page-state">
      <Skeleton shape="text" rows={5} />
    </div>
  )
}

/** A whole page that can not be shown. */
export function PageTrouble(props: {
  error?: unknown
  kind?: PanelState
  title?: string
  text?: string
  action?: ReactNode
  onRetry?: () => void
}) {
  const say = useSay()
  const { error, onRetry } = props
  if (error !== undefined && error !== null && onRetry) {
    return (
      <div className="page-state">
        <TroublePanel error={error} onRetry={onRetry} />
      </div>
    )
  }
  return (
    <div className="page-state">
      <StatePanel
        state={props.kind ?? 'failed'}
        title={props.title ?? say(`ui.state.${props.kind ?? 'failed'}`)}
        {...(props.text === undefined ? {} : { text: props.text })}
        {...(props.action === undefined ? {} : { action: props.action })}
        {...(onRetry ? { onRetry } : {})}
      />
    </div>
  )
}

/** Shows its children to those who may; a plain word to the rest. */
export function Allowed(props: { when: boolean; children: ReactNode }) {
  if (props.when) return props.children
  return <PageTrouble kind="forbidden" />
}

/** What went wrong with an act, beside the button that did it. */
export function ActTrouble({ error }: { error: unknown }) {
  const say = useSay()
  if (error === undefined || error === null) return null
  return (
    <p className="act-trouble" role="alert">
      {problemText(say, error)}
    </p>
  )
}

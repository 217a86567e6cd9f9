import { useQuery } from '@tanstack/react-query'
import { Button, Icon, useFormat, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { useServerNow } from '../../data/now.ts'
import { sessionsQuery } from '../../data/queries.ts'
import { useAct } from '../../data/use-act.ts'
import { Page } from '../../kit/page.tsx'
import { Failed, Loading } from '../../kit/states.tsx'
import { useTell } from '../../kit/tell.tsx'
import './me.css'

/** Where I am signed in, and the way to end it elsewhere. */
export const SessionsScreen = () => {
  const t = useT<'resident' | 'household'>()
  const tell = useTell()
  const format = useFormat()
  const now = useServerNow()
  const sessions = useQuery(sessionsQuery)
  const end = useAct({
    send: (id: string) => api.revokeSession({ params: { id } }),
    done: () => {
      tell(t('resident.sessions.ended'))
      void sessions.refetch()
    },
  })
  return (
    <Page title={t('resident.sessions.title')} back="/app/me">
      <p className="r-quiet r-lead">{t('resident.sessions.lead')}</p>
      {sessions.data ? (
        <ul className="r-card r-rows">
          {sessions.data.map((it) => (
            <li key={it.id} className="r-row">
              <Icon name="app" />
              <span className="r-row-words">
                <strong>{it.device}</strong>
                <span className="r-quiet">
                  {it.current
                    ? t('resident.sessions.here')
                    : t('resident.sessions.seen', { when: format.when(it.lastSeenAt, now) })}
                </span>
                <span className="r-quiet">
                  {t('resident.sessions.since', { when: format.when(it.signedInAt, now) })}
                </span>
              </span>
              {!it.current && (
                <Button busy={end.isPending && end.variables === it.id} onClick={() => end.mutate(it.id)}>
                  {t('resident.sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : sessions.error ? (
        <Failed problem={sessions.error} again={() => void sessions.refetch()} busy={sessions.isFetching} />
      ) : (
        <Loading cards={1} />
      )}
    </Page>
  )
}

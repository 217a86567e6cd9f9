import { useEffect, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newId } from '@zhanggui/client'
import { Button, Icon, useFormat, useLocale, useT } from '@zhanggui/ui'
import { Link } from 'wouter'
import { api } from '../../data/api.ts'
import { useServerNow } from '../../data/now.ts'
import { problemText } from '../../data/problem.ts'
import { openAlreadyQuery, type OpenAlready } from '../../data/queries.ts'
import { useTell } from '../../kit/tell.tsx'

/** What is under way already about the same thing: the household's own report, or one on common ground to follow. */
export const Already = ({ text, placeId }: { text: string; placeId: string | null }) => {
  const t = useT<'resident' | 'reporting'>()
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 600)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useQuery({ ...openAlreadyQuery(settled, placeId), enabled: settled.length > 3 })
  // Without an answer one simply reports: nothing here may stand in the way.
  const [first, ...more] = (settled.length > 3 && data) || []
  if (!first) return null
  return (
    <section className="r-card r-already" aria-live="polite">
      <h2>{t('resident.already.title')}</h2>
      <ul>
        {[first, ...more].slice(0, 3).map((it) => (
          <One key={it.id} it={it} />
        ))}
      </ul>
      <p className="r-quiet">{t('resident.already.orElse')}</p>
    </section>
  )
}

const One = ({ it }: { it: OpenAlready }) => {
  const t = useT<'resident' | 'reporting'>()
  const format = useFormat()
  const locale = useLocale()
  const now = useServerNow()
  const tell = useTell()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [key] = useState(newId)
  const [followed, setFollowed] = useState(it.following)
  const when = format.when(it.receivedAt, now)
  const follow = async () => {
    setBusy(true)
    try {
      await api.followCase({ params: { id: it.id }, key })
      setFollowed(true)
      tell(t('resident.already.followed'))
      void client.invalidateQueries({ queryKey: ['already'] })
    } catch (problem) {
      tell(problemText(problem, t), 'bad')
    } finally {
      setBusy(false)
    }
  }
  return (
    <li>
      <p>
        <strong>{it.concept.names[locale]}</strong>
        <span className="r-quiet"> · {it.place}</span>
      </p>
      <p className="r-quiet">
        {t(`resident.already.whose.${it.whose === 'common' ? 'common' : 'home'}`, { when })}
      </p>
      {it.whose === 'mine' ? (
        <Link href={`/app/cases/${it.id}?add=1`} className="zg-button" data-wide>
          {t('resident.already.add')}
        </Link>
      ) : it.whose === 'common' && !followed ? (
        <Button data-wide busy={busy} onClick={() => void follow()}>
          {t('resident.already.follow')}
        </Button>
      ) : followed ? (
        <p className="r-already-done">
          <Icon name="check" />
          {t('resident.already.following')}
        </p>
      ) : null}
    </li>
  )
}

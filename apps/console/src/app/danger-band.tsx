import { BellOutlined, MutedOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CaseItem } from '@zhanggui/contract'
import { Icon } from '@zhanggui/ui'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { api, newId } from '../shared/api.ts'
import { useNow } from '../shared/now.ts'
import { problemText } from '../shared/problem.ts'
import { alarmsQuery } from '../shared/queries.ts'
import { useSay } from '../shared/say.tsx'
import { useSession, useTimes } from '../shared/session.tsx'
import { toast } from '../shared/toast.tsx'
import './danger-band.css'

const soundKey = 'zhanggui.alarm-sound'

/** Over everything, wherever one is: dangers that nobody has answered yet. */
export function DangerBand() {
  const { community, can } = useSession()
  const alarms = useQuery({ ...alarmsQuery(community.id), enabled: can('case.read') })
  const items = alarms.data?.items ?? []
  if (items.length === 0) return null
  return <Band items={items} />
}

function Band({ items }: { items: readonly CaseItem[] }) {
  const say = useSay()
  const [sound, setSound] = useState(() => localStorage.getItem(soundKey) === 'on')
  const newest = items[0]?.id
  useEffect(() => {
    if (sound) beep()
  }, [sound, newest])
  return (
    <section className="danger-band" role="alert" aria-label={say('desk.alarm.label')}>
      <ul>
        {items.map((item) => (
          <Alarm key={item.id} item={item} />
        ))}
      </ul>
      <Button
        type="text"
        size="small"
        className="danger-sound"
        icon={sound ? <BellOutlined /> : <MutedOutlined />}
        aria-pressed={sound}
        onClick={() => {
          localStorage.setItem(soundKey, sound ? 'off' : 'on')
          setSound(!sound)
        }}
      >
        {say(sound ? 'desk.alarm.soundOn' : 'desk.alarm.soundOff')}
      </Button>
    </section>
  )
}

function Alarm({ item }: { item: CaseItem }) {
  const say = useSay()
  const times = useTimes()
  const { can } = useSession()
  const now = useNow(1)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [key] = useState(newId)
  const answer = useMutation({
    mutationFn: () => api.acknowledgeCase({ key, params: { id: item.id }, body: {} }),
    onSuccess: () => toast(say('desk.alarm.answered')),
    onError: (error) => toast(problemText(say, error)),
    onSettled: () => void client.invalidateQueries({ queryKey: ['cases'] }),
  })
  const since = Math.max(0, Math.floor((now - Date.parse(item.receivedAt)) / 1000))
  return (
    <li>
      <Icon name="alert" />
      <button
        type="button"
        className="danger-what"
        onClick={() => void navigate({ to: '/', search: { tab: 'active', case: item.id } })}
      >
        <b>{item.text}</b>
        <span>{[item.place?.label, item.reporter].filter(Boolean).join(' · ')}</span>
      </button>
      <span className="danger-since tabular">{say('desk.alarm.waits', { span: times.span(since) })}</span>
      {can('case.acknowledge') && (
        <Button danger loading={answer.isPending} onClick={() => answer.mutate()}>
          {say('desk.alarm.answer')}
        </Button>
      )}
    </li>
  )
}

/** Two short tones, made here: no file to load, nothing that plays on. */
function beep(): void {
  try {
    const audio = new AudioContext()
    for (const [at, pitch] of [
      [0, 880],
      [0.3, 660],
    ] as const) {
      const tone = audio.createOscillator()
      const volume = audio.createGain()
      tone.frequency.value = pitch
      volume.gain.value = 0.15
      tone.connect(volume).connect(audio.destination)
      tone.start(audio.currentTime + at)
      tone.stop(audio.currentTime + at + 0.22)
    }
    setTimeout(() => void audio.close(), 1000)
  } catch {
    // A browser without sound shows the band all the same.
  }
}

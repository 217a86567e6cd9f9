import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newId } from '@zhanggui/client'
import { caseKinds } from '@zhanggui/contract/words'
import { Button, Icon, kindIcons, useT } from '@zhanggui/ui'
import { useLocation, useSearch } from 'wouter'
import { problemText } from '../../data/problem.ts'
import { emergencyQuery, homesQuery, type Me } from '../../data/queries.ts'
import { Choice } from '../../kit/choice.tsx'
import { Words } from '../../kit/field.tsx'
import { Page } from '../../kit/page.tsx'
import { dropDraft, keepDraft, readDraft } from '../../outbox/draft.ts'
import { dropReport, putReport, type OutgoingReport } from '../../outbox/outbox.ts'
import { sendReport } from '../../outbox/send-reports.ts'
import { PhotoPicker } from '../../photos/photo-picker.tsx'
import { usePhotos } from '../../photos/use-photos.ts'
import { useChosenHome } from '../../places/chosen-home.ts'
import { PlaceRow } from './place-row.tsx'
import { withReportingWords } from '../../settings/reporting-words.ts'
import './report.css'

// Comes when there are words to compare.
const Already = lazy(async () => ({ default: (await import('./already.tsx')).Already }))
// Not part of the first load: it comes with the first words.
const Danger = lazy(async () => ({ default: (await import('../../danger/danger.tsx')).Danger }))

/** Reporting on one screen: what kind, in what words, where, with which photos; kept until it is sent. */
const Report = ({ me }: { me: Me }) => {
  const t = useT<'resident' | 'reporting'>()
  const account = me.account.id
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const asked = caseKinds.find((kind) => kind === search.get('kind'))
  const [kept] = useState(() => readDraft(account))
  const [id, setId] = useState(kept.id)
  const [kind, setKind] = useState(asked ?? kept.kind)
  const [text, setText] = useState(kept.text)
  const [placeId, setPlaceId] = useState(kept.placeId)
  const photos = usePhotos({ start: kept.photos })
  const [resumed, setResumed] = useState(kept.text !== '' || kept.photos.length > 0)
  const [problem, setProblem] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const sent = useRef(false)
  const words = useRef<HTMLDivElement>(null)
  const homes = useQuery(homesQuery)
  const [home] = useChosenHome(account, homes.data)
  const places = (homes.data ?? []).flatMap((it) => [it.home, ...it.nearby])
  const place = places.find((it) => it.id === placeId) ?? home?.home ?? null

  const communityId =
    (homes.data ?? []).find((it) => it.home.id === place?.id)?.communityId ?? home?.communityId
  const emergency = useQuery(emergencyQuery(communityId))

  useEffect(() => {
    if (!sent.current) keepDraft(account, { id, kind, text, placeId, photos: photos.notes })
  }, [account, id, kind, text, placeId, photos.notes])

  const clear = () => {
    for (const photo of photos.photos) photos.remove(photo.key)
    setText('')
    setPlaceId(null)
    setId(newId())
    setResumed(false)
  }

  const send = async () => {
    if (text.trim() === '') {
      setProblem(t('resident.report.needWords'))
      words.current?.querySelector('textarea')?.focus()
      return
    }
    if (photos.photos.some((it) => it.state === 'refused')) {
      setProblem(t('resident.report.badPhoto'))
      return
    }
    setProblem(null)
    setSending(true)
    const report: OutgoingReport = {
      id,
      account,
      kind,
      text: text.trim(),
      placeId: place?.id ?? null,
      placeLabel: place?.label ?? null,
      photos: photos.notes,
      at: new Date().toISOString(),
    }
    sent.current = true
    putReport(report)
    dropDraft(account)
    const outcome = await sendReport(report, (reason) => problemText(reason, t))
    setSending(false)
    if (outcome.is === 'refused') {
      // Nothing was taken: the words stay here, and what is sent next is another act.
      dropReport(id)
      sent.current = false
      setId(newId())
      setProblem(problemText(outcome.problem, t))
      return
    }
    void client.invalidateQueries({ queryKey: ['cases'] })
    navigate(`/app/report/${id}`, { replace: true })
  }

  return (
    <Page
      title={t('resident.report.title')}
      back="/app"
      bar={
        <Button look="primary" data-wide busy={sending} onClick={() => void send()}>
          {sending && photos.sending > 0
            ? t('resident.report.sendingPhotos', { count: photos.sending })
            : t('resident.report.send')}
        </Button>
      }
    >
      {text.trim().length > 1 && (
        <Suspense fallback={null}>
          <Danger text={text} kind={kind} phones={emergency.data ?? []} />
        </Suspense>
      )}
      {resumed && (
        <div className="r-resumed">
          <span>{t('resident.report.resumed')}</span>
          <Button look="quiet" onClick={clear}>
            {t('resident.report.clear')}
          </Button>
        </div>
      )}
      <Choice
        look="chips"
        label={t('resident.report.kind')}
        value={kind}
        options={caseKinds.map((it) => ({
          value: it,
          label: t(`case.kind.${it}`),
          icon: <Icon name={kindIcons[it]} />,
        }))}
        onChoose={setKind}
      />
      <div className="r-card" ref={words}>
        <Words
          label={t(`resident.report.words.${kind}`)}
          placeholder={t(`resident.report.example.${kind}`)}
          rows={5}
          value={text}
          problem={problem}
          hint={
            <span className="r-hint">
              <Icon name="mic" />
              {t('resident.report.voice')}
            </span>
          }
          onChange={(event) => {
            setText(event.target.value)
            setProblem(null)
          }}
        />
      </div>
      {text.trim().length > 3 && (
        <Suspense fallback={null}>
          <Already text={text} placeId={place?.id ?? null} />
        </Suspense>
      )}
      <PlaceRow homes={homes} place={place} choose={setPlaceId} />
      <section className="r-card">
        <h2>{t('resident.report.photos')}</h2>
        <PhotoPicker photos={photos} />
      </section>
      {kind === 'repair' && (
        <p className="r-danger-hint">
          <Icon name="alert" />
          <span>{t('resident.report.danger')}</span>
        </p>
      )}
    </Page>
  )
}

export const ReportScreen = withReportingWords(Report)

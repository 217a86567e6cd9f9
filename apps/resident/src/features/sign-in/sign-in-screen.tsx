import { useEffect, useState, type FormEvent } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '@zhanggui/client'
import { Button, Icon, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { problemText } from '../../data/problem.ts'
import { meQuery, type Me } from '../../data/queries.ts'
import { useAct } from '../../data/use-act.ts'
import { Field } from '../../kit/field.tsx'
import { SettingsCard } from '../../settings/settings-card.tsx'
import { useSettings } from '../../settings/settings-provider.tsx'
import { DemoDoors } from './demo-doors.tsx'
import { forgetAsked, keepAsked, readAsked } from './asked-code.ts'
import { Mark } from './mark.tsx'
import { withEntranceWords } from '../../settings/entrance-words.ts'
import './sign-in.css'

const pauseSeconds = 60

/** The way in: phone and code. The code comes by SMS, or from the counter when there is no SMS. */
const SignInScreen = () => {
  const t = useT<'resident' | 'entrance'>()
  const client = useQueryClient()
  const { locale, localeChosen } = useSettings()
  const [asked, setAsked] = useState(readAsked)
  const [phone, setPhone] = useState(asked?.phone ?? '')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<{ phone?: string; code?: string }>({})
  const [noSms, setNoSms] = useState(false)
  const [pause, setPause] = useState(0)

  useEffect(() => {
    document.title = `${t('resident.signIn.title')} · ${t('product.name')}`
  }, [t])
  useEffect(() => {
    if (pause === 0) return
    const timer = setTimeout(() => setPause(pause - 1), 1000)
    return () => clearTimeout(timer)
  }, [pause])

  const enter = (me: Me) => {
    forgetAsked()
    client.setQueryData(meQuery.queryKey, me)
    // The language chosen at the door goes with the person.
    if (localeChosen && me.account.locale !== locale) {
      void api.setPreferences({ body: { locale } }).catch(() => undefined)
    }
  }
  const ask = useAct({
    send: (body: { phone: string }) => api.requestCode({ body }),
    tellFailure: false,
    done: (answer, { phone: to }) => {
      const next = { phone: to, request: answer.request, demoCode: answer.demoCode }
      setAsked(next)
      keepAsked(next)
      setNoSms(false)
      setPause(pauseSeconds)
    },
  })
  const signIn = useAct({
    send: (body: { phone: string; code: string; request?: string }) => api.residentSignIn({ body }),
    tellFailure: false,
    done: enter,
  })

  const askCode = () => {
    const to = phone.trim()
    if (to === '') {
      setWrong({ phone: t('resident.signIn.needPhone') })
      return
    }
    setWrong({})
    ask.mutate(
      { phone: to },
      {
        onError: (problem) => {
          if (problem instanceof ApiProblem && problem.problem?.code === 'sms_unavailable') setNoSms(true)
          else setWrong({ phone: problemText(problem, t) })
        },
      },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const to = phone.trim()
    const digits = code.replace(/\D/g, '')
    if (to === '') setWrong({ phone: t('resident.signIn.needPhone') })
    else if (digits.length !== 6) setWrong({ code: t('resident.signIn.needCode') })
    else {
      setWrong({})
      const request = asked?.phone === to ? asked.request : undefined
      signIn.mutate(
        { phone: to, code: digits, ...(request ? { request } : {}) },
        { onError: (problem) => setWrong({ code: problemText(problem, t) }) },
      )
    }
  }
  const sent = asked !== null && asked.phone === phone.trim() && !noSms

  return (
    <main className="r-door">
      <header className="r-door-top">
        <Mark />
        <h1>{t('resident.signIn.title')}</h1>
        <p className="r-quiet">{t('resident.signIn.lead')}</p>
      </header>
      <form className="r-card r-door-form" onSubmit={submit} noValidate>
        <Field
          label={t('resident.signIn.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={40}
          value={phone}
          problem={wrong.phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <Button busy={ask.isPending} disabled={pause > 0 && sent} onClick={askCode}>
          {pause > 0 && sent
            ? t('resident.signIn.again', { seconds: pause })
            : sent
              ? t('resident.signIn.askAgain')
              : t('resident.signIn.ask')}
        </Button>
        <div aria-live="polite">
          {noSms ? (
            <p className="r-door-note" data-look="soon">
              <Icon name="counter" />
              <span>{t('resident.signIn.noSms')}</span>
            </p>
          ) : sent ? (
            <p className="r-door-note">
              <Icon name="sms" />
              <span>
                {asked.demoCode
                  ? t('resident.signIn.demoCode', { code: asked.demoCode })
                  : t('resident.signIn.sent')}
              </span>
            </p>
          ) : null}
        </div>
        <Field
          label={t('resident.signIn.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={code}
          problem={wrong.code}
          hint={t('resident.signIn.counter')}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" look="primary" data-wide busy={signIn.isPending}>
          {t('resident.signIn.enter')}
        </Button>
      </form>
      <DemoDoors enter={enter} />
      <SettingsCard short />
      <p className="r-quiet r-door-foot">{t('resident.signIn.foot')}</p>
    </main>
  )
}

export const SignIn = withEntranceWords(SignInScreen)

import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { saveText } from '../../../shared/csv.ts'
import { QrCode } from '../../../shared/qr.tsx'
import { queryClient } from '../../../shared/query-client.ts'
import { useSay } from '../../../shared/say.tsx'
import { meQuery, useSession } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'

const renew = () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey })

/** The second factor: set up with an authenticator, kept with recovery codes, removed with the password. */
export function Totp() {
  const say = useSay()
  const { me } = useSession()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
  if (me.totp?.enabled) return <RemoveTotp left={me.totp.recoveryCodesLeft} />
  return (
    <>
      <p className="lead">{say('desk.totp.why')}</p>
      <SetUpTotp onCodes={setCodes} />
    </>
  )
}

function SetUpTotp({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const start = useMutation({ mutationFn: () => api.startTotp({}) })
  const confirm = useMutation({
    mutationFn: () => api.confirmTotp({ body: { code: code.trim() } }),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes)
      void renew()
    },
  })
  if (!start.data) {
    return (
      <>
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {say('desk.totp.start')}
        </Button>
        <ActTrouble error={start.error} />
      </>
    )
  }
  const submit = () => /^\d{6}$/.test(code.trim()) && confirm.mutate()
  return (
    <div className="totp-set">
      <QrCode text={start.data.uri} size={180} label={say('desk.totp.qr')} />
      <div>
        <p>{say('desk.totp.scan')}</p>
        <p>
          <code className="secret">{start.data.secret}</code>
        </p>
        <p>{say('desk.totp.enter')}</p>
        <p className="choice-line">
          <Input
            style={{ width: 140 }}
            className="tabular"
            inputMode="numeric"
            maxLength={6}
            autoComplete="one-time-code"
            aria-label={say('desk.door.code')}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            onPressEnter={submit}
          />
          <Button
            type="primary"
            disabled={!/^\d{6}$/.test(code.trim())}
            loading={confirm.isPending}
            onClick={submit}
          >
            {say('desk.door.confirm')}
          </Button>
        </p>
        <ActTrouble error={confirm.error} />
      </div>
    </div>
  )
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const say = useSay()
  return (
    <>
      <p>{say('desk.totp.codes')}</p>
      <ul className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code className="secret">{code}</code>
          </li>
        ))}
      </ul>
      <p className="choice-line">
        <Button
          onClick={() => saveText(`${codes.join('\r\n')}\r\n`, 'zhanggui-recovery-codes.txt', 'text/plain')}
        >
          {say('desk.totp.saveCodes')}
        </Button>
        <Button type="primary" onClick={onDone}>
          {say('desk.totp.kept')}
        </Button>
      </p>
    </>
  )
}

function RemoveTotp({ left }: { left: number }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const remove = useMutation({
    mutationFn: () => api.removeTotp({ body: { password } }),
    onSuccess: () => {
      toast(say('desk.totp.removed'))
      void renew()
    },
  })
  return (
    <>
      <p>{say('desk.totp.on', { count: left })}</p>
      {open ? (
        <p className="choice-line">
          <Input.Password
            autoFocus
            style={{ width: 240 }}
            autoComplete="current-password"
            aria-label={say('desk.door.password')}
            placeholder={say('desk.door.password')}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button
            danger
            disabled={password === ''}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {say('desk.totp.remove')}
          </Button>
          <Button onClick={() => setOpen(false)}>{say('ui.cancel')}</Button>
        </p>
      ) : (
        <Button onClick={() => setOpen(true)}>{say('desk.totp.remove')}</Button>
      )}
      <ActTrouble error={remove.error} />
    </>
  )
}

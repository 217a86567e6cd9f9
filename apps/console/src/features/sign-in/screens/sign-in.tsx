import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { demoRoles, type DemoRole } from '@zhanggui/contract/words'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api, refusalCode } from '../../../shared/api.ts'
import { demo } from '../../../shared/demo.ts'
import { useSay } from '../../../shared/say.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { useArrive } from '../data.ts'
import { DoorFrame } from '../parts/frame.tsx'

const route = getRouteApi('/sign-in')

type Fields = { login: string; password: string; totp?: string }

/** Login and password, then a code where one is set up; in the demo community, one press a role. */
export function SignInScreen() {
  const say = useSay()
  const { next } = route.useSearch()
  const arrive = useArrive(next)
  const [askCode, setAskCode] = useState(false)
  const signIn = useMutation({
    mutationFn: (fields: Fields) =>
      api.staffSignIn({
        body: {
          login: fields.login.trim(),
          password: fields.password,
          ...(fields.totp ? { totp: fields.totp.trim() } : {}),
        },
      }),
    onSuccess: arrive,
    onError: (error) => {
      if (refusalCode(error) === 'totp_required') setAskCode(true)
    },
  })
  // That a code is wanted is a step, not a failure.
  const error = refusalCode(signIn.error) === 'totp_required' ? undefined : signIn.error
  return (
    <DoorFrame title={say(demo ? 'desk.door.demoTitle' : 'desk.door.title')}>
      {demo && <DemoRoles next={next} />}
      {demo && <p className="door-or">{say('desk.door.or')}</p>}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => signIn.mutate(fields)}>
        <div hidden={askCode}>
          <Form.Item
            name="login"
            label={say('desk.door.login')}
            rules={[{ required: true, whitespace: true, message: say('desk.door.loginNeeded') }]}
          >
            <Input
              autoComplete="username"
              autoCapitalize="none"
              autoFocus={!demo}
              maxLength={80}
              size="large"
            />
          </Form.Item>
          <Form.Item
            name="password"
            label={say('desk.door.password')}
            rules={[{ required: true, message: say('desk.door.passwordNeeded') }]}
          >
            <Input.Password autoComplete="current-password" maxLength={200} size="large" />
          </Form.Item>
        </div>
        {askCode && (
          <>
            <p className="door-note">{say('desk.door.codeNote')}</p>
            <Form.Item
              name="totp"
              label={say('desk.door.code')}
              rules={[{ required: true, whitespace: true, message: say('desk.door.codeNeeded') }]}
            >
              <Input autoFocus autoComplete="one-time-code" maxLength={40} size="large" className="tabular" />
            </Form.Item>
          </>
        )}
        <Button
          block
          size="large"
          htmlType="submit"
          loading={signIn.isPending}
          {...(demo ? {} : { type: 'primary' as const })}
        >
          {say(askCode ? 'desk.door.confirm' : 'desk.door.signIn')}
        </Button>
        <ActTrouble error={error} />
      </Form>
    </DoorFrame>
  )
}

function DemoRoles({ next }: { next: string | undefined }) {
  const say = useSay()
  const arrive = useArrive(next)
  const play = useMutation({
    mutationFn: (role: DemoRole) => api.demoSignIn({ body: { role } }),
    onSuccess: arrive,
  })
  const order = [...demoRoles].toSorted((a, b) => Number(isResident(a)) - Number(isResident(b)))
  return (
    <>
      <p className="door-note">{say('desk.door.demoNote')}</p>
      <div className="door-roles">
        {order.map((role) => (
          <button
            key={role}
            type="button"
            className="door-role"
            disabled={play.isPending}
            onClick={() => play.mutate(role)}
          >
            <b>{role === 'resident' ? say('role.owner') : say(`role.${role}`)}</b>
            <span>{say(`desk.demo.${role}`)}</span>
          </button>
        ))}
      </div>
      <ActTrouble error={play.error} />
    </>
  )
}

const isResident = (role: DemoRole): boolean => role === 'resident' || role === 'tenant'

import { CopyOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StaffRole, Team } from '@zhanggui/contract'
import { staffRoles, teams } from '@zhanggui/contract/words'
import { Button, Form, Input, Modal, Select } from 'antd'
import { api } from '../../../shared/api.ts'
import { QrCode } from '../../../shared/qr.tsx'
import { useSay } from '../../../shared/say.tsx'
import { useSession, useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'

type Fields = { name: string; login: string; roles: StaffRole[]; team: Team }

/** Invites a colleague; the link with its secret is shown once, as text and as a QR code. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const times = useTimes()
  const { community } = useSession()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const invite = useMutation({
    mutationFn: (body: Fields) => api.inviteStaff({ params: { communityId: community.id }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['staff'] }),
  })
  const link = invite.data ? `${location.origin}/desk/invite#${invite.data.token}` : ''
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      toast(say('desk.copied'))
    } catch {
      toast(say('desk.copyFailed'), 'trouble')
    }
  }
  return (
    <Modal
      open
      title={say('desk.staff.invite')}
      okText={say('desk.staff.makeLink')}
      cancelText={say('ui.cancel')}
      confirmLoading={invite.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
      {...(invite.data
        ? {
            footer: (
              <Button type="primary" onClick={onClose}>
                {say('desk.code.done')}
              </Button>
            ),
          }
        : {})}
    >
      {invite.data ? (
        <div className="totp-set">
          <QrCode text={link} size={180} label={say('desk.staff.linkQr')} />
          <div>
            <p>{say('desk.staff.linkText', { when: times.deadline(invite.data.expiresAt) })}</p>
            <p>
              <code className="secret">{link}</code>
            </p>
            <Button icon={<CopyOutlined />} onClick={() => void copy()}>
              {say('desk.copy')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <Form<Fields>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ roles: [] }}
            onFinish={(fields) => invite.mutate({ ...fields, login: fields.login.trim().toLowerCase() })}
          >
            <Form.Item
              name="name"
              label={say('desk.people.name')}
              rules={[{ required: true, whitespace: true, message: say('desk.people.nameNeeded') }]}
            >
              <Input autoFocus maxLength={40} />
            </Form.Item>
            <Form.Item
              name="login"
              label={say('desk.door.login')}
              extra={say('desk.staff.loginRule')}
              rules={[
                {
                  required: true,
                  pattern: /^\s*[a-zA-Z0-9][a-zA-Z0-9._-]{2,39}\s*$/,
                  message: say('desk.staff.loginRule'),
                },
              ]}
            >
              <Input maxLength={40} autoCapitalize="none" autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="roles"
              label={say('desk.account.roles')}
              rules={[
                { required: true, type: 'array', min: 1, max: 4, message: say('desk.staff.rolesNeeded') },
              ]}
            >
              <Select
                mode="multiple"
                options={staffRoles.map((each) => ({ value: each, label: say(`role.${each}`) }))}
              />
            </Form.Item>
            <Form.Item
              name="team"
              label={say('desk.staff.team')}
              rules={[{ required: true, message: say('desk.staff.teamNeeded') }]}
            >
              <Select options={teams.map((each) => ({ value: each, label: say(`team.${each}`) }))} />
            </Form.Item>
          </Form>
          <ActTrouble error={invite.error} />
        </>
      )}
    </Modal>
  )
}

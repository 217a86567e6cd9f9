import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StaffMember } from '@zhanggui/contract'
import { Avatar, StatePanel, Tag } from '@zhanggui/ui'
import { Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { staffQuery } from '../../../shared/queries.ts'
import { useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { ActTrouble, Allowed, Loaded } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { InviteDialog } from '../parts/invite-dialog.tsx'

const stateTone = { active: 'primary', invited: 'soon', left: 'neutral' } as const

/** Who works here, in which roles and teams; invited and let go here. */
export function StaffScreen() {
  const say = useSay()
  const { community, can, me } = useSession()
  const query = useQuery({ ...staffQuery(community.id), enabled: can('staff.read') })
  const [inviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<StaffMember>()
  const manage = can('staff.manage')
  return (
    <Allowed when={can('staff.read')}>
      <header className="page-head">
        <h1>{say('desk.settings.staff')}</h1>
        {manage && (
          <span className="page-acts">
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setInviting(true)}>
              {say('desk.staff.invite')}
            </Button>
          </span>
        )}
      </header>
      <Loaded query={query} rows={6}>
        {(page) => (
          <Table<StaffMember>
            size="small"
            rowKey="accountId"
            dataSource={page.items.toSorted(
              (a, b) => Number(a.state === 'left') - Number(b.state === 'left'),
            )}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{
              emptyText: (
                <StatePanel
                  small
                  state="empty"
                  title={say('desk.staff.none')}
                  text={say('desk.staff.noneText')}
                />
              ),
            }}
            columns={[
              {
                key: 'name',
                title: say('desk.people.name'),
                width: 170,
                render: (_, each) => (
                  <span className="staff-name">
                    <Avatar name={each.name} kind="staff" /> {each.name}
                  </span>
                ),
              },
              {
                key: 'login',
                title: say('desk.door.login'),
                width: 130,
                render: (_, each) => <span className="muted">{each.login}</span>,
              },
              {
                key: 'roles',
                title: say('desk.account.roles'),
                render: (_, each) =>
                  each.roles.map((role) => say(`role.${role}`)).join(say('desk.list.join')),
              },
              {
                key: 'team',
                title: say('desk.staff.team'),
                width: 100,
                render: (_, each) => each.team && say(`team.${each.team}`),
              },
              {
                key: 'open',
                title: say('desk.staff.open'),
                width: 90,
                align: 'right',
                render: (_, each) => <span className="tabular">{each.openCases}</span>,
              },
              {
                key: 'state',
                title: say('desk.staff.state'),
                width: 110,
                render: (_, each) => (
                  <Tag tone={stateTone[each.state]}>{say(`desk.staff.${each.state}`)}</Tag>
                ),
              },
              ...(manage
                ? [
                    {
                      key: 'acts',
                      title: '',
                      width: 90,
                      render: (_: unknown, each: StaffMember) =>
                        each.state !== 'left' &&
                        each.accountId !== me.account.id && (
                          <Button size="small" type="text" onClick={() => setLeaving(each)}>
                            {say('desk.staff.leave')}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {leaving && <LeaveDialog member={leaving} onClose={() => setLeaving(undefined)} />}
    </Allowed>
  )
}

function LeaveDialog({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const say = useSay()
  const { community } = useSession()
  const client = useQueryClient()
  const leave = useMutation({
    mutationFn: () =>
      api.endAppointment({ params: { communityId: community.id, accountId: member.accountId } }),
    onSuccess: () => {
      toast(say('desk.staff.hasLeft', { name: member.name }))
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['staff'] }),
  })
  const open = member.openCases ?? 0
  return (
    <Modal
      open
      title={say('desk.staff.leaveTitle', { name: member.name })}
      okText={say('desk.staff.leave')}
      okButtonProps={{ danger: true }}
      cancelText={say('ui.cancel')}
      confirmLoading={leave.isPending}
      onCancel={onClose}
      onOk={() => leave.mutate()}
    >
      <p>{say('desk.staff.leaveText', { community: community.name })}</p>
      {open > 0 && <p className="form-warn">{say('desk.staff.leaveOpen', { count: open })}</p>}
      <ActTrouble error={leave.error} />
    </Modal>
  )
}

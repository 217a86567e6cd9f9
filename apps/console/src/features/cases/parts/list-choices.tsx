import { DeleteOutlined, EyeOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../shared/say.tsx'
import { type SavedView, useSavedViews } from '../saved-views.ts'
import { type ColumnName, columnNames, usualColumns } from './columns.tsx'

/** Which columns stand in the list; the first two always do. */
export function ColumnChoice(props: {
  shown: readonly ColumnName[]
  onChange: (next: ColumnName[]) => void
}) {
  const say = useSay()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="list-choice">
          {columnNames.map((each) => (
            <Checkbox
              key={each}
              disabled={each === 'number' || each === 'text'}
              checked={props.shown.includes(each)}
              onChange={(event) =>
                props.onChange(
                  columnNames.filter((name) =>
                    name === each ? event.target.checked : props.shown.includes(name),
                  ),
                )
              }
            >
              {say(`desk.column.${each}`)}
            </Checkbox>
          ))}
          <button type="button" className="plain-button" onClick={() => props.onChange([...usualColumns])}>
            {say('desk.list.usualColumns')}
          </button>
        </div>
      }
    >
      <Button icon={<TableOutlined />}>{say('desk.list.columns')}</Button>
    </Popover>
  )
}

/** Saved ways of looking at the list. */
export function ViewChoice(props: { now: Omit<SavedView, 'name'>; onChoose: (view: SavedView) => void }) {
  const say = useSay()
  const { views, save, remove } = useSavedViews()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const keep = () => {
    if (name.trim() === '') return
    save({ name: name.trim(), ...props.now })
    setName('')
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="list-choice">
          {views.length === 0 && <p className="muted small">{say('desk.view.none')}</p>}
          {views.map((view) => (
            <span key={view.name} className="view-line">
              <button
                type="button"
                className="plain-button"
                onClick={() => {
                  props.onChoose(view)
                  setOpen(false)
                }}
              >
                {view.name}
              </button>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={say('desk.view.remove', { name: view.name })}
                onClick={() => remove(view.name)}
              />
            </span>
          ))}
          <span className="view-line">
            <Input
              size="small"
              maxLength={20}
              aria-label={say('desk.view.name')}
              placeholder={say('desk.view.name')}
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={keep}
            />
            <Button size="small" disabled={name.trim() === ''} onClick={keep}>
              {say('desk.view.save')}
            </Button>
          </span>
        </div>
      }
    >
      <Button icon={<EyeOutlined />}>{say('desk.view.button')}</Button>
    </Popover>
  )
}

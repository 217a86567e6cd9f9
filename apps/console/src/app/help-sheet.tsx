import { Modal } from 'antd'
import { useSay } from '../shared/say.tsx'

const everywhere = ['/', 'c', '?'] as const
const atTheDesk = ['j', 'k', 'Enter', 'a', 'r', 'p', 'n', 'w', 's'] as const
const whileWriting = ['Ctrl+Enter', 'Esc'] as const

/** All keys on one sheet. */
export function HelpSheet(props: { onClose: () => void }) {
  const say = useSay()
  const groups = [
    { title: say('desk.help.everywhere'), keys: everywhere },
    { title: say('desk.help.atTheDesk'), keys: atTheDesk },
    { title: say('desk.help.writing'), keys: whileWriting },
  ]
  return (
    <Modal open title={say('desk.help.title')} footer={null} onCancel={props.onClose} width={560}>
      <div className="help">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map((key) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{say(`desk.key.${key}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

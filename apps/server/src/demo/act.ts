import type {
  CallBackOutcome,
  CaseKind,
  NoPromiseReason,
  PauseReason,
  PromiseEvidence,
  QuoteLine,
  Team,
  Urgency,
} from '@zhanggui/contract'
import type { DemoPerson } from './people.ts'
import type { DemoStaff } from './staff.ts'
import type { Drawing } from './drawings.ts'

/** A photo that somebody takes: which drawing stands for it. */
export type DemoPhoto = { id: string; drawing: Drawing }

/** Who does something: a member of staff, the resident who reported, a visitor without an account, the clock. */
export type Doer = { staff: DemoStaff } | { resident: DemoPerson } | 'visitor' | 'timer'

export type Deed =
  | { do: 'open'; photos: DemoPhoto[] }
  | { do: 'accept' | 'resume' | 'confirm' | 'wake' }
  | { do: 'assign'; to: DemoStaff; note: string }
  | { do: 'reply'; text: string; photos: DemoPhoto[]; promise?: DemoPromise; noPromise?: NoPromiseReason }
  /** Whoever promised says that it was kept, and where that is written. */
  | { do: 'promise'; reference: string }
  | { do: 'note' | 'supplement'; text: string; photos: DemoPhoto[] }
  | { do: 'pause'; reason: PauseReason; until: number; text: string }
  | { do: 'resolve'; text: string; photos: DemoPhoto[]; noPhotoReason?: string | undefined }
  | { do: 'reject'; text: string; photos: DemoPhoto[] }
  | { do: 'rate'; rating: number; comment: string }
  | { do: 'decline' | 'cancel'; text: string }
  | { do: 'arrive' | 'urge' | 'appeal'; text: string }
  | { do: 'appoint'; from: number; to: number; byResident: boolean; text: string }
  | { do: 'call-back'; outcome: CallBackOutcome; text: string }
  | { do: 'rule'; ruling: 'upheld' | 'rejected'; reason: string }
  | { do: 'merge'; into: string }
  | { do: 'hand-over'; to: DemoStaff; note: string }
  | { do: 'answer-hand-over'; answer: 'take' | 'refuse'; reason: string }
  | { do: 'ask-help' | 'report-help' | 'dispute'; team: Team; text: string }
  /** The dispute is dismissed: it stays where it is. */
  | { do: 'settle-dispute'; text: string }
  /** `version`: the newest that whoever quotes has seen, 0 for none. */
  | { do: 'quote'; version: number; lines: readonly QuoteLine[] }
  | { do: 'answer-quote'; answer: 'agreed' | 'declined'; reason: string }
  | { do: 'errand'; id: string; procedureId: string }
  | {
      do: 'tick'
      order: string
      step: string
      photos: DemoPhoto[]
      reading?: number
      material?: string
      /** Why the step was passed over. */
      passed?: string
    }

/** What is promised with an answer; `due` in whole epoch seconds. Nobody named: whoever answers. */
export type DemoPromise = { who?: DemoStaff; what: string; due: number; evidence: PromiseEvidence }

/** Something that happens to a case at an instant, in whole epoch seconds. */
export type Act = { at: number; by: Doer; of: DemoCase; deed: Deed }

export type DemoCase = {
  id: string
  kind: CaseKind
  urgency: Urgency
  text: string
  placeId: string | null
  /** In the archive; null: nobody said who reports. */
  reporter: DemoPerson | null
  /** Somebody whom the archive does not know. */
  newcomer: { name: string; phone: string } | null
}

export { derivePromises, isEvidence } from './derive-promises.ts'
export type { PromiseRefusal } from './may-change.ts'
export {
  changesPerCase,
  changesUsed,
  isPromisable,
  longestPromise,
  mayAnswerChange,
  mayAskChange,
  mayDecideChange,
  mayKeep,
} from './may-change.ts'
export type {
  PromiseAct,
  PromiseChange,
  PromiseChangeState,
  PromiseEvidence,
  PromiseFact,
  PromiseStanding,
  PromiseState,
} from './promise.ts'
export { promiseChangeStates, promiseEvidences, promiseStates } from './promise.ts'
export { promiseRate } from './rate.ts'

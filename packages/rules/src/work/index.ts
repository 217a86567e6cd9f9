export * from './checklist.ts'
export * from './fitting.ts'
export * from './draft-procedure.ts'
export * from './quote.ts'

export * from './calendar/index.ts'
export * from './clock/index.ts'
export * from './identifiers/index.ts'
export * from './life/index.ts'

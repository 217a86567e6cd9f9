export * from './life/index.ts'

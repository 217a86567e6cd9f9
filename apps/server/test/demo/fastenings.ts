/** Every key, check, index and foreign key of the cases' tables, in words. */
export const fastenings = `
  select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as it from pg_constraint
    where conrelid::regclass::text like 'cases.%' or confrelid::regclass::text like 'cases.%'
  union select pg_get_indexdef(indexrelid) from pg_index where indrelid::regclass::text like 'cases.%'
  union select tgrelid::regclass::text || ' ' || tgname from pg_trigger
    where tgrelid::regclass::text like 'cases.%' and not tgisinternal order by 1`

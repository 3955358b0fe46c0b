import type { Ports, Stored, Unreadable } from '../../serverless-functions/src/parking/ports';
import { isUnreadable } from '../../serverless-functions/src/parking/record-port';

/** So many records are looked at; more parked conversations than that are named as "more". */
const MAX_RECORDS = 5000;

export interface AllRecords {
  records: Stored[];
  /** Those that this version cannot read. */
  unreadable: Unreadable[];
}

/** Every parking record of the account. */
export async function allRecords(ports: Ports): Promise<AllRecords> {
  const all: AllRecords = { records: [], unreadable: [] };
  for await (const page of ports.records.pages(undefined)) {
    for (const found of page.records)
      if (isUnreadable(found)) all.unreadable.push(found);
      else all.records.push(found);
    if (all.records.length + all.unreadable.length >= MAX_RECORDS) break;
  }
  return all;
}

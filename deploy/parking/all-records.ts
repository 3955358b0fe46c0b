import type { Ports, Stored } from '../../serverless-functions/src/parking/ports';

/** So many records are looked at; more parked conversations than that are named as "more". */
const MAX_RECORDS = 5000;

/** Every parking record of the account. */
export async function allRecords(ports: Ports): Promise<Stored[]> {
  const records: Stored[] = [];
  for await (const page of ports.records.pages(undefined)) {
    records.push(...page.records);
    if (records.length >= MAX_RECORDS) break;
  }
  return records;
}

/** A Date whose present is the virtual clock's. */
export function virtualDate(nowMs: () => number): DateConstructor {
  return new Proxy(Date, {
    construct: (target, values) => Reflect.construct(target, values.length === 0 ? [nowMs()] : values),
    get: (target, name) => (name === 'now' ? nowMs : Reflect.get(target, name)),
  });
}

/** What a service tells; each declares its own in its events.ts. */
export interface Happening {
  readonly type: string;
}

/** The one of `E` that bears this name. */
export type Named<E extends Happening, Name extends E['type']> = E extends { readonly type: infer Type }
  ? Name extends Type
    ? E & { readonly type: Name }
    : never
  : never;

/** By the event's name. */
export type Listeners<E extends Happening> = {
  readonly [Name in E['type']]?: (event: Named<E, Name>) => void;
};

/** What a service sees of the bus: it tells what is its own, and hears what it names. */
export interface Events<E extends Happening> {
  emit(event: E): void;
  /** In order of subscription with everybody else. Call the answer to unsubscribe. */
  on(listeners: Listeners<E>): () => void;
}

export interface EventBus<E extends Happening> extends Events<E> {
  /** Hears everything. Delivery is synchronous, in order of subscription. Call the answer to unsubscribe. */
  subscribe(listener: (event: E) => void): () => void;
}

/**
 * Events raised while one is being delivered wait for their turn, so every listener sees one order. A listener that
 * throws keeps the event from nobody; its error reaches whoever raised the first event.
 */
export function eventBus<E extends Happening>(): EventBus<E> {
  const listeners = new Set<(event: E) => void>();
  const queue: E[] = [];
  let delivering = false;

  const add = (listener: (event: E) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const tell = (event: E, errors: unknown[]) => {
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        errors.push(error);
      }
    }
  };

  return {
    emit(event) {
      queue.push(event);
      if (delivering) return;
      delivering = true;
      const errors: unknown[] = [];
      for (let next = queue.shift(); next; next = queue.shift()) tell(next, errors);
      delivering = false;
      if (errors.length > 0) throw errors[0];
    },
    // An arrow of its own: the same listener may subscribe twice.
    subscribe: (listener) => add((event) => listener(event)),
    on: (named) =>
      add((event) => {
        const listener: unknown = Reflect.get(named, event.type);
        if (typeof listener === 'function') listener(event);
      }),
  };
}

/** Counts what is under way: running Functions, calls in flight, deliveries, planned steps. Zero is rest. */
export interface Activity {
  /** Call the answer once, when it is over. */
  begin(): () => void;
  isQuiet(): boolean;
}

export function createActivity(): Activity {
  let underWay = 0;
  return {
    begin() {
      underWay += 1;
      let over = false;
      return () => {
        if (!over) underWay -= 1;
        over = true;
      };
    },
    isQuiet: () => underWay === 0,
  };
}

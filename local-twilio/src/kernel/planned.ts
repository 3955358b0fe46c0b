/** What was planned, each for some turns. */
export interface Planned<Plan extends { readonly times: number }> {
  add(plan: Plan): void;
  clear(): void;
  list(): readonly Plan[];
  /** Uses up one turn of the first that fits. */
  take(fits: (plan: Plan) => boolean): Plan | undefined;
}

export function planned<Plan extends { readonly times: number }>(): Planned<Plan> {
  let plans: readonly Plan[] = [];
  return {
    add(plan) {
      plans = [...plans, plan];
    },
    clear() {
      plans = [];
    },
    list: () => plans,
    take(fits) {
      const found = plans.find(fits);
      if (!found) return undefined;
      plans = plans
        .map((plan) => (plan === found ? { ...plan, times: plan.times - 1 } : plan))
        .filter(({ times }) => times > 0);
      return found;
    },
  };
}

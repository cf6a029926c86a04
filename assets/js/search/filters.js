// Filters over pages. chosen: filter → the values that were ticked.

const has = (page, name, value) => [page[name] ?? []].flat().includes(value);

// Values of one filter widen the choice, another filter narrows it.
export function passes({ page }, chosen) {
  return Object.entries(chosen).every(([name, values]) => values.some((value) => has(page, name, value)));
}

// How many pages a value would give, the other filters being as they are.
export function count(found, chosen, name, value) {
  const { [name]: _, ...others } = chosen;
  return found.filter((one) => passes(one, others) && has(one.page, name, value)).length;
}

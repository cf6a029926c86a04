// Filters over pages by their ids. members: filter → value → ids; chosen: filter → the values that were ticked.

// Values of one filter widen the choice, another filter narrows it.
export function passes(page, chosen, members) {
  return Object.entries(chosen).every(([name, values]) => values.some((value) => members[name]?.[value]?.has(page.id)));
}

// Per value how many pages it would give, the other filters being as they are.
export function counts(pages, chosen, members) {
  const out = {};
  for (const [name, values] of Object.entries(members)) {
    const { [name]: _, ...others } = chosen;
    const left = pages.filter((page) => passes(page, others, members));
    out[name] = Object.fromEntries(Object.entries(values).map(([value, ids]) => [value, left.filter((page) => ids.has(page.id)).length]));
  }
  return out;
}

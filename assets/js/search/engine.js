// One Pagefind per language: the reader's own first, the other for the hits below.
// Each bundle is its own module with its own index; nothing is loaded before the first query.
const engines = new Map();

function engine(path, base) {
  if (!engines.has(path)) {
    engines.set(path, import(path).then(async (pagefind) => {
      await pagefind.options({ baseUrl: base, excerptLength: 24 });
      await pagefind.init();
      return pagefind;
    }));
  }
  return engines.get(path);
}

async function one(path, base, query, filters) {
  const pagefind = await engine(path, base);
  if (filters) await pagefind.filters(); // without it Pagefind does not count per filter
  return pagefind.search(query, { filters });
}

// own and other: what Pagefind returns, `results` with a lazy data() each.
export async function search(form, query, filters) {
  const { own, other, base } = form.dataset;
  const [mine, theirs] = await Promise.all([
    one(own, base, query, filters),
    one(other, base, query, filters).catch(() => ({ results: [], filters: {} })),
  ]);
  return { own: mine, other: theirs };
}

// A term whose name or one of whose forms is exactly what was typed comes first; Pagefind favours short pages.
function exact(data, query) {
  const names = [data.meta.title, ...(data.meta.alias ?? "").split(", ")];
  return names.some((name) => name.toLowerCase() === query.toLowerCase());
}

export async function load(results, query, from, to) {
  const loaded = await Promise.all(results.slice(from, to).map((result) => result.data()));
  return loaded.sort((a, b) => exact(b, query) - exact(a, query));
}

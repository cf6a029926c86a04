// Which page a query is about where no phrase has its words: words that stand on the same passages, and are asked of them, mean much the
// same (latent semantic analysis). Each word is a direction, a phrase and a query go where their words do.
const SIZE = 24, TURNS = 2; // of a direction; of the search for the directions that tell passages apart best
const LEAST = 1e-12; // fewer passages have no more directions than they are
const NEAR = 0.4, TOGETHER = 10; // a phrase goes where the query does from this cosine on; so many of a page or passage count

const unit = (vector, from = 0) => {
  let square = 0;
  for (let a = 0; a < SIZE; a++) square += vector[from + a] ** 2;
  for (let a = 0; a < SIZE && square; a++) vector[from + a] /= Math.sqrt(square);
};

// stems: stem → the passages that have it, and how much. phrases: see asked.js. stemsOf: of a text, those that count.
export function unpackMeaning(stems, passages, phrases, stemsOf) {
  const number = new Map(passages.map((passage, i) => [passage, i])), word = new Map(), worth = [];
  const having = [...stems].filter(([, { passages: all }]) => all.size), length = having.reduce((sum, [, { passages: all }]) => sum + all.size, 0);
  const table = { row: new Int32Array(length), at: new Int32Array(length), amount: new Float64Array(length) }, squares = new Float64Array(passages.length);
  let cell = 0;
  for (const [stem, { passages: all }] of having) {
    const rare = Math.log(1 + passages.length / (1 + all.size));
    for (const [passage, amount] of all) {
      const at = number.get(passage), much = rare * Math.log(1 + amount);
      table.row[cell] = worth.length;
      table.at[cell] = at;
      table.amount[cell++] = much;
      squares[at] += much * much;
    }
    word.set(stem, worth.push(Math.sqrt(rare)) - 1);
  }
  for (let i = 0; i < length; i++) table.amount[i] /= Math.sqrt(squares[table.at[i]]);
  const toWords = (directions) => across(table, directions, worth.length, false);
  let directions = chance(passages.length);
  for (let turn = 0; turn < TURNS; turn++) directions = across(table, toWords(apart(directions)), passages.length, true);
  const vectors = toWords(apart(directions));
  for (let i = 0; i < worth.length; i++) unit(vectors, i * SIZE);
  const meaning = { stemsOf, word, worth, vectors, phrases, gone: new Float32Array(phrases.length * SIZE) };
  phrases.forEach((phrase, i) => meaning.gone.set(direction([...phrase.stems].map((stem) => [stem, 1]), meaning), i * SIZE));
  return meaning;
}

// Numbers that are the same each time.
function chance(length) {
  let seed = 1;
  return Float64Array.from({ length: length * SIZE }, () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5);
}

// What is known of words by their passages, or of passages by their words: from one to the other and back.
function across({ row, at, amount }, from, length, back) {
  const out = new Float64Array(length * SIZE);
  for (let i = 0; i < at.length; i++) {
    const to = (back ? at[i] : row[i]) * SIZE, begin = (back ? row[i] : at[i]) * SIZE, much = amount[i];
    for (let a = 0; a < SIZE; a++) out[to + a] += much * from[begin + a];
  }
  return out;
}

// Directions at right angles, each of length one.
function apart(directions) {
  for (let a = 0; a < SIZE; a++) {
    for (let b = 0; b <= a; b++) {
      let along = 0;
      for (let i = 0; i < directions.length; i += SIZE) along += directions[i + a] * directions[i + b];
      for (let i = a, j = b; i < directions.length; i += SIZE, j += SIZE) directions[i] = b < a ? directions[i] - along * directions[j] : along > LEAST ? directions[i] / Math.sqrt(along) : 0;
    }
  }
  return directions;
}

// Where words go together, each [stem, weight].
function direction(list, { word, worth, vectors }) {
  const out = new Float64Array(SIZE);
  for (const [stem, weight] of list) {
    const at = word.get(stem);
    for (let a = 0; at !== undefined && a < SIZE; a++) out[a] += weight * worth[at] * vectors[at * SIZE + a];
  }
  unit(out);
  return out;
}

// Of each idea the ways that weigh most of those that have a direction.
function known({ ways }, { word, stemsOf }) {
  const having = ways.map(([text, weight]) => [stemsOf(text).filter((stem) => word.has(stem)), weight]).filter(([stems]) => stems.length);
  const most = having.filter(([, weight]) => weight === Math.max(...having.map(([, each]) => each)));
  return most.flatMap(([stems, weight]) => stems.map((stem) => [stem, weight / most.length]));
}

// page or passage → how much of what people ask of it goes where the query does.
export function goesTo(ideas, meaning) {
  const to = direction(ideas.flatMap((idea) => known(idea, meaning)), meaning), each = new Map();
  meaning.phrases.forEach(({ passage }, i) => {
    let near = 0;
    for (let a = 0; a < SIZE; a++) near += to[a] * meaning.gone[i * SIZE + a];
    if (near > NEAR) for (const one of [passage, passage.page]) (each.get(one) ?? each.set(one, []).get(one)).push(near ** 2);
  });
  return new Map([...each].map(([one, all]) => [one, all.sort((a, b) => b - a).slice(0, TOGETHER).reduce((a, b) => a + b)]));
}

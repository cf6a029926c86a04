// A test says at once whether an answer is right, and counts at the end what was right the first time. Nothing is kept
// or sent: it is gone with the page. Without this script every answer opens by itself.
const inputsOf = (question) => [...question.querySelectorAll("input")];
const isRight = (input) => "right" in input.dataset;

function mark(input, text, kind) {
  const option = input.closest("label");
  option.classList.remove("question__option--right", "question__option--wrong");
  if (kind) option.classList.add(`question__option--${kind}`);
  option.querySelector("[data-mark]").textContent = text;
}

function clear(question) {
  for (const input of inputsOf(question)) mark(input, "");
  question.querySelector("[data-result]").textContent = "";
}

function check(question, text, first) {
  const inputs = inputsOf(question);
  const result = question.querySelector("[data-result]");
  clear(question);
  if (!inputs.some((input) => input.checked)) {
    result.textContent = text.textNone;
    return;
  }
  const right = inputs.every((input) => input.checked === isRight(input));
  for (const input of inputs) {
    if (isRight(input)) mark(input, text.textMarkRight, "right");
    else if (input.checked) mark(input, text.textMarkWrong, "wrong");
  }
  result.textContent = right ? text.textRight : text.textWrong;
  question.querySelector("[data-answer]").open = true;
  if (!first.has(question)) first.set(question, right);
}

function start(quiz) {
  const questions = [...quiz.querySelectorAll("[data-question]")];
  const score = quiz.querySelector("[data-score]");
  const again = quiz.querySelector("[data-again]");
  const first = new Map(); // question → right at the first attempt

  function count() {
    if (first.size < questions.length || !again.hidden) return;
    const x = [...first.values()].filter(Boolean).length;
    score.textContent = quiz.dataset.textScore.replace("{x}", x).replace("{y}", questions.length);
    again.hidden = false;
  }

  for (const question of questions) {
    const button = question.querySelector("[data-check]");
    button.hidden = false;
    button.addEventListener("click", () => {
      check(question, quiz.dataset, first);
      count();
    });
    question.addEventListener("change", () => clear(question));
  }

  again.addEventListener("click", () => {
    first.clear();
    for (const question of questions) {
      clear(question);
      question.querySelector("[data-answer]").open = false;
      for (const input of inputsOf(question)) input.checked = false;
    }
    score.textContent = "";
    again.hidden = true;
    questions[0].querySelector("input").focus();
  });
}

for (const quiz of document.querySelectorAll("[data-quiz]")) start(quiz);

// On paper nobody can open anything.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("[data-print-open]:not([open])")) {
    details.open = true;
    addEventListener("afterprint", () => { details.open = false; }, { once: true });
  }
});

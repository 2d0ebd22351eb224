// The answers are added up on this page: nothing is sent. What is said stands in the page already
// and is only shown; if a line here fails, the form goes to the server.
const $ = (id) => document.getElementById(id);
const all = (place, what) => [...place.querySelectorAll(what)];
const form = $("ten"), result = $("result");
const picked = (question) => question.querySelector(":checked");
const questions = all(form, "fieldset");

// An answer is answered where it was given; one that means stop says so at once.
const answer = (question) => {
  for (const said of all(question, ".said")) said.hidden = said.dataset.letter !== picked(question)?.value;
};

form.onchange = (event) => answer(event.target.closest("fieldset"));
form.onsubmit = (event) => {
  const given = questions.map(picked).filter(Boolean);
  const points = given.reduce((sum, { dataset }) => sum + +dataset.risk, 0);
  const lights = all(result, ".light");
  const worst = lights[lights.length - 1];
  const open = questions.filter((question) => !picked(question)).map(({ id }) => id);
  const stop = given.length && (points >= worst.dataset.min || given.some(({ dataset }) => "stop" in dataset));
  const light = stop ? worst : !open.length && lights.filter(({ dataset }) => points >= dataset.min).pop();

  for (const one of lights) one.hidden = one !== light;
  for (const row of all(result, "[data-open]")) row.hidden = !open.includes(row.dataset.open);
  for (const row of all(result, "[data-answer]")) {
    row.hidden = !given.some(({ name, value }) => row.dataset.answer === `${name}-${value}`);
  }
  $("missing").hidden = light || !open.length;
  $("because").hidden = !light;
  result.hidden = false;
  all(result, "h2").find((heading) => heading.offsetParent).focus();
  event.preventDefault();
};
questions.forEach(answer);

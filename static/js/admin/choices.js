// Several of a few: a list of boxes to tick instead of Django's two lists with arrows between.
for (const select of document.querySelectorAll("select.selectfilter")) {
  select.classList.remove("selectfilter");
  const list = document.createElement("div");
  list.className = "choices";
  list.role = "group";
  list.setAttribute("aria-label", select.dataset.fieldName);
  for (const option of select.options) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = option.selected;
    box.addEventListener("change", () => { option.selected = box.checked; });
    select.addEventListener("change", () => { box.checked = option.selected; });
    label.append(box, option.text);
    list.append(label);
  }
  const help = document.getElementById(`${select.id}_helptext`);
  if (help) help.textContent = help.textContent.replace(/按住.*多项。/, "").trim();   // of keys that ticking does not need
  select.hidden = true;
  select.after(list);
}

// Dates and times by the device's own picker instead of Django's calendar, which is made only
// for boxes that still take plain text when the page has loaded.
for (const box of document.querySelectorAll("input.vDateField, input.vTimeField")) {
  const isDate = box.classList.contains("vDateField");
  const typed = box.value;
  box.value = isDate ? typed.replaceAll("/", "-") : typed.replace(/^(\d\d:\d\d):00$/, "$1");
  box.type = isDate ? "date" : "time";
  if (typed && !box.value) {   // not a date: shown as it was typed, with Django's complaint
    box.type = "text";
    box.value = typed;
  }
  for (const words of [...box.closest(".datetime")?.childNodes ?? []]) if (!words.matches?.("input")) words.remove();
  const field = box.closest(".form-row")?.querySelector("label, legend");
  if (field && !box.labels.length) box.setAttribute("aria-label", `${field.textContent.trim().replace(/:$/, "")}，${isDate ? "日期" : "时间"}`);
}

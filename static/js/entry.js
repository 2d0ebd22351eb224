// Small helps of the way in; every page works without them.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
const passwords = document.querySelectorAll("input[type=password]");
if (passwords.length) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => {
    for (const field of passwords) field.type = box.checked ? "text" : "password";
  });
  label.className = "show";
  label.append(box, "显示密码");
  passwords[passwords.length - 1].closest(".field").after(label);
}

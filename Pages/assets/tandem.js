// Makes the pages a little quicker. Every page works without it.
(() => {
  "use strict";
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // Take the reader to the list of problems.
  each("[data-focus]", (problem) => problem.focus());

  // Print buttons are of no use without a script, so they are hidden until now.
  each("[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });

  // Passwords can be looked at while they are typed.
  each("[data-reveal]", (field) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-quiet button-slim";
    button.textContent = "Show password";
    button.setAttribute("aria-controls", field.id);
    button.addEventListener("click", () => {
      const shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.textContent = shown ? "Show password" : "Hide password";
    });
    field.after(button);
    field.form.addEventListener("submit", () => { field.type = "password"; });
  });

  // A text box grows with its text.
  each("textarea[data-grow]", (box) => {
    const grow = () => {
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    };
    box.addEventListener("input", grow);
    grow();
  });

  // Says how many characters are left: seen at once, spoken when the typing rests.
  each("[data-count]", (note) => {
    const box = document.getElementById(note.dataset.count);
    const spoken = document.querySelector("[data-count-status]");
    let rest;
    const count = () => {
      const left = box.maxLength - box.value.length;
      note.textContent = `You have ${left.toLocaleString("en-US")} characters left.`;
      clearTimeout(rest);
      if (spoken && left <= 200) rest = setTimeout(() => { spoken.textContent = note.textContent; }, 1000);
    };
    box.addEventListener("input", count);
    if (box.value) count();
  });
})();

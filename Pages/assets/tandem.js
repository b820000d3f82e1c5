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

  // A draft saves itself when the typing rests, a few times a minute at most. The button saves it too.
  each("form[data-autosave]", (form) => {
    const status = document.querySelector("[data-autosave-status]");
    const version = form.querySelector("[data-version]");
    const quiet = 3000, apart = 15000;
    let timer, last = 0, busy = false, changed = false, over = false;
    const tell = (text) => { if (status && status.textContent !== text) status.textContent = text; };
    const plan = () => {
      changed = true;
      clearTimeout(timer);
      timer = setTimeout(save, Math.max(quiet, last + apart - Date.now()));
    };
    const save = async () => {
      if (!changed || over || busy) return;
      busy = true;
      changed = false;
      last = Date.now();
      try {
        const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
        if (answer.ok) {
          version.value = await answer.text();
          tell(`Saved at ${new Date().toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" })}`);
        } else if (answer.status === 409) {
          over = true;
          tell("This note was saved elsewhere. Press Save the draft to see both.");
        } else {
          tell("Something here cannot be saved yet. Press Save the draft to see what.");
        }
      } catch {
        changed = true;
        tell("Not saved: there is no connection. What you typed is still here.");
        timer = setTimeout(save, apart);
      }
      busy = false;
      if (changed) plan();
    };
    form.addEventListener("input", plan);
    form.addEventListener("submit", () => { over = true; clearTimeout(timer); });
  });
})();

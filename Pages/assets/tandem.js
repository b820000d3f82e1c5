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

  // A draft saves itself when the typing rests, a few times a minute at most, and when somebody looks elsewhere. The button saves
  // it too. Whoever was signed out signs in in another tab; what was typed stays here and is saved when they come back.
  each("form[data-autosave]", (form) => {
    const status = document.querySelector("[data-autosave-status]");
    const version = form.querySelector("[data-version]");
    const quiet = 3000, apart = 15000;
    let timer, last = 0, busy = false, changed = false, over = false, out = false;
    const tell = (text, ...more) => {
      if (status.textContent === text) return;
      status.classList.toggle("warn", !text.startsWith("Saved"));
      status.replaceChildren(text, ...more);
    };
    const signedOut = () => {
      out = changed = true;
      const link = document.createElement("a");
      Object.assign(link, { href: form.dataset.signIn, target: "_blank", rel: "noopener", textContent: "Sign in in another tab" });
      tell("You are signed out, so this is not saved yet. What you typed is still here. ", link, ", then come back to this page.");
    };
    // Another session has another key for its forms; the page of the same note has it.
    const renew = async () => {
      const answer = await fetch(form.action);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const key = page.querySelector(`form[data-autosave="${form.dataset.autosave}"] [name=form_key]`);
      if (key) each("[name=form_key]", (field) => { field.value = key.value; });
      return Boolean(key);
    };
    const send = () => fetch(form.dataset.autosave, {
      method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual", keepalive: document.hidden,
    });
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
        let answer = await send();
        if (answer.status === 403 && await renew()) answer = await send();
        if (answer.type === "opaqueredirect") {
          signedOut();
        } else if (answer.ok) {
          out = false;
          version.value = await answer.text();
          tell(`Saved at ${new Date().toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" })}`);
        } else if (answer.status === 409) {
          over = true;
          out = false;
          tell("This note was saved elsewhere. Press Save the draft to see both.");
        } else if (answer.status === 422) {
          out = false;
          tell("Something here cannot be saved yet. Press Save the draft to see what.");
        } else {
          tell("Not saved. What you typed is still here: copy it before you leave this page.");
        }
      } catch {
        changed = true;
        tell("Not saved: there is no connection. What you typed is still here.");
        timer = setTimeout(save, apart);
      }
      busy = false;
      if (changed && !out) plan();
    };
    form.addEventListener("input", plan);
    document.addEventListener("visibilitychange", () => { if (document.hidden || out) save(); });
    window.addEventListener("focus", () => { if (out) save(); });
    form.addEventListener("submit", async (event) => {
      if (!out) {
        over = true;
        clearTimeout(timer);
        return;
      }
      // Sending now would lead to signing in, and lose what was typed.
      event.preventDefault();
      await save();
      if (!out) form.requestSubmit(event.submitter);
    });
  });
})();

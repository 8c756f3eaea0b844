// The terminal is made when the page has loaded; the keys are its from then on, without a click.
addEventListener("load", () => document.querySelector(".xterm-helper-textarea").focus());

// Puts a chosen file into the field, where its reader sees what will be sent.
document.querySelectorAll("input[type=file][data-into]").forEach((input) => {
  input.addEventListener("change", async () => {
    if (input.files.length === 1) {
      document.getElementById(input.dataset.into).value = await input.files[0].text();
    }
  });
});

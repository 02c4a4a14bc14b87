// The validator badge would ask a server elsewhere.
SwaggerUIBundle({
  url: "../openapi?format=json",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null
});

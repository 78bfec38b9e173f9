// What must never happen on a page, whatever the test is about: an error on the console, something blocked by
// the policy, a request after the first load.

/** Collects what goes wrong on the pages of a context. */
export class Watch {
  /** Sentences, in the order in which things went wrong. */
  problems = [];
  /** Addresses asked for since the last navigation of a page began. */
  requests = [];
  #allowed;
  #loading = true;

  /** @param {RegExp[]} allowed what this test expects to go wrong */
  constructor(allowed = []) {
    this.#allowed = allowed;
  }

  /** Must be called before the first page of the context is opened. */
  async follow(context) {
    await context.exposeBinding("__tdtViolation", (_source, violation) => this.note(`policy: ${violation}`));
    await context.addInitScript(() => {
      addEventListener(
        "securitypolicyviolation",
        (event) => {
          const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
          globalThis.__tdtViolation(
            `${effectiveDirective} blocked ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`,
          );
        },
        true,
      );
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.note(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.note(`uncaught: ${error.error().stack ?? error.error()}`));
    context.on("request", (request) => {
      const address = request.url();
      // A file made by the page itself does not leave it.
      if (address.startsWith("blob:") || address.startsWith("data:")) return;
      if (request.isNavigationRequest()) {
        this.#loading = true;
        this.requests = [];
      }
      this.requests.push(address);
      if (!this.#loading) this.note(`late request: ${request.method()} ${address}`);
    });
  }

  /** From now on, until a page navigates again, any request is one too many. */
  loaded() {
    this.#loading = false;
  }

  note(problem) {
    if (!this.#allowed.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }
}

package cn.trustregistry.web.rest;

import cn.trustregistry.pki.lint.Finding;

/** What a lint found, in JSON. */
public record FindingView(String lint, String severity, String standard, String detail) {
  static FindingView of(Finding finding) {
    return new FindingView(
        finding.lint(), finding.severity().name(), finding.standard(), finding.detail());
  }
}

package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CrlSource;
import org.jspecify.annotations.Nullable;

/** A distribution point in JSON. */
public record CrlSourceView(
    String id,
    String url,
    int minutes,
    String createdAt,
    String dueAt,
    @Nullable String pulledAt,
    String lastResult) {
  static CrlSourceView of(CrlSource source) {
    return new CrlSourceView(
        source.id(),
        source.url(),
        source.minutes(),
        source.createdAt().toString(),
        source.dueAt().toString(),
        source.pulledAt() == null ? null : source.pulledAt().toString(),
        source.lastResult());
  }
}

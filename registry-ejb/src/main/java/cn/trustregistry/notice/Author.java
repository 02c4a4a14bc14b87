package cn.trustregistry.notice;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param company whose notices alone the author works on; null for the platform's, who may work on
 *     all of them
 */
public record Author(@Nullable String company, String name) {
  boolean mayChange(@Nullable String owner) {
    return company == null || company.equals(owner);
  }
}

package cn.trustregistry.centre;

import org.jspecify.annotations.Nullable;

/**
 * A public resource trading centre.
 *
 * @param code its region by GB/T 2260, six digits
 * @param parent the region it lies in, or null at the top
 */
public record TradingCentre(String code, @Nullable String parent, String nameZh, String nameEn) {}

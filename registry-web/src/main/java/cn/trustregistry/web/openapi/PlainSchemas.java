package cn.trustregistry.web.openapi;

import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas of OpenAPI 3.0, which Payara writes, good ones of 3.1: takes out the defaults that
 * it writes for each annotated field. They say nothing in 3.0 but are wrong in 3.1, where exclusive
 * limits are numbers and nothing is nullable.
 */
final class PlainSchemas {
  private static final String VERSION = "3.1.0";

  private PlainSchemas() {}

  static void in(OpenAPI api) {
    if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
      api.getComponents().getSchemas().values().forEach(PlainSchemas::plain);
    }
    api.setOpenapi(VERSION);
  }

  private static void plain(Schema schema) {
    dropFalse(schema.getExclusiveMaximum(), schema::setExclusiveMaximum);
    dropFalse(schema.getExclusiveMinimum(), schema::setExclusiveMinimum);
    dropFalse(schema.getUniqueItems(), schema::setUniqueItems);
    dropFalse(schema.getNullable(), schema::setNullable);
    dropFalse(schema.getReadOnly(), schema::setReadOnly);
    dropFalse(schema.getWriteOnly(), schema::setWriteOnly);
    dropFalse(schema.getDeprecated(), schema::setDeprecated);
    dropZero(schema.getMinLength(), schema::setMinLength);
    dropZero(schema.getMinProperties(), schema::setMinProperties);
    dropZero(schema.getMaxProperties(), schema::setMaxProperties);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(PlainSchemas::plain);
    }
    if (schema.getItems() != null) {
      plain(schema.getItems());
    }
  }

  private static void dropFalse(@Nullable Boolean value, Consumer<@Nullable Boolean> setter) {
    if (Boolean.FALSE.equals(value)) {
      setter.accept(null);
    }
  }

  private static void dropZero(@Nullable Integer value, Consumer<@Nullable Integer> setter) {
    if (value != null && value == 0) {
      setter.accept(null);
    }
  }
}

package cn.trustregistry.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Optional;

/** The parameters of a page's address; what is missing or makes no sense counts as not given. */
@Named
@RequestScoped
public class Query {
  /** The text of a parameter; empty if it is absent or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(
            FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> values, E otherwise) {
    return text(name)
        .flatMap(
            value ->
                Arrays.stream(values.getEnumConstants())
                    .filter(e -> e.name().equals(value))
                    .findFirst())
        .orElse(otherwise);
  }
}

package cn.trustregistry.recognition;

/**
 * The project that a question is about, as far as rules need it.
 *
 * @param centre GB/T 2260 code of the centre that reported it
 * @param code the centre's own code for it
 * @param ended whether its trading had ended at the moment asked about
 */
public record NamedProject(String centre, String code, boolean ended) {
  /** How rules name it: {@code centre/code}. */
  public String name() {
    return centre + "/" + code;
  }
}

package cn.trustregistry.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.trustregistry.access.SecretBox;
import cn.trustregistry.access.Sha256;
import cn.trustregistry.application.ApplicationRefused.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps materials, sealed. */
@ApplicationScoped
class MaterialStore {
  @PersistenceContext EntityManager entities;
  @Inject SecretBox box;

  /**
   * @param row locked
   * @throws ApplicationRefused if it is of no type taken, or over a limit
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(ApplicationRow row, String name, byte[] content, Instant at) {
    MaterialType type = judge(row, content);
    int number = 1 + numbers(row).stream().mapToInt(n -> n).max().orElse(0);
    MaterialRow material = new MaterialRow();
    material.key = new MaterialRow.Key(row.id, number);
    material.sealedName =
        box.seal(Material.tidy(name).getBytes(UTF_8), row.materialName(number) + " name");
    material.type = type.name();
    material.octets = content.length;
    material.sha256 = Sha256.hex(content);
    material.sealed = box.seal(content, row.materialName(number));
    material.addedAt = at;
    entities.persist(material);
  }

  private MaterialType judge(ApplicationRow row, byte[] content) {
    if (content.length == 0) {
      throw new ApplicationRefused(Kind.MATERIAL_EMPTY, "The file is empty.");
    }
    if (content.length > Material.LARGEST) {
      throw new ApplicationRefused(
          Kind.MATERIAL_TOO_LARGE, "A file has at most " + Material.LARGEST + " octets.");
    }
    MaterialType type =
        MaterialType.of(content)
            .orElseThrow(
                () -> new ApplicationRefused(Kind.MATERIAL_TYPE, "PDF, JPEG and PNG are taken."));
    if (numbers(row).size() >= Material.MOST || sum(row) + content.length > Material.LARGEST_SUM) {
      throw new ApplicationRefused(
          Kind.TOO_MANY_MATERIALS,
          Material.MOST + " files and " + Material.LARGEST_SUM + " octets together are taken.");
    }
    return type;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public List<Integer> numbers(ApplicationRow row) {
    return entities
        .createQuery(
            "select m.key.number from MaterialRow m where m.key.application = :id", Integer.class)
        .setParameter("id", row.id)
        .getResultList();
  }

  private long sum(ApplicationRow row) {
    Long sum =
        entities
            .createQuery(
                "select sum(m.octets) from MaterialRow m where m.key.application = :id", Long.class)
            .setParameter("id", row.id)
            .getSingleResult();
    return sum == null ? 0 : sum;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void remove(ApplicationRow row, int number) {
    entities
        .createQuery("delete from MaterialRow m where m.key = :key")
        .setParameter("key", new MaterialRow.Key(row.id, number))
        .executeUpdate();
  }

  /** How many there were. */
  @Transactional(Transactional.TxType.MANDATORY)
  public int removeAll(ApplicationRow row) {
    return entities
        .createQuery("delete from MaterialRow m where m.key.application = :id")
        .setParameter("id", row.id)
        .executeUpdate();
  }

  @Transactional
  public Optional<byte[]> content(ApplicationRow row, int number) {
    return Optional.ofNullable(
            entities.find(MaterialRow.class, new MaterialRow.Key(row.id, number)))
        .map(
            material ->
                box.open(material.sealed, row.materialName(number))
                    .orElseThrow(() -> new IllegalStateException("the seal key is another one")));
  }
}

package cn.trustregistry.recognition;

import cn.trustregistry.recognition.Categories.Category;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "category")
class CategoryRow {
  @Embeddable
  record Key(
      @Column(name = "code_system") String codeSystem,
      @Column(name = "version") String version,
      @Column(name = "code") String code)
      implements Serializable {}

  @EmbeddedId Key key;

  @Column @Nullable String parent;

  @Column(name = "name_zh")
  String nameZh;

  @Column(name = "name_en")
  String nameEn;

  @Column(name = "added_at")
  Instant addedAt;

  CategoryRow() {}

  CategoryRow(Category category, Instant at) {
    CategoryRef ref = category.ref();
    this.key = new Key(ref.system(), ref.version(), ref.code());
    CategoryRef above = category.parent();
    this.parent = above == null ? null : above.code();
    this.nameZh = category.nameZh();
    this.nameEn = category.nameEn();
    this.addedAt = at;
  }

  Category toCategory() {
    CategoryRef ref = new CategoryRef(key.codeSystem(), key.version(), key.code());
    CategoryRef above =
        parent == null ? null : new CategoryRef(key.codeSystem(), key.version(), parent);
    return new Category(ref, above, nameZh, nameEn);
  }
}

package cn.trustregistry.web.portal;

import cn.trustregistry.receipt.ReceiptRefused;
import cn.trustregistry.receipt.ReceiptVerifier;
import cn.trustregistry.receipt.ReceiptWords;
import cn.trustregistry.receipt.issuing.Receipts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which anybody verifies a receipt; nothing that is pasted there is kept. */
@Named
@RequestScoped
public class ReceiptPage {
  @Inject Receipts receipts;
  @Inject Language language;

  private String text = "";
  private @Nullable Boolean genuine;
  private List<String> sentences = List.of();

  public void verify() {
    ReceiptWords words = ReceiptWords.onScreen(language.isChinese());
    try {
      ReceiptVerifier.Proven proven = receipts.verify(text);
      genuine = true;
      sentences = words.of(proven);
    } catch (ReceiptRefused refused) {
      genuine = false;
      sentences = List.of(words.of(refused));
    }
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  /** Whether something was verified. */
  public boolean isAnswered() {
    return genuine != null;
  }

  public boolean isGenuine() {
    return Boolean.TRUE.equals(genuine);
  }

  public List<String> getSentences() {
    return sentences;
  }
}

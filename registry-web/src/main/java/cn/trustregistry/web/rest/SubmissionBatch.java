package cn.trustregistry.web.rest;

import cn.trustregistry.publication.CertificateSubmission;
import cn.trustregistry.publication.Draft;
import cn.trustregistry.publication.PublicationRefused;
import cn.trustregistry.publication.PublicationRefused.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that are published together. */
final class SubmissionBatch {
  private final List<NdjsonLines.Line> lines = new ArrayList<>();

  void add(NdjsonLines.Line line) {
    lines.add(line);
  }

  int size() {
    return lines.size();
  }

  /** The number in the body of each line. */
  List<Long> numbers() {
    return lines.stream().map(NdjsonLines.Line::number).toList();
  }

  /** How a list of submissions becomes a list of drafts of the same length. */
  interface Examination {
    List<Draft> examine(List<CertificateSubmission> submissions);
  }

  /** A draft for each line; those that are no submissions are not shown to the examination. */
  List<Draft> drafts(Examination examination) {
    List<CertificateSubmission> submissions = new ArrayList<>(lines.size());
    List<Draft.@Nullable Unfit> unreadable = new ArrayList<>(lines.size());
    for (NdjsonLines.Line line : lines) {
      try {
        submissions.add(read(line));
        unreadable.add(null);
      } catch (PublicationRefused refused) {
        unreadable.add(new Draft.Unfit(refused));
      }
    }
    Iterator<Draft> examined = examination.examine(submissions).iterator();
    return unreadable.stream().map(unfit -> unfit == null ? examined.next() : unfit).toList();
  }

  private static CertificateSubmission read(NdjsonLines.Line line) {
    byte[] text = line.text();
    if (text == null) {
      throw new PublicationRefused(
          Kind.MALFORMED_SUBMISSION,
          "line",
          "The line is longer than " + BulkPublication.LINE_LIMIT + " octets.");
    }
    return SubmissionJson.read(text);
  }
}

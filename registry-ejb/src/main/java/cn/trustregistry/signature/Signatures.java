package cn.trustregistry.signature;

import cn.trustregistry.access.Caller.CentreClient;
import cn.trustregistry.pki.signature.SignerJudgement;
import cn.trustregistry.signature.SignatureAnswer.Signer;
import cn.trustregistry.validation.RecordId;
import cn.trustregistry.validation.RegistryUnavailable;
import cn.trustregistry.validation.RequestRefused;
import cn.trustregistry.validation.Validations;
import cn.trustregistry.validation.Validations.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The use case: a signature becomes an answer and a durable record, in this order. */
@ApplicationScoped
public class Signatures {
  @Inject Validations validations;
  @Inject SignatureLog log;

  /**
   * @param now the moment of the call
   * @throws RequestRefused if the question about a certificate cannot be asked
   * @throws RegistryUnavailable if there is no answer now
   */
  public SignatureAnswer verify(CentreClient centre, SignatureRequest request, Instant now)
      throws RequestRefused, RegistryUnavailable {
    List<Signer> signers = new ArrayList<>();
    for (SignerJudgement judgement : request.signature().judge(request.content(), request.at())) {
      signers.add(new Signer(judgement, validation(centre, request, judgement, now)));
    }
    SignatureAnswer answer = new SignatureAnswer(RecordId.at(now), now, signers);
    log.append(centre, request, answer);
    return answer;
  }

  private Optional<Recorded> validation(
      CentreClient centre, SignatureRequest request, SignerJudgement judgement, Instant now)
      throws RequestRefused, RegistryUnavailable {
    return judgement.certificate() == null
        ? Optional.empty()
        : Optional.of(
            validations.validate(centre, request.use().apply(judgement.certificate()), now));
  }
}

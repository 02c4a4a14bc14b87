-- Certificates of a holder over all companies, for the subject register.
ALTER TABLE certificate
  ADD KEY certificate_uscc_seq (uscc, seq);

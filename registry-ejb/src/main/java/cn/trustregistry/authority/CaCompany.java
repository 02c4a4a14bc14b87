package cn.trustregistry.authority;

import cn.trustregistry.pki.gm.SubjectIdMapping;

/**
 * A CA company (电子认证服务机构), the tenant that owns issuers, certificates, CRLs and tariffs.
 *
 * @param code short stable name, for example {@code gxca}
 * @param subjectIds where its certificates carry the holder's code
 */
public record CaCompany(
    String code, String nameZh, String nameEn, String hotline, SubjectIdMapping subjectIds) {}

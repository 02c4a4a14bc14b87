package cn.trustregistry.authority;

import java.util.List;

/**
 * A CA company (电子认证服务机构), the tenant that owns issuers, certificates, CRLs and tariffs.
 *
 * @param code short stable name, for example {@code gxca}
 * @param subjectIds where its certificates carry the holder's number, in order of preference
 */
public record CaCompany(
    String code, String nameZh, String nameEn, String hotline, List<String> subjectIds) {}

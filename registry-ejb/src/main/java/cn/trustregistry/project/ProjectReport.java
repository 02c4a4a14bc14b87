package cn.trustregistry.project;

import cn.trustregistry.recognition.CategoryRef;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a centre says of one of its projects; what is null is not said.
 *
 * @param code the centre's own code for it, 1 to 64 characters
 * @param listedOn the day it was listed (挂牌、公告发布), Asia/Shanghai
 * @param sealedAt when the bids were sealed (投标截止)
 * @param openedAt when they were opened (开标)
 * @param endedAt when its trading ended (交易结束)
 */
public record ProjectReport(
    String code,
    @Nullable String name,
    @Nullable CategoryRef category,
    @Nullable LocalDate listedOn,
    @Nullable Instant sealedAt,
    @Nullable Instant openedAt,
    @Nullable Instant endedAt) {}

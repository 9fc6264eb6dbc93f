package org.safecommunity.model.procedure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.safecommunity.model.LocalText;

/** Something that somebody has to do in the procedure, and who. */
public enum ProcedureTask {
    /** File the start of the work. */
    FILING("file the start of the work", "办理启动备案", true),
    /** Apply for assessment. */
    APPLICATION("apply for assessment", "申请评定", true),
    /** Recommend the community. */
    RECOMMENDATION("examine and recommend", "审核推荐", false),
    /** Review the documents. */
    DOC_REVIEW("review the documents", "审核资料", false),
    /** Hand in the additions asked for. */
    ADDITIONS("hand in the additions asked for", "补交资料", true),
    /** Assess on site. */
    ON_SITE("assess on site", "现场评定", false),
    /** Decide. */
    DECISION("decide on the assessment", "作出评定结论", false),
    /** Put right what the assessment found. */
    CORRECTION("put right what the assessment found", "完成整改", true),
    /** Name the community. */
    NAMING("name the community", "命名", false),
    /** Hand in the annual report. */
    ANNUAL_REPORT("hand in the annual report", "提交年度报告", true),
    /** Hold a spot check. */
    SPOT_CHECK("hold a spot check", "抽查", false),
    /** Go through the re-assessment. */
    REASSESSMENT("go through the re-assessment", "接受复评", true),
    /** Renew the name before it expires. */
    RENEWAL("renew the name before it expires", "到期前再次命名", true),
    /** Receive a visit of the assessors. */
    SITE_VISIT("receive a visit of the assessors", "接受现场访问", true),
    /** Start a new procedure. */
    NEW_START("start a new procedure", "重新启动建设", true);

    private final LocalText title;
    private final boolean community;

    ProcedureTask(String en, String zh, boolean community) {
        this.title = new LocalText(en, zh);
        this.community = community;
    }

    /** Name for a reader, as something to do. */
    public LocalText title() {
        return title;
    }

    /** Whether the community does it; else the authority or the assessing body does. */
    public boolean isOfCommunity() {
        return community;
    }

    /** The name as written in results, e.g. {@code annual-report}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

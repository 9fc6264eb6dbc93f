package org.safecommunity.risk.danger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.safecommunity.model.LocalText;

/**
 * What a major hidden danger needs in writing: a plan of six parts and a report of three. Immutable.
 *
 * @param texts text of each part, or where it is written; a part that is not there is missing
 */
public record MajorDocuments(Map<Part, String> texts) {
    /** No part. */
    public static final MajorDocuments NONE = new MajorDocuments(Map.of());

    /** The parts: the plan of treatment (治理方案) and the report (报告), with the column each stands in. */
    public enum Part {
        /** 目标和任务. */
        GOALS("plan_goals", "plan: goals and tasks", "治理方案：目标和任务"),
        /** 方法和措施. */
        METHODS("plan_methods", "plan: methods and measures", "治理方案：方法和措施"),
        /** 经费和物资. */
        FUNDS("plan_funds", "plan: funds and materials", "治理方案：经费和物资"),
        /** 机构和人员. */
        PEOPLE("plan_people", "plan: body and people", "治理方案：机构和人员"),
        /** 时限和要求. */
        TIME("plan_time", "plan: time limit and requirements", "治理方案：时限和要求"),
        /** 安全措施和应急预案. */
        SAFETY("plan_safety", "plan: safety measures and emergency plan", "治理方案：安全措施和应急预案"),
        /** 现状及其产生原因. */
        STATE("report_state", "report: present state and cause", "报告：现状及其产生原因"),
        /** 危害程度和整改难易程度. */
        HARM("report_harm", "report: degree of harm and difficulty", "报告：危害程度和整改难易程度"),
        /** 治理方案. */
        TREATMENT("report_treatment", "report: treatment plan", "报告：治理方案");

        private final String column;
        private final LocalText title;

        Part(String column, String en, String zh) {
            this.column = column;
            this.title = new LocalText(en, zh);
        }

        /** Column that holds it. */
        public String column() {
            return column;
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }
    }

    /** Copies the texts. */
    public MajorDocuments {
        texts = Map.copyOf(texts);
    }

    /** Parts that are missing, in order. */
    public List<Part> missing() {
        return Arrays.stream(Part.values())
                .filter(part -> texts.getOrDefault(part, "").isBlank())
                .toList();
    }
}

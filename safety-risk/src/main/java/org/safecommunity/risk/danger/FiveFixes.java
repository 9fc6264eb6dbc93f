package org.safecommunity.risk.danger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/**
 * The five fixes (五落实) that must be complete before a hidden danger is assigned. Immutable.
 *
 * @param responsible 责任, who answers for it, or empty
 * @param measures    措施, or empty
 * @param funds       资金, or empty
 * @param due         时限, or null
 * @param plan        预案, or empty
 */
public record FiveFixes(
        String responsible,
        String measures,
        String funds,
        @Nullable LocalDate due,
        String plan) {
    /** None of the five. */
    public static final FiveFixes NONE = new FiveFixes("", "", "", null, "");

    /** The five, with the column each stands in. */
    public enum Fix {
        /** 责任. */
        RESPONSIBILITY(new LocalText("responsibility", "责任"), "responsible"),
        /** 措施. */
        MEASURES(new LocalText("measures", "措施"), "measures"),
        /** 资金. */
        FUNDS(new LocalText("funds", "资金"), "funds"),
        /** 时限. */
        TIME_LIMIT(new LocalText("time limit", "时限"), "due"),
        /** 预案. */
        PLAN(new LocalText("contingency plan", "预案"), "contingency_plan");

        private final LocalText title;
        private final String column;

        Fix(LocalText title, String column) {
            this.title = title;
            this.column = column;
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Column that holds it. */
        public String column() {
            return column;
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component other than the time limit is null
     */
    public FiveFixes {
        requireNonNull(responsible, "responsible");
        requireNonNull(measures, "measures");
        requireNonNull(funds, "funds");
        requireNonNull(plan, "plan");
    }

    /** Those that are missing, in order. */
    public Set<Fix> missing() {
        Set<Fix> missing = EnumSet.noneOf(Fix.class);
        addIf(missing, Fix.RESPONSIBILITY, responsible.isBlank());
        addIf(missing, Fix.MEASURES, measures.isBlank());
        addIf(missing, Fix.FUNDS, funds.isBlank());
        addIf(missing, Fix.TIME_LIMIT, due == null);
        addIf(missing, Fix.PLAN, plan.isBlank());
        return missing;
    }

    private static void addIf(Set<Fix> missing, Fix fix, boolean absent) {
        if (absent) {
            missing.add(fix);
        }
    }
}

package org.safecommunity.risk.priority;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.internal.Checks;

/**
 * Haddon's matrix of three phases and four factors, filled with measures. Immutable.
 *
 * @param measures measures, in order
 * @see <a href="https://doi.org/10.1136/ip.4.4.302">Runyan (1998), Injury Prevention 4:302–307</a>
 */
public record HaddonMatrix(List<Measure> measures) {
    /** Rows: before, during and after the event (primary, secondary and tertiary prevention). */
    public enum Phase {
        /** 事前. */
        PRE(new LocalText("pre-event", "事前")),
        /** 事中. */
        EVENT(new LocalText("event", "事中")),
        /** 事后. */
        POST(new LocalText("post-event", "事后"));

        private final LocalText title;

        Phase(LocalText title) {
            this.title = title;
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Lower-case name as in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The phase of a label or name. */
        public static Optional<Phase> parse(String text) {
            String plain = text.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(p -> p.label().equals(plain)
                            || p.title.en().equals(plain)
                            || p.title.zh().equals(plain))
                    .findFirst();
        }
    }

    /** Columns. */
    public enum Factor {
        /** 宿主（人）. */
        HOST(new LocalText("host", "宿主")),
        /** 致伤因子（媒介物）. */
        VEHICLE(new LocalText("vehicle or vector", "致伤因子")),
        /** 物理环境. */
        PHYSICAL(new LocalText("physical environment", "物理环境")),
        /** 社会环境. */
        SOCIAL(new LocalText("social environment", "社会环境"));

        private final LocalText title;

        Factor(LocalText title) {
            this.title = title;
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Lower-case name as in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The factor of a label or name. */
        public static Optional<Factor> parse(String text) {
            String plain = text.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(f -> f.label().equals(plain)
                            || f.title.en().equals(plain)
                            || f.title.zh().equals(plain))
                    .findFirst();
        }
    }

    /**
     * A measure in its cell.
     *
     * @param phase  row, not null
     * @param factor column, not null
     * @param text   what is done, not blank
     */
    public record Measure(Phase phase, Factor factor, String text) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the text is blank
         */
        public Measure {
            java.util.Objects.requireNonNull(phase, "phase");
            java.util.Objects.requireNonNull(factor, "factor");
            Checks.text(text, "text");
        }
    }

    /**
     * A remark on a plan.
     *
     * @param code stable code
     * @param text what is weak about it
     */
    public record Warning(String code, LocalText text) {}

    /** Copies the measures. */
    public HaddonMatrix {
        measures = List.copyOf(measures);
    }

    /** The measures of a cell. */
    public List<String> cell(Phase phase, Factor factor) {
        return measures.stream()
                .filter(m -> m.phase() == phase && m.factor() == factor)
                .map(Measure::text)
                .toList();
    }

    /** What is weak about the plan: an empty row, or measures that all ask something of the person. */
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            if (measures.stream().noneMatch(m -> m.phase() == phase)) {
                warnings.add(new Warning(
                        "empty-phase",
                        new LocalText(
                                "no measure for the " + phase.title().en() + " phase",
                                phase.title().zh() + "阶段没有措施")));
            }
        }
        if (!measures.isEmpty() && measures.stream().allMatch(m -> m.factor() == Factor.HOST)) {
            warnings.add(new Warning(
                    "host-only",
                    new LocalText(
                            "every measure asks something of the person; none changes product, place or rules",
                            "全部措施都针对人，没有改变产品、场所或制度的措施")));
        }
        return List.copyOf(warnings);
    }
}

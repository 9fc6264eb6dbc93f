package org.safecommunity.cli.worksheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.register.RegisterTable;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.Status;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.score.RiskScore.Step;
import org.safecommunity.risk.worksheet.BowTie;
import org.safecommunity.risk.worksheet.BowTie.Barrier;

/** The elements of bow-ties, put together when the file is read, with their frequencies as rows. */
final class BowTieRows {
    /** Id of the worksheet. */
    static final String KIND = "bow-tie";

    private static final String FREQUENCY = "frequency";
    private static final String PROBABILITY = "failure_probability";

    private final CommonOptions options;
    private final List<Element> elements = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<ResultRow> rows = new ArrayList<>();

    private record Element(
            int line,
            String bowTie,
            String id,
            String kind,
            String of,
            @Nullable Double number) {}

    BowTieRows(CommonOptions options) {
        this.options = options;
    }

    /** Refuses the row where its numbers are none, its kind is not known, or its id was used. */
    void check(RegisterTable table) {
        String key = table.text("bow_tie") + "\n" + table.text("element");
        if (!table.text("element").isEmpty() && !ids.add(key)) {
            table.refuse("duplicate-id", "element", SafeEcho.of(table.text("element")));
        }
        number(table, FREQUENCY, Double.MAX_VALUE, "not-a-frequency");
        number(table, PROBABILITY, 1, "not-a-probability");
    }

    /** Takes an element that was not refused. */
    void add(RegisterTable table) {
        String kind = Cells.fold(table.text("kind")).toLowerCase(java.util.Locale.ROOT);
        String column = kind.equals("threat") ? FREQUENCY : PROBABILITY;
        OptionalDouble number = Cells.number(table.text(column));
        elements.add(new Element(
                table.line(),
                table.text("bow_tie"),
                table.text("element"),
                kind,
                table.text("of"),
                number.isPresent() ? number.getAsDouble() : null));
    }

    private static void number(RegisterTable table, String column, double most, String code) {
        String text = table.text(column);
        OptionalDouble value = Cells.number(text);
        boolean sound = value.isPresent() && value.getAsDouble() >= 0 && value.getAsDouble() <= most;
        if (!text.isEmpty() && !sound) {
            table.refuse(code, column, SafeEcho.of(text));
        }
    }

    /** Puts the bow-ties together; a barrier that stands on nothing is found fault with. */
    void finish(RowFindings findings) {
        Map<String, List<Element>> diagrams = new LinkedHashMap<>();
        elements.forEach(e ->
                diagrams.computeIfAbsent(e.bowTie(), id -> new ArrayList<>()).add(e));
        diagrams.forEach((id, parts) -> {
            parts.forEach(part -> standing(part, parts, findings));
            rows(bowTie(id, parts));
        });
    }

    private static void standing(Element part, List<Element> parts, RowFindings findings) {
        String wanted =
                switch (part.kind()) {
                    case "preventive-barrier" -> "threat";
                    case "mitigative-barrier" -> "consequence";
                    case "escalation-factor" -> "barrier";
                    default -> "";
                };
        boolean found = parts.stream()
                .anyMatch(p -> p.id().equals(part.of()) && p.kind().endsWith(wanted));
        if (!wanted.isEmpty() && !found) {
            findings.add(findings.finding(
                    "stands-on-nothing", Severity.ERROR, part.line(), "of", SafeEcho.of(part.of()), wanted));
        }
    }

    private static BowTie bowTie(String id, List<Element> parts) {
        List<BowTie.Threat> threats = new ArrayList<>();
        List<BowTie.Consequence> consequences = new ArrayList<>();
        for (Element part : parts) {
            if (part.kind().equals("threat")) {
                threats.add(new BowTie.Threat(part.id(), part.number(), barriers(part, "preventive-barrier", parts)));
            } else if (part.kind().equals("consequence")) {
                consequences.add(new BowTie.Consequence(part.id(), barriers(part, "mitigative-barrier", parts)));
            }
        }
        return new BowTie(id, threats, consequences);
    }

    private static List<Barrier> barriers(Element on, String kind, List<Element> parts) {
        return parts.stream()
                .filter(p -> p.kind().equals(kind) && p.of().equals(on.id()))
                .map(p -> new Barrier(p.id(), p.number()))
                .toList();
    }

    /** Frequencies of the top events and consequences. */
    List<ResultRow> rows() {
        return rows;
    }

    private void rows(BowTie bowTie) {
        Map<String, Object> threats = new LinkedHashMap<>();
        threats.put("threats", (long) bowTie.threats().size());
        rows.add(row(
                ResultRow.item("bow_tie", bowTie.id(), "element", ""),
                "top-event-frequency",
                bowTie.topEvent(),
                threats,
                bowTie.explain()));
        for (BowTie.Consequence consequence : bowTie.consequences()) {
            Map<String, Object> details = new LinkedHashMap<>();
            OptionalDouble mitigated = bowTie.mitigated(consequence);
            details.put("mitigated", mitigated.isPresent() ? mitigated.getAsDouble() : null);
            rows.add(row(
                    ResultRow.item("bow_tie", bowTie.id(), "element", consequence.id()),
                    "consequence-frequency",
                    bowTie.frequency(consequence),
                    details,
                    bowTie.explain(consequence)));
        }
    }

    private ResultRow row(
            Map<String, String> item,
            String statistic,
            OptionalDouble value,
            Map<String, Object> details,
            List<Step> working) {
        Object number = value.isPresent() ? (Object) value.getAsDouble() : null;
        return new ResultRow(
                Map.of(),
                item,
                statistic,
                number,
                "per year",
                null,
                null,
                null,
                null,
                Objects.isNull(number) ? Status.EMPTY_DOMAIN.label() : "",
                Map.of(),
                details,
                List.of(),
                options.explain() ? RiskRows.steps(working, options.locale()) : List.of());
    }
}

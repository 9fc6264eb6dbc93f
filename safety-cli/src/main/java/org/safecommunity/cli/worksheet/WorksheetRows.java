package org.safecommunity.cli.worksheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.SafeEcho;
import org.safecommunity.cli.register.RegisterRows;
import org.safecommunity.cli.register.RegisterRows.Located;
import org.safecommunity.cli.register.RegisterTable;
import org.safecommunity.cli.risk.RiskRows;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.Status;
import org.safecommunity.risk.register.ControlTiers;
import org.safecommunity.risk.register.RegisterForm;
import org.safecommunity.risk.score.Colour;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;
import org.safecommunity.risk.worksheet.Worksheet;
import org.safecommunity.risk.worksheet.Worksheet.Field;
import org.safecommunity.risk.worksheet.Worksheet.Role;

/** The rows of a worksheet with their ratings, what is missing in them, and the counts by colour. */
final class WorksheetRows {
    private final Worksheet worksheet;
    private final Schemes schemes;
    private final Scheme usual;
    private final CommonOptions options;
    private final ControlTiers tiers = ControlTiers.bundled().get(0);
    private final Map<Colour, Long> counts = new EnumMap<>(Colour.class);
    private final BowTieRows bowTie;
    private long unrated;
    private List<ResultRow> rows = List.of();
    private List<ResultRow> totals = List.of();
    private @org.jspecify.annotations.Nullable RegisterRows<ResultRow> register;

    WorksheetRows(Worksheet worksheet, Schemes schemes, Scheme usual, CommonOptions options) {
        this.worksheet = worksheet;
        this.schemes = schemes;
        this.usual = usual;
        this.options = options;
        this.bowTie = new BowTieRows(options);
    }

    /** Reads a file. */
    WorksheetRows read(String file, List<String> where) {
        InputFile input = InputFile.open(file, options.charset());
        RowFindings findings = new RowFindings(input.name());
        try (RegisterTable table = RegisterTable.open(input, worksheet.form(), Map.of(), where, findings)) {
            List<Located<ResultRow>> read = new ArrayList<>();
            while (table.usable() && table.next()) {
                row(table).ifPresent(row -> read.add(new Located<>(table.line(), row)));
            }
            bowTie.finish(findings);
            register = RegisterRows.of(input, read, findings, table.filter(), options.locale())
                    .filled();
        }
        rows = register().values();
        totals = totals();
        return this;
    }

    /** The file as it was read. */
    RegisterRows<ResultRow> register() {
        return java.util.Objects.requireNonNull(register);
    }

    /** Rows, frequencies of bow-ties, counts. */
    List<ResultRow> all() {
        return parts().stream().flatMap(List::stream).toList();
    }

    /** The same, each a table of its own. */
    List<List<ResultRow>> parts() {
        return List.of(rows, bowTie.rows(), totals).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Optional<ResultRow> row(RegisterTable table) {
        for (Field field : worksheet.fields()) {
            look(table, field);
        }
        String name = table.text("scheme");
        Optional<Scheme> scheme = name.isEmpty() ? Optional.of(usual) : schemes.find(name);
        if (scheme.isEmpty()) {
            table.refuse("unknown-scheme", "scheme", SafeEcho.of(name), schemes.ids());
        }
        Optional<RiskScore> score = scheme.flatMap(s -> table.rating(s, "", false));
        if (worksheet.id().equals(BowTieRows.KIND)) {
            bowTie.check(table);
        }
        if (table.refused()) {
            return Optional.empty();
        }
        if (worksheet.id().equals(BowTieRows.KIND)) {
            bowTie.add(table);
        }
        return Optional.of(score.map(s -> scored(table, s)).orElseGet(() -> unrated(table)));
    }

    /** What is wrong with a cell: a value that is needed, one of a list, a day; or one that should be there. */
    private static void look(RegisterTable table, Field field) {
        String id = field.id();
        if (field.column().required()) {
            table.required(id);
        } else if (field.expected() && table.text(id).isEmpty()) {
            table.findings().warn("expected-value", table.line(), id);
        }
        if (field.column().type() == RegisterForm.Type.CODE) {
            table.choice(
                    id,
                    text -> field.column().values().stream()
                            .filter(v -> v.equalsIgnoreCase(text))
                            .findFirst(),
                    String.join(", ", field.column().values()));
        } else if (field.column().type() == RegisterForm.Type.DATE) {
            table.day(id);
        }
    }

    private ResultRow scored(RegisterTable table, RiskScore score) {
        Colour colour = score.band().colour();
        counts.merge(colour, 1L, Long::sum);
        boolean none = worksheet.fields(Role.PROPOSED).stream()
                .allMatch(f -> table.text(f.id()).isEmpty());
        if (none
                && colour.compareTo(Colour.ORANGE) <= 0
                && !worksheet.fields(Role.PROPOSED).isEmpty()) {
            String column = worksheet.fields(Role.PROPOSED).get(0).id();
            table.findings().warn("no-proposed-control", table.line(), column, colour.label());
        }
        ResultRow row = RiskRows.of(score, item(table), options.locale(), options.explain());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("tier", tiers.of(colour).get(0).title().in(options.locale()));
        details.putAll(texts(table));
        return RiskRows.with(row, details, List.of());
    }

    private ResultRow unrated(RegisterTable table) {
        if (worksheet.id().equals(BowTieRows.KIND)) {
            return ResultRow.plain(item(table), "element", table.text("kind"), texts(table));
        }
        unrated++;
        String factors = usual.factors().stream().map(Factor::name).collect(Collectors.joining(", "));
        String first = usual.factors().get(0).name();
        table.findings().warn("not-rated", table.line(), first, usual.id(), factors);
        return new ResultRow(
                Map.of(),
                item(table),
                "score",
                null,
                "",
                null,
                null,
                null,
                null,
                Status.EMPTY_DOMAIN.label(),
                Map.of(),
                texts(table),
                List.of(),
                List.of());
    }

    /** The line and the texts that a row cannot do without. */
    private Map<String, String> item(RegisterTable table) {
        Map<String, String> item = ResultRow.item("line", Integer.toString(table.line()));
        for (Field field : worksheet.fields()) {
            if (field.column().required()) {
                item.put(field.id(), table.text(field.id()));
            }
        }
        return item;
    }

    /** What else a row says; who signed is not repeated. */
    private Map<String, Object> texts(RegisterTable table) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (Field field : worksheet.fields()) {
            boolean shown = field.role() == Role.ROW && !field.column().required();
            if (shown && !table.text(field.id()).isEmpty()) {
                details.put(field.id(), table.text(field.id()));
            }
        }
        details.put("controls", joined(table, Role.CONTROL));
        details.put("proposed", joined(table, Role.PROPOSED));
        details.values().removeIf(value -> value.equals(""));
        return details;
    }

    private String joined(RegisterTable table, Role role) {
        return worksheet.fields(role).stream()
                .map(f -> table.text(f.id()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private List<ResultRow> totals() {
        List<ResultRow> list = new ArrayList<>();
        for (Colour colour : Colour.values()) {
            list.add(ResultRow.count(
                    ResultRow.item("colour", colour.label()), "risks", counts.getOrDefault(colour, 0L), Map.of()));
        }
        if (unrated > 0) {
            list.add(ResultRow.count(ResultRow.item("colour", ""), "not-rated", unrated, Map.of()));
        }
        return counts.isEmpty() ? list.subList(Colour.values().length, list.size()) : list;
    }
}

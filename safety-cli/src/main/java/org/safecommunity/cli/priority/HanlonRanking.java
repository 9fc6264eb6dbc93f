package org.safecommunity.cli.priority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.priority.HanlonForm;
import org.safecommunity.risk.priority.HanlonRating;
import org.safecommunity.risk.priority.RankSensitivity;

/** Problems by overall priority rating. */
record HanlonRanking(String size, String seriousness, String effectiveness, List<String> pearl, String form) {
    private static final List<String> PEARL =
            List.of("propriety", "economics", "acceptability", "resources", "legality");
    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "是");
    private static final Set<String> NO = Set.of("0", "no", "n", "false", "否");
    private static final double LARGEST = 10;

    Ranking rank(NamedRows file, boolean sensitivity) {
        HanlonForm chosen = HanlonForm.parse(form)
                .orElseThrow(() -> UserError.usage("error.choice", "--form", form, "bpr, naccho"));
        if (!pearl.isEmpty() && pearl.size() != PEARL.size()) {
            throw UserError.usage("error.pearl", pearl.size());
        }
        List<HanlonRating> ratings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        RowPass pass = file.read((table, row) -> {
            if (!names.add(row.name())) {
                table.findings().refuse("duplicate-item", row.line(), "");
            }
            double a = row.number(size, LARGEST);
            double b = row.number(seriousness, chosen.largestB());
            double c = row.number(effectiveness, LARGEST);
            List<Boolean> gate = gate(row);
            if (!row.refused()) {
                ratings.add(new HanlonRating(row.name(), a, b, c, gate, chosen));
            }
        });
        ratings.sort(Comparator.comparing(HanlonRating::overall)
                .thenComparing(HanlonRating::basic)
                .reversed());
        List<ResultRow> rows = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < ratings.size(); i++) {
            boolean tie = i > 0
                    && ratings.get(i - 1).overall() == ratings.get(i).overall()
                    && ratings.get(i - 1).basic() == ratings.get(i).basic();
            rank = tie ? rank : i + 1;
            rows.add(row(ratings.get(i), rank, file.rows()));
        }
        if (sensitivity) {
            rows.addAll(file.rows()
                    .changes(
                            RankSensitivity.all(
                                    ratings.stream().map(HanlonRating::terms).toList(), List.of(1.0, chosen.weightB())),
                            List.of("size", "seriousness")));
        }
        return new Ranking(rows, pass.remarks(), List.of(pass.provenance()), Map.of("form", chosen.label()));
    }

    private List<Boolean> gate(NamedRows.Named row) {
        List<String> columns = pearl.isEmpty() ? PEARL : pearl;
        if (pearl.isEmpty() && columns.stream().noneMatch(row::has)) {
            return List.of();
        }
        List<Boolean> answers = new ArrayList<>();
        for (String column : columns) {
            String text = Cells.fold(row.text(column)).toLowerCase(Locale.ROOT);
            if (!YES.contains(text) && !NO.contains(text)) {
                row.refuse(text.isEmpty() ? "missing-value" : "not-yes-no", column);
            }
            answers.add(YES.contains(text));
        }
        return answers;
    }

    private static ResultRow row(HanlonRating rating, int rank, Ranking.Rows rows) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("size", rating.size());
        inputs.put("seriousness", rating.seriousness());
        inputs.put("effectiveness", rating.effectiveness());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("overallPriorityRating", rating.overall());
        details.put("pearl", rating.pearl().isEmpty() ? null : (Object) rating.isOpen());
        details.put("form", rating.form().label());
        return rows.row(
                ResultRow.item("rank", Integer.toString(rank), "item", rating.name()),
                "basic-priority-rating",
                rating.basic(),
                "",
                null,
                "",
                inputs,
                details,
                List.of(),
                rating.explain());
    }
}

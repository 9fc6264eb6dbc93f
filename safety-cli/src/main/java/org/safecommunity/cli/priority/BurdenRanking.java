package org.safecommunity.cli.priority;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.priority.Disagreement;
import org.safecommunity.risk.priority.InjuryBurden;
import org.safecommunity.risk.priority.Pareto;
import org.safecommunity.risk.priority.RankSensitivity;
import org.safecommunity.risk.priority.SeverityWeights;
import org.safecommunity.risk.score.RiskScore.Step;

/** Areas by observed risk index, beside what the register says of them. Rows of one name are added up. */
record BurdenRanking(@Nullable String personYears, String choice, Map<String, Double> own, double limit) {
    private static final String UNIT = "per 100000 person-years";

    /** Sums of the rows of one name. */
    private static final class Sums {
        private final double[] counts;
        private double personYears;

        private Sums(int terms) {
            counts = new double[terms];
        }
    }

    Ranking rank(NamedRows file, @Nullable RegisterColours register, boolean sensitivity) {
        if (personYears == null) {
            throw UserError.usage("error.option-missing", "--person-years", "--person-years 62500");
        }
        if (!(limit > 0 && limit <= 1)) {
            throw UserError.usage("error.limit", limit);
        }
        SeverityWeights weights = weights();
        OptionalDouble common = Cells.number(personYears);
        Map<String, Sums> sums = new LinkedHashMap<>();
        RowPass pass = file.read((table, row) -> read(row, weights, common, sums));
        Map<String, InjuryBurden> burdens = burdens(sums, weights, common);
        List<InjuryBurden> sorted = burdens.values().stream()
                .sorted(Comparator.comparing(InjuryBurden::index).reversed())
                .toList();
        Pareto pareto = Pareto.of(
                sorted.stream().map(b -> new Pareto.Amount(b.name(), b.index())).toList(), limit, null);
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            rows.add(row(sorted.get(i), pareto.entries().get(i), register, file));
        }
        if (register != null) {
            Disagreement.between(List.copyOf(burdens.keySet()), new HashSet<>(pareto.vitalFew()), register.colours())
                    .forEach(d -> rows.add(disagreement(d, file.rows())));
        }
        if (sensitivity) {
            rows.addAll(file.rows()
                    .changes(
                            RankSensitivity.all(
                                    sorted.stream().map(InjuryBurden::terms).toList(), weights.weights()),
                            weights.terms().stream()
                                    .map(SeverityWeights.Term::id)
                                    .toList()));
        }
        return ranking(rows, pass, register, weights, file.options().locale());
    }

    private static Ranking ranking(
            List<ResultRow> rows,
            RowPass pass,
            @Nullable RegisterColours register,
            SeverityWeights weights,
            Locale locale) {
        List<Remark> remarks = new ArrayList<>(pass.remarks());
        List<org.safecommunity.cli.print.Envelope.InputProvenance> inputs = new ArrayList<>(List.of(pass.provenance()));
        if (register != null) {
            remarks.addAll(register.remarks());
            inputs.addAll(register.inputs());
        }
        remarks.add(new Remark(
                "severity-weights",
                Texts.get(
                        locale,
                        "remark.severity-weights",
                        weights.terms().stream()
                                .map(t -> t.id() + " " + org.safecommunity.cli.print.Display.number(t.weight()))
                                .collect(Collectors.joining(", ")),
                        weights.provenance().describe(weights.sources()).in(locale))));
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("weights", weights.id());
        weights.terms().forEach(t -> options.put("weight." + t.id(), t.weight()));
        return new Ranking(rows, remarks, inputs, options);
    }

    private SeverityWeights weights() {
        SeverityWeights weights = SeverityWeights.find(choice)
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "--weights",
                        choice,
                        SeverityWeights.bundled().stream()
                                .map(SeverityWeights::id)
                                .collect(Collectors.joining(", "))));
        if (own.isEmpty()) {
            return weights;
        }
        List<String> ids =
                weights.terms().stream().map(SeverityWeights.Term::id).toList();
        own.forEach((name, weight) -> {
            if (!ids.contains(name)) {
                throw UserError.usage("error.choice", "--weight", name, String.join(", ", ids));
            }
            if (!(weight >= 0) || weight.isInfinite()) {
                throw UserError.usage("error.weight", name, weight);
            }
        });
        return weights.with(weights.terms().stream()
                .map(t -> own.getOrDefault(t.id(), t.weight()))
                .toList());
    }

    private void read(NamedRows.Named row, SeverityWeights weights, OptionalDouble common, Map<String, Sums> sums) {
        List<SeverityWeights.Term> terms = weights.terms();
        double[] counts = new double[terms.size()];
        for (int i = 0; i < counts.length; i++) {
            SeverityWeights.Term term = terms.get(i);
            counts[i] = row.number(term.id(), 1L << 53);
            if (term.events() && counts[i] != Math.rint(counts[i])) {
                row.refuse("not-a-count", term.id());
            }
        }
        double years = common.isPresent() ? 0 : row.number(String.valueOf(personYears), Double.MAX_VALUE);
        if (row.refused()) {
            return;
        }
        Sums sum = sums.computeIfAbsent(row.name(), name -> new Sums(counts.length));
        for (int i = 0; i < counts.length; i++) {
            sum.counts[i] += counts[i];
        }
        sum.personYears += years;
    }

    private Map<String, InjuryBurden> burdens(Map<String, Sums> sums, SeverityWeights weights, OptionalDouble common) {
        Map<String, InjuryBurden> burdens = new LinkedHashMap<>();
        sums.forEach((name, sum) -> {
            List<Double> counts = new ArrayList<>();
            long events = 0;
            for (int i = 0; i < sum.counts.length; i++) {
                counts.add(sum.counts[i]);
                events += weights.terms().get(i).events() ? (long) sum.counts[i] : 0;
            }
            try {
                burdens.put(name, new InjuryBurden(name, events, common.orElse(sum.personYears), counts, weights));
            } catch (IllegalArgumentException e) {
                throw UserError.argument(e);
            }
        });
        return burdens;
    }

    private static ResultRow row(
            InjuryBurden burden, Pareto.Entry entry, @Nullable RegisterColours register, NamedRows file) {
        CrudeRate rate = CrudeRate.of(burden.events(), burden.personYears());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("events", burden.events());
        details.put("rate", burden.rate());
        rate.interval().ifPresent(limits -> {
            details.put("rateLower", limits.lower());
            details.put("rateUpper", limits.upper());
        });
        details.put("meanWeight", burden.events() == 0 ? null : (Object) burden.meanWeight());
        details.put("vitalFew", entry.vital());
        if (register != null) {
            var colour = register.colours().get(burden.name());
            details.put("registerColour", colour == null ? null : colour.label());
        }
        Interval interval = burden.events() == 0 || burden.meanWeight() == 0
                ? null
                : rate.interval().map(i -> i.times(burden.meanWeight())).orElse(null);
        Locale locale = file.options().locale();
        List<Remark> warnings = burden.events() == 0
                ? List.of(new Remark("zero-events", Texts.get(locale, "remark.no-event-is-not-no-risk")))
                : List.of();
        return file.rows()
                .row(
                        ResultRow.item("rank", Integer.toString(entry.rank()), "item", burden.name()),
                        "risk-index",
                        burden.index(),
                        UNIT,
                        interval,
                        burden.events() == 0 ? Status.ZERO_EVENTS.label() : "",
                        Map.of("personYears", burden.personYears()),
                        details,
                        warnings,
                        working(burden, interval));
    }

    private static List<Step> working(InjuryBurden burden, @Nullable Interval interval) {
        List<Step> steps = new ArrayList<>(burden.explain());
        if (interval != null) {
            steps.add(new Step(
                    Texts.both("step.index-interval"),
                    "rate limits × Σnw / x",
                    "",
                    LocalText.of(org.safecommunity.cli.print.Display.interval(interval))));
        }
        return steps;
    }

    private static ResultRow disagreement(Disagreement disagreement, Ranking.Rows rows) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "registerColour",
                disagreement.colour() == null ? null : disagreement.colour().label());
        return rows.row(
                ResultRow.item("item", disagreement.name()),
                "disagreement",
                disagreement.kind().label(),
                details,
                disagreement.explain());
    }
}

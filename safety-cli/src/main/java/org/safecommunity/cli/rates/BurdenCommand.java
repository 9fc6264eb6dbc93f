package org.safecommunity.cli.rates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.RowPass;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.burden.AgePoint;
import org.safecommunity.metrics.burden.LifeTable;
import org.safecommunity.metrics.burden.UnknownAges;
import org.safecommunity.metrics.burden.YearValue;
import org.safecommunity.metrics.burden.YearsOfLifeLost;
import org.safecommunity.metrics.rate.StandardisedIntervalMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Years of life lost by the deaths of a file. */
@Command(name = "burden")
public final class BurdenCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    FileOptions files = new FileOptions();

    @Mixin
    IntervalOptions intervals = new IntervalOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    @Nullable
    String file;

    @Option(names = "--age", paramLabel = "COL", descriptionKey = "burden-age")
    @Nullable
    String age;

    @Option(names = "--deaths", paramLabel = "COL", descriptionKey = "burden-deaths")
    @Nullable
    String deaths;

    @Option(names = "--sex", paramLabel = "COL", descriptionKey = "burden-sex")
    @Nullable
    String sex;

    @Option(names = "--life-table", paramLabel = "NAME", descriptionKey = "life-table")
    String lifeTable = LifeTable.ids().get(0);

    @Option(names = "--limit", paramLabel = "AGE", descriptionKey = "age-limit")
    @Nullable
    Double limit;

    @Option(names = "--discount", paramLabel = "R", descriptionKey = "discount")
    double discount;

    @Option(names = "--age-weighting", descriptionKey = "age-weighting")
    boolean ageWeighting;

    @Option(names = "--age-point", paramLabel = "middle|start", descriptionKey = "age-point")
    String agePoint = "middle";

    @Option(names = "--unknown-age", paramLabel = "redistribute|exclude", descriptionKey = "unknown-age")
    String unknownAge = "redistribute";

    @Override
    public Integer call() {
        String path = Literals.required(file, "FILE", "deaths.csv");
        String ageColumn = Literals.required(age, "--age", "--age age");
        LifeTable table = table();
        if (table.needsSex() && sex == null) {
            throw UserError.usage("error.table-needs-sex", table.id());
        }
        DeathCounts.Read read = DeathCounts.read(
                path,
                new DeathCounts.Columns(ageColumn, deaths, table.needsSex() ? sex : null),
                point(),
                files,
                common);
        List<ResultRow> rows = new ArrayList<>();
        read.counts()
                .groups()
                .forEach((group, counts) -> rows.addAll(rows(counts, table, RowPass.group(files.by, group))));
        List<Remark> remarks = new ArrayList<>(read.pass().remarks());
        if (read.counts().hasOpenBand()) {
            remarks.add(new Remark("open-band", Texts.get(common.locale(), "remark.open-band")));
        }
        Envelope envelope =
                new Envelope("rates burden", rows, remarks, List.of(read.pass().provenance()), options(table));
        Printer.print(envelope, common, spec, Format.TABLE);
        return read.pass().exitCode(common);
    }

    private List<ResultRow> rows(DeathCounts.Group counts, LifeTable table, Map<String, String> group) {
        List<YearsOfLifeLost> results = new ArrayList<>();
        List<StandardisedIntervalMethod> methods =
                intervals.methods(StandardisedIntervalMethod.values(), StandardisedIntervalMethod::label);
        try {
            YearValue value = new YearValue(discount, ageWeighting);
            UnknownAges unknown = new UnknownAges(counts.unknown(), redistributed());
            for (StandardisedIntervalMethod method : methods) {
                results.add(YearsOfLifeLost.byLifeTable(
                        counts.deaths(), table, value, unknown, method, intervals.confidence()));
            }
            if (limit != null) {
                for (StandardisedIntervalMethod method : methods) {
                    results.add(YearsOfLifeLost.byAgeLimit(
                            counts.deaths(), limit, unknown, method, intervals.confidence()));
                }
            }
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
        return results.stream()
                .map(result -> ResultRow.of(result, group, common.locale(), common.explain()))
                .toList();
    }

    private LifeTable table() {
        return LifeTable.find(lifeTable).orElseThrow(() -> {
            String near = Nearest.of(lifeTable, LifeTable.ids());
            return UserError.usage(
                    "error.no-life-table", lifeTable, near.isEmpty() ? String.join(", ", LifeTable.ids()) : near);
        });
    }

    private AgePoint point() {
        for (AgePoint point : AgePoint.values()) {
            if (point.label().equals(agePoint)) {
                return point;
            }
        }
        throw UserError.usage("error.choice", "--age-point", agePoint, "middle, start");
    }

    private boolean redistributed() {
        return switch (unknownAge) {
            case "redistribute" -> true;
            case "exclude" -> false;
            default -> throw UserError.usage("error.choice", "--unknown-age", unknownAge, "redistribute, exclude");
        };
    }

    private Map<String, Object> options(LifeTable table) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("lifeTable", table.id());
        options.put("discount", discount);
        options.put("ageWeighting", ageWeighting);
        options.put("agePoint", agePoint);
        options.put("unknownAge", unknownAge);
        options.put("level", intervals.level);
        options.put("side", intervals.side);
        options.put("interval", intervals.interval.isEmpty() ? "fay-feuer" : intervals.interval);
        options.put("by", files.by);
        options.put("where", files.where);
        return options;
    }
}

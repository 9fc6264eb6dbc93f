package org.safecommunity.cli.register;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.CsvText;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.AtomicFile;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;
import org.safecommunity.risk.score.SchemeMigration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves a hazard register to another scheme and reports what changes; the old scores are kept beside the new ones. */
@Command(name = "migrate")
public final class MigrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    DayOption date = new DayOption();

    @Parameters(paramLabel = "PATH", descriptionKey = "register-path")
    @SuppressWarnings("NullAway.Init")
    String target;

    @Option(names = "--to", required = true, paramLabel = "SCHEME", descriptionKey = "migrate-to")
    @SuppressWarnings("NullAway.Init")
    String to;

    @Option(names = "--map", split = ",", paramLabel = "NEW=OLD", descriptionKey = "migrate-map")
    Map<String, String> factors = new LinkedHashMap<>();

    @Option(names = "--value", split = ",", paramLabel = "FACTOR:OLD=NEW", descriptionKey = "migrate-value")
    Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--result", paramLabel = "FILE", descriptionKey = "migrate-result")
    @Nullable
    Path result;

    @Option(names = "--where", paramLabel = "'COL op VALUE'", descriptionKey = "where")
    List<String> where = new ArrayList<>();

    @Override
    public Integer call() {
        Scheme scheme = Scheme.find(to)
                .orElseThrow(() -> UserError.usage(
                        "error.choice",
                        "--to",
                        to,
                        Scheme.bundled().stream().map(Scheme::id).collect(Collectors.joining(", "))));
        RatingMap map = RatingMap.of(scheme, factors, values);
        RegisterFiles files = RegisterFiles.read(target, common, date.day(), where);
        if (files.hazards() == null) {
            throw UserError.input("error.no-hazards", target);
        }
        var register = files.hazards().filled();
        Map<String, HazardEntry> hazards = new LinkedHashMap<>();
        Map<String, RiskScore> current = new LinkedHashMap<>();
        register.values().forEach(h -> {
            hazards.put(h.id(), h);
            current.put(h.id(), h.ratings().current());
        });
        SchemeMigration migration = SchemeMigration.of(current, scheme, map::ratings);
        MigrationRows rows = new MigrationRows(migration, hazards, map, common);
        if (result != null) {
            AtomicFile.write(result, CsvText.table(rows.register(), common.excel()));
        }
        List<Remark> remarks = new ArrayList<>(register.remarks());
        if (!migration.open().isEmpty()) {
            remarks.add(new Remark(
                    "rate-again",
                    Texts.get(
                            common.locale(),
                            "remark.rate-again",
                            migration.open().size(),
                            migration.entries().size())));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("from", migration.from());
        options.put(
                "to",
                scheme.id() + " " + scheme.version() + " " + scheme.policy().label());
        options.put("map", factors);
        options.put("value", values);
        List<List<ResultRow>> parts = rows.parts();
        Printer.print(
                new Envelope(
                        "risk register migrate",
                        parts.stream().flatMap(List::stream).toList(),
                        remarks,
                        List.of(register.provenance()),
                        options),
                parts,
                common,
                spec,
                Format.TABLE);
        boolean faults =
                register.provenance().refused() > 0 || !migration.open().isEmpty();
        return common.strict() && faults ? ExitCode.FINDINGS : ExitCode.OK;
    }

    /** How the ratings of the new scheme follow from those of an old score. */
    record RatingMap(Scheme to, Map<String, String> factors, Map<String, BigDecimal> values) {
        static RatingMap of(Scheme to, Map<String, String> factors, Map<String, String> given) {
            for (String factor : factors.keySet()) {
                if (to.factors().stream().noneMatch(f -> f.name().equals(factor))) {
                    throw UserError.usage(
                            "error.choice",
                            "--map",
                            factor,
                            to.factors().stream().map(f -> f.name()).collect(Collectors.joining(", ")));
                }
            }
            Map<String, BigDecimal> values = new LinkedHashMap<>();
            given.forEach((key, text) -> {
                String[] parts = key.split(":", -1);
                var old = org.safecommunity.cli.read.Cells.decimal(parts.length == 2 ? parts[1] : "");
                var fresh = org.safecommunity.cli.read.Cells.decimal(text);
                if (old.isEmpty() || fresh.isEmpty()) {
                    throw UserError.usage("error.migrate-value", key + "=" + text);
                }
                values.put(key(parts[0], old.get()), fresh.get());
            });
            return new RatingMap(to, Map.copyOf(factors), values);
        }

        private static String key(String factor, BigDecimal value) {
            return factor + ":" + value.stripTrailingZeros().toPlainString();
        }

        Map<String, BigDecimal> ratings(RiskScore old) {
            Map<String, BigDecimal> ratings = new LinkedHashMap<>();
            to.factors().forEach(factor -> {
                String from = factors.getOrDefault(factor.name(), factor.name());
                BigDecimal value = old.factors().get(from);
                if (value != null) {
                    ratings.put(factor.name(), values.getOrDefault(key(factor.name(), value), value));
                }
            });
            return ratings;
        }
    }
}

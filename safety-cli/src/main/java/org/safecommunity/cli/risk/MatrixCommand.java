package org.safecommunity.cli.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.matrix.MatrixAxis;
import org.safecommunity.risk.matrix.MatrixQuality;
import org.safecommunity.risk.matrix.RiskMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows and checks risk matrices. */
@Command(name = "matrix")
public final class MatrixCommand implements Callable<Integer> {
    private static final String ACTIONS = "list, show, check";

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "list|show|check", descriptionKey = "matrix-action")
    @Nullable
    String action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME-or-FILE", descriptionKey = "matrix-name")
    @Nullable
    String name;

    @Option(names = "--likelihood-bounds", paramLabel = "N", split = ",", descriptionKey = "likelihood-bounds")
    List<BigDecimal> likelihoodBounds = new ArrayList<>();

    @Option(names = "--consequence-bounds", paramLabel = "N", split = ",", descriptionKey = "consequence-bounds")
    List<BigDecimal> consequenceBounds = new ArrayList<>();

    @Option(names = "--likelihood-values", paramLabel = "N", split = ",", descriptionKey = "likelihood-values")
    List<BigDecimal> likelihoodValues = new ArrayList<>();

    @Option(names = "--consequence-values", paramLabel = "N", split = ",", descriptionKey = "consequence-values")
    List<BigDecimal> consequenceValues = new ArrayList<>();

    @Override
    public Integer call() {
        if (action == null) {
            throw UserError.usage("error.option-missing", ACTIONS, "safety risk matrix list");
        }
        return switch (action) {
            case "list" -> list();
            case "show" -> show(wanted());
            case "check" -> check();
            default -> throw UserError.usage("error.choice", "risk matrix", action, ACTIONS);
        };
    }

    private int list() {
        List<ResultRow> rows = RiskMatrix.bundled().stream()
                .map(matrix -> MatrixRows.entry(matrix, common.locale()))
                .toList();
        print(rows, Map.of());
        return ExitCode.OK;
    }

    private int show(List<RiskMatrix> matrices) {
        if (common.format(Format.TABLE) == Format.TABLE) {
            StringBuilder text = new StringBuilder();
            matrices.forEach(matrix -> text.append(MatrixText.of(matrix, common.locale())));
            Printer.write(text.toString(), common.output(), spec.commandLine().getOut());
            return ExitCode.OK;
        }
        print(
                matrices.stream()
                        .flatMap(matrix -> MatrixRows.cells(matrix, common.locale()).stream())
                        .toList(),
                Map.of("matrix", String.valueOf(name)));
        return ExitCode.OK;
    }

    private int check() {
        List<ResultRow> rows = new ArrayList<>();
        boolean sound = true;
        try {
            for (RiskMatrix matrix : found()) {
                MatrixQuality quality = MatrixQuality.of(numbered(matrix));
                rows.addAll(MatrixRows.quality(quality, common.locale()));
                sound &= quality.isSound();
            }
        } catch (InvalidDataException e) {
            rows.addAll(MatrixRows.faults(e.findings(), String.valueOf(name), common.locale()));
            sound = false;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("matrix", name);
        options.put("likelihood-bounds", likelihoodBounds);
        options.put("consequence-bounds", consequenceBounds);
        options.put("likelihood-values", likelihoodValues);
        options.put("consequence-values", consequenceValues);
        print(rows, options);
        return sound ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private RiskMatrix numbered(RiskMatrix matrix) {
        try {
            return matrix.with(
                    numbered(matrix.likelihood(), likelihoodBounds, likelihoodValues),
                    numbered(matrix.consequence(), consequenceBounds, consequenceValues));
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private static MatrixAxis numbered(MatrixAxis axis, List<BigDecimal> bounds, List<BigDecimal> values) {
        return axis.with(bounds.isEmpty() ? axis.bounds() : bounds, values.isEmpty() ? axis.values() : values);
    }

    private List<RiskMatrix> wanted() {
        try {
            return found();
        } catch (InvalidDataException e) {
            throw UserError.argument(e);
        }
    }

    private List<RiskMatrix> found() {
        if (name == null) {
            throw UserError.usage(
                    "error.option-missing", "NAME-or-FILE", "safety risk matrix " + action + " ISO-31010");
        }
        if (UserData.isFile(name)) {
            List<RiskMatrix> read = UserData.readOrThrow(name, RiskMatrix::read);
            if (read.isEmpty()) {
                throw UserError.input("error.no-matrix-in-file", name);
            }
            return read;
        }
        return List.of(RiskMatrix.find(name).orElseThrow(this::unknown));
    }

    private UserError unknown() {
        List<String> known = RiskMatrix.bundled().stream().map(RiskMatrix::id).toList();
        String near = Nearest.of(String.valueOf(name), known);
        return near.isEmpty()
                ? UserError.usage("error.no-matrix", String.valueOf(name), String.join(", ", known))
                : UserError.usage("error.no-matrix-near", String.valueOf(name), near);
    }

    private void print(List<ResultRow> rows, Map<String, Object> options) {
        Printer.print(
                new Envelope("risk matrix " + action, rows, List.of(), List.of(), options), common, spec, Format.TABLE);
    }
}

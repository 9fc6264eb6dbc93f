package org.safecommunity.cli.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope.InputProvenance;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.RowFindings;
import org.safecommunity.cli.read.TableFiles;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.Workspace;
import org.safecommunity.cli.workspace.YamlFile;
import org.safecommunity.risk.danger.HiddenDanger;
import org.safecommunity.risk.register.HazardEntry;
import org.safecommunity.risk.register.RegisterForm;
import org.safecommunity.risk.register.RiskPoint;

/**
 * The registers of a workspace, or of one file whose headings tell what it is. In a workspace they are the files of the
 * usual names; where there is no {@code hazards.csv}, the risk register that {@code community.yaml} names stands in.
 *
 * @param hazards hazard register, or null
 * @param points  risk-point ledger, or null
 * @param dangers hidden-danger ledger, or null
 */
public record RegisterFiles(
        @Nullable RegisterRows<HazardEntry> hazards,
        @Nullable RegisterRows<RiskPoint> points,
        @Nullable RegisterRows<HiddenDanger> dangers) {

    /**
     * Reads the registers.
     *
     * @param target  folder of a workspace, its {@code community.yaml}, or a file
     * @param options charset and language
     * @param today   a hidden danger found after this day is refused
     * @param where   conditions for the rows of the main register; the risk-point ledger is never filtered
     * @throws UserError (exit 3) if there is no register, or a file cannot be read
     */
    public static RegisterFiles read(String target, CommonOptions options, LocalDate today, List<String> where) {
        Path folder = folder(target);
        Reading reading = new Reading(options, today, where);
        if (folder == null) {
            InputFile file = InputFile.open(target, options.charset());
            return reading.read(file, formOf(file), Map.of());
        }
        return reading.read(folder);
    }

    /**
     * The registers of a workspace for a report: a file that is not there or cannot be read is no fault of the report.
     *
     * @param folder  folder or store of a workspace
     * @param options charset and language
     * @param today   a hidden danger found after this day is refused
     * @param faults  takes what could not be read
     */
    public static RegisterFiles find(Path folder, CommonOptions options, LocalDate today, List<UserError> faults) {
        Reading reading = new Reading(options, today, List.of());
        RegisterFiles usual = new RegisterFiles(null, null, null);
        for (RegisterForm form : RegisterForm.bundled()) {
            try {
                usual = usual.with(reading.usual(folder, form));
            } catch (UserError e) {
                faults.add(e);
            }
        }
        return usual;
    }

    private RegisterFiles with(@Nullable RegisterFiles one) {
        return one == null
                ? this
                : new RegisterFiles(
                        one.hazards == null ? hazards : one.hazards,
                        one.points == null ? points : one.points,
                        one.dangers == null ? dangers : one.dangers);
    }

    /** The registers that are there. */
    public List<RegisterRows<?>> all() {
        return Stream.<@Nullable RegisterRows<?>>of(hazards, points, dangers)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toList());
    }

    /** Warnings of the reading. */
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        all().forEach(register -> remarks.addAll(register.remarks()));
        return remarks;
    }

    /** The files read. */
    public List<InputProvenance> inputs() {
        return all().stream().map(RegisterRows::provenance).collect(Collectors.toList());
    }

    /** Rows refused in all files. */
    public long refused() {
        return inputs().stream().mapToLong(InputProvenance::refused).sum();
    }

    private static @Nullable Path folder(String target) {
        if (target.equals("-")) {
            return null;
        }
        Path path;
        try {
            path = Path.of(target);
        } catch (InvalidPathException e) {
            return null; // the reader of files says what is wrong
        }
        Path name = path.getFileName();
        return Files.isDirectory(path)
                ? path
                : name != null && name.toString().equals(Workspace.FILE) && Files.exists(path)
                        ? path.toAbsolutePath().getParent()
                        : null;
    }

    private static RegisterForm form(String id) {
        return RegisterForm.find(id).orElseThrow();
    }

    /** The form all of whose required columns are there; else the one that knows most of the headings. */
    private static RegisterForm formOf(InputFile file) {
        List<String> header;
        try (TableReader table = TableReader.open(file, new RowFindings(file.name()))) {
            header = table.header();
        }
        RegisterForm best = null;
        long bestKnown = 0;
        for (RegisterForm form : RegisterForm.bundled()) {
            long known = form.columns().stream()
                    .filter(c -> c.headings().stream().anyMatch(header::contains))
                    .count();
            boolean complete = form.columns().stream()
                    .filter(RegisterForm.Column::required)
                    .allMatch(c -> c.headings().stream().anyMatch(header::contains));
            long points = complete ? known + header.size() : known;
            if (points > bestKnown) {
                best = form;
                bestKnown = points;
            }
        }
        if (best == null || bestKnown < 2) {
            throw UserError.input(
                    "error.unknown-register",
                    file.name(),
                    RegisterForm.bundled().stream()
                            .map(form -> form.id() + " ("
                                    + form.columns().stream()
                                            .filter(RegisterForm.Column::required)
                                            .map(RegisterForm.Column::id)
                                            .collect(Collectors.joining(", "))
                                    + ")")
                            .collect(Collectors.joining("; ")));
        }
        return best;
    }

    /** One reading of one or several files. */
    private record Reading(CommonOptions options, LocalDate today, List<String> where) {
        RegisterFiles read(InputFile file, RegisterForm form, Map<String, String> given) {
            return switch (form.id()) {
                case RegisterForm.HAZARDS ->
                    new RegisterFiles(table(file, form, given, where, HazardReader::hazards), null, null);
                case RegisterForm.RISK_POINTS ->
                    new RegisterFiles(null, table(file, form, given, where, HazardReader::points), null);
                default ->
                    new RegisterFiles(null, null, table(file, form, given, where, t -> DangerReader.dangers(t, today)));
            };
        }

        RegisterFiles read(Path folder) {
            RegisterFiles usual = new RegisterFiles(null, null, null);
            for (RegisterForm form : RegisterForm.bundled()) {
                usual = usual.with(usual(folder, form));
            }
            RegisterRows<HazardEntry> hazards = usual.hazards();
            if (hazards == null) {
                hazards = named(folder);
            }
            if (hazards == null && usual.points() == null && usual.dangers() == null) {
                throw UserError.input(
                        "error.no-register-found",
                        folder,
                        RegisterForm.bundled().stream().map(RegisterForm::file).collect(Collectors.joining(", ")));
            }
            return new RegisterFiles(hazards, usual.points(), usual.dangers());
        }

        /** The register of a form under its usual name; null where it is not there. */
        @Nullable
        RegisterFiles usual(Path folder, RegisterForm form) {
            List<String> names = Workspace.documents(folder, form.file());
            if (names.isEmpty()) {
                return null;
            }
            String name = names.get(0);
            RegisterFiles one = read(Workspace.document(folder, name, options.charset()), form, Map.of());
            TableFiles.twice(names).forEach(one.all().get(0).findings()::add);
            return one;
        }

        /** The risk register that the description of the workspace names. */
        private @Nullable RegisterRows<HazardEntry> named(Path folder) {
            Path description = folder.resolve(Workspace.FILE);
            if (!Files.isRegularFile(description)) {
                return null;
            }
            JsonNode risks = YamlFile.read(
                            InputFile.open(Workspace.FILE, description, options.charset()),
                            JsonNode.class,
                            new ArrayList<>())
                    .path("risks");
            String name = risks.path("file").asText("");
            Path root = folder.toAbsolutePath().normalize();
            if (name.isEmpty() || !root.resolve(name).normalize().startsWith(root)) {
                return null;
            }
            Map<String, String> columns = new LinkedHashMap<>();
            risks.path("columns")
                    .properties()
                    .forEach(e -> columns.put(
                            e.getKey().equals("risk_id") ? "hazard_id" : e.getKey(),
                            e.getValue().asText()));
            InputFile file = InputFile.open(name, root.resolve(name), options.charset());
            return read(file, form(RegisterForm.HAZARDS), columns).hazards();
        }

        private <T> RegisterRows<T> table(
                InputFile file,
                RegisterForm form,
                Map<String, String> given,
                List<String> conditions,
                Function<RegisterTable, List<RegisterRows.Located<T>>> reader) {
            RowFindings findings = new RowFindings(file.name());
            try (RegisterTable table = RegisterTable.open(
                    file, form, given, form.id().equals(RegisterForm.RISK_POINTS) ? List.of() : conditions, findings)) {
                List<RegisterRows.Located<T>> rows = table.usable() ? reader.apply(table) : List.of();
                return RegisterRows.of(file, rows, findings, table.filter(), options.locale());
            }
        }
    }
}

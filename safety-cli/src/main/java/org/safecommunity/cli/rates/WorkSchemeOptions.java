package org.safecommunity.cli.rates;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.work.WorkScheme;
import picocli.CommandLine.Option;

/** Which scheme of work-accident indicators, and which edition of it. */
final class WorkSchemeOptions {
    @Option(names = "--scheme", paramLabel = "NAME", descriptionKey = "work-scheme")
    @Nullable
    String scheme;

    @Option(names = "--scheme-file", paramLabel = "FILE", descriptionKey = "scheme-file")
    @Nullable
    String schemeFile;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "work-date")
    @Nullable
    String date;

    /** The edition in force. */
    WorkScheme choose() {
        List<WorkScheme> schemes = schemes();
        LocalDate day = day();
        String name = name(schemes);
        return WorkScheme.find(schemes, name, day).orElseThrow(() -> {
            boolean known = schemes.stream().anyMatch(one -> one.id().equals(name));
            return known
                    ? UserError.usage("error.no-edition", name, String.valueOf(day))
                    : UserError.usage("error.choice", "--scheme", name, names(schemes));
        });
    }

    /** Whether an edition was taken for want of a date. */
    boolean editionAssumed() {
        List<WorkScheme> schemes = schemes();
        String name = name(schemes);
        return date == null
                && schemes.stream().filter(one -> one.id().equals(name)).count() > 1;
    }

    /** The scheme named; else the first one there is. */
    private String name(List<WorkScheme> schemes) {
        return scheme == null ? schemes.get(0).id() : scheme;
    }

    private List<WorkScheme> schemes() {
        if (schemeFile == null) {
            return WorkScheme.bundled();
        }
        InputFile input = InputFile.open(schemeFile, null);
        try (Reader reader = UserData.csv(input)) {
            return WorkScheme.read(reader);
        } catch (IllegalArgumentException e) {
            throw UserError.input("error.scheme-file", schemeFile, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw UserError.input("error.read", schemeFile, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable LocalDate day() {
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw UserError.usage("error.option-date", "--date", date);
        }
    }

    private static String names(List<WorkScheme> schemes) {
        return String.join(", ", schemes.stream().map(WorkScheme::id).distinct().toList());
    }
}

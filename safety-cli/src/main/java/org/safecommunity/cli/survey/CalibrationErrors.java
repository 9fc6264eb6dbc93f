package org.safecommunity.cli.survey;

import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.NumberText;
import org.safecommunity.metrics.survey.CalibrationException;
import org.safecommunity.metrics.survey.CalibrationException.Reason;
import org.safecommunity.metrics.survey.WeightCalibration.Margin;

/** Says in the language of the reader why weights cannot be brought to known totals, and what helps. */
final class CalibrationErrors {
    private static final double PERCENT = 100;

    private CalibrationErrors() {}

    /** The error of a calibration; with a line where one row shows it. */
    static UserError of(IllegalArgumentException cause, TableReader table, int line, List<Margin> margins) {
        String file = table.file().name() + (line < 0 ? "" : ":" + line);
        UserError error = cause instanceof CalibrationException known
                ? worded(known, file, margins)
                : UserError.input("error.calibration", file, String.valueOf(cause.getMessage()));
        error.initCause(cause);
        return error;
    }

    private static UserError worded(CalibrationException cause, String file, List<Margin> margins) {
        Reason reason = cause.reason();
        boolean share = reason == Reason.SUMS_DIFFER || reason == Reason.NOT_MET;
        String number = Double.isInfinite(cause.number())
                ? "∞"
                : share
                        ? CalibratedUnits.rounded(Math.abs(cause.number()) * PERCENT)
                        : Double.isNaN(cause.number()) ? "–" : NumberText.shortest(cause.number());
        String key = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (cause.replicate().isPresent()) {
            return UserError.input(
                    "error.calibration-replicate",
                    file,
                    cause.replicate().getAsInt(),
                    Texts.both("calibration." + key, cause.where(), number));
        }
        return UserError.input(
                "error.calibration-" + key,
                file,
                Texts.both("calibration." + key, cause.where(), number),
                levels(cause, margins));
    }

    /** The levels with a total of the variable that an error is about. */
    private static String levels(CalibrationException cause, List<Margin> margins) {
        return margins.stream()
                .filter(margin -> cause.where().startsWith(margin.variable() + " "))
                .map(margin -> String.join(
                        ", ", margin.totals().keySet().stream().sorted().toList()))
                .findFirst()
                .orElse("");
    }
}

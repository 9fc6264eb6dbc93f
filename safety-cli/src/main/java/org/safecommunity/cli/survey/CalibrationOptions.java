package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.survey.CalibrationMethod;
import picocli.CommandLine.Option;

/** Weights brought to known totals before an estimate, so that its variance accounts for it. */
final class CalibrationOptions {
    @Option(names = "--calibrate", paramLabel = "FILE", descriptionKey = "survey-calibrate")
    @Nullable
    String margins;

    @Option(names = "--calibrate-method", paramLabel = "METHOD", descriptionKey = "survey-calibrate-method")
    String method = "rake";

    @Option(names = "--calibrate-bounds", paramLabel = "L,U", split = ",", descriptionKey = "survey-bounds")
    List<Double> bounds = new ArrayList<>();

    boolean given() {
        return margins != null;
    }

    CalibrationMethod method() {
        return method("--calibrate-method", method, bounds);
    }

    /**
     * The method of an option with its bounds looked at.
     *
     * @throws UserError (exit 2) if the method is none or the bounds do not go with it
     */
    static CalibrationMethod method(String option, String name, List<Double> bounds) {
        CalibrationMethod method = DesignOptions.choice(option, name, CalibrationMethod.values());
        boolean two = bounds.size() == 2 && bounds.get(0) < 1 && bounds.get(1) > 1;
        if (method.bounded() ? !two : !bounds.isEmpty()) {
            throw UserError.usage("error.bounds", name);
        }
        return method;
    }

    static double lower(List<Double> bounds) {
        return bounds.isEmpty() ? Double.NEGATIVE_INFINITY : bounds.get(0);
    }

    static double upper(List<Double> bounds) {
        return bounds.isEmpty() ? Double.POSITIVE_INFINITY : bounds.get(1);
    }

    void echo(Map<String, Object> options) {
        if (given()) {
            options.put("calibrate", margins);
            options.put("calibrateMethod", method);
            options.put("calibrateBounds", bounds);
        }
    }
}

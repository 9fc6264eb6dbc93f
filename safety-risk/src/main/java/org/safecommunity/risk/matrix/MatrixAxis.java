package org.safecommunity.risk.matrix;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * One axis of a matrix. Immutable.
 *
 * @param title   name, not null
 * @param classes classes from lowest to highest risk, at least one, codes unique
 * @param bounds  numbers between the classes that are checked, rising, one more than these classes, the first 0 or more; empty
 *                when the axis has no numbers, then equal widths from 0 are assumed
 * @param values  one typical number for each of these classes, rising and greater than 0; empty when there are none
 */
public record MatrixAxis(LocalText title, List<AxisClass> classes, List<BigDecimal> bounds, List<BigDecimal> values) {
    /**
     * Checks the components.
     *
     * @throws NullPointerException     if the title is null
     * @throws InvalidDataException     with every fault, if a code repeats, or numbers do not rise or do not fit the classes
     * @throws IllegalArgumentException if there are no classes
     */
    public MatrixAxis {
        requireNonNull(title, "title");
        classes = Checks.filled(classes, "classes");
        bounds = bounds == null ? List.of() : List.copyOf(bounds);
        values = values == null ? List.of() : List.copyOf(values);
        List<Finding> faults = new ArrayList<>(Duplicates.in(classes, "classes", "code", AxisClass::code));
        int inside = (int) classes.stream().filter(AxisClass::checked).count();
        faults.addAll(numbers(bounds, "bounds", inside + 1));
        faults.addAll(numbers(values, "values", inside));
        if (!values.isEmpty() && values.get(0).signum() == 0) {
            faults.add(fault("values[0]", "value must be greater than 0", "取值须大于 0"));
        }
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * A class of an axis.
     *
     * @param code    code in options and files, e.g. {@code E} or {@code 3}, not blank
     * @param label   meaning, not null
     * @param outside true when the class stands outside the checks, such as a row for hazards that no longer exist;
     *                null is false
     */
    public record AxisClass(
            String code, LocalText label, @Nullable Boolean outside) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if the label is null
         * @throws IllegalArgumentException if the code is blank
         */
        public AxisClass {
            Checks.text(code, "code");
            requireNonNull(label, "label");
        }

        boolean checked() {
            return outside == null || !outside;
        }
    }

    /** The same axis with other numbers. */
    public MatrixAxis with(List<BigDecimal> newBounds, List<BigDecimal> newValues) {
        return new MatrixAxis(title, classes, newBounds, newValues);
    }

    /** Classes that are checked, lowest first. */
    public List<AxisClass> inside() {
        return classes.stream().filter(AxisClass::checked).toList();
    }

    /** Bounds of the classes that are checked: those given, or 0, 1, 2, … */
    List<BigDecimal> numericBounds() {
        if (!bounds.isEmpty()) {
            return bounds;
        }
        List<BigDecimal> equal = new ArrayList<>();
        for (int i = 0; i <= inside().size(); i++) {
            equal.add(BigDecimal.valueOf(i));
        }
        return equal;
    }

    boolean startsAtZero() {
        return numericBounds().get(0).signum() == 0;
    }

    private static List<Finding> numbers(List<BigDecimal> numbers, String name, int size) {
        List<Finding> faults = new ArrayList<>();
        if (!numbers.isEmpty() && numbers.size() != size) {
            faults.add(fault(
                    name,
                    name + " must be " + size + " numbers, was " + numbers.size(),
                    "须为 " + size + " 个数，现为 " + numbers.size() + " 个"));
        }
        for (int i = 0; i < numbers.size(); i++) {
            boolean rises =
                    i == 0 ? numbers.get(0).signum() >= 0 : numbers.get(i).compareTo(numbers.get(i - 1)) > 0;
            if (!rises) {
                faults.add(fault(
                        name + "[" + i + "]",
                        "number must be " + (i == 0 ? "0 or more" : "above the one before") + ", was "
                                + numbers.get(i).toPlainString(),
                        (i == 0 ? "须不小于 0" : "须大于前一个数") + "，现为 "
                                + numbers.get(i).toPlainString()));
            }
        }
        return faults;
    }

    private static Finding fault(String path, String en, String zh) {
        return Finding.error(
                "axis-numbers",
                path,
                new LocalText(en, zh),
                new LocalText("list them from lowest to highest", "请从低到高列出"));
    }
}

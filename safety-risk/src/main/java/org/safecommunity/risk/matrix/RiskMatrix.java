package org.safecommunity.risk.matrix;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.matrix.MatrixAxis.AxisClass;
import org.safecommunity.risk.score.Colour;

/**
 * A risk matrix as data: two axes and a level for each cell. It need not be square, and its cells need not follow a product.
 * Immutable.
 *
 * @param id          id, e.g. {@code MIL-STD-882E}, not blank
 * @param version     version of this data, not blank
 * @param edition     edition of the source, not blank
 * @param title       name, not null
 * @param likelihood  rows, not null
 * @param consequence columns, not null
 * @param levels      levels, highest first, at least one
 * @param rows        level ids, the row of highest likelihood first, each from lowest to highest consequence
 * @param conditions  cells whose level is another one under a condition
 * @param scores      score of each cell in the same order where the matrix prints one; else empty
 * @param provenance  where the cells are stated, not null
 * @param sources     documents that the provenance refers to
 * @param note        what a user must know, or null
 */
public record RiskMatrix(
        String id,
        String version,
        String edition,
        LocalText title,
        MatrixAxis likelihood,
        MatrixAxis consequence,
        List<Level> levels,
        List<List<String>> rows,
        List<Condition> conditions,
        List<List<BigDecimal>> scores,
        Provenance provenance,
        List<SourceDocument> sources,
        @Nullable LocalText note) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component other than the note is null
     * @throws InvalidDataException     with every fault: a cell missing or without a known level, a condition on a cell or
     *                                  level that is not there, an id twice, a source that is not listed
     * @throws IllegalArgumentException if a text is blank, or there are no levels or rows
     */
    public RiskMatrix {
        Checks.text(id, "id");
        Checks.text(version, "version");
        Checks.text(edition, "edition");
        requireNonNull(title, "title");
        requireNonNull(likelihood, "likelihood");
        requireNonNull(consequence, "consequence");
        levels = Checks.filled(levels, "levels");
        rows = Checks.filled(rows, "rows").stream().map(List::copyOf).toList();
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        scores = scores == null ? List.of() : scores.stream().map(List::copyOf).toList();
        requireNonNull(provenance, "provenance");
        sources = sources == null ? List.of() : List.copyOf(sources);
        List<Finding> faults = new ArrayList<>(Duplicates.in(levels, "levels", "id", Level::id));
        faults.addAll(provenance.unresolved("provenance", sources));
        faults.addAll(new CellFaults(levels, likelihood, consequence).of(rows, conditions));
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * A level of risk.
     *
     * @param id     id used in the rows, not blank
     * @param title  name, not null
     * @param colour colour, not null; two levels may share one
     */
    public record Level(String id, LocalText title, Colour colour) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Level {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            requireNonNull(colour, "colour");
        }
    }

    /**
     * A condition under which a cell has another level.
     *
     * @param likelihood  code of the row
     * @param consequence code of the column
     * @param level       id of the level under the condition
     * @param when        the condition in words, not null
     */
    public record Condition(String likelihood, String consequence, String level, LocalText when) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if a text is blank
         */
        public Condition {
            Checks.text(likelihood, "likelihood");
            Checks.text(consequence, "consequence");
            Checks.text(level, "level");
            requireNonNull(when, "when");
        }
    }

    /**
     * The matrices that are part of the library: those of the data file, and the product schemes with two factors.
     *
     * @throws IllegalStateException if a data file is missing or faulty, which is a fault of the program
     */
    public static List<RiskMatrix> bundled() {
        return MatrixFile.bundled();
    }

    /**
     * Reads matrices from a data file of the same form as the bundled one, or product schemes with two factors from a file
     * of schemes.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static List<RiskMatrix> read(InputStream stream, String name) {
        return MatrixFile.read(stream, name);
    }

    /** The bundled matrix of an id; upper and lower case are the same. */
    public static Optional<RiskMatrix> find(String id) {
        return bundled().stream().filter(m -> m.id().equalsIgnoreCase(id)).findFirst();
    }

    /**
     * The level of a cell.
     *
     * @param likelihoodCode  code of the row
     * @param consequenceCode code of the column
     * @throws IllegalArgumentException if the matrix has no such row or column
     */
    public Level level(String likelihoodCode, String consequenceCode) {
        int row = index(likelihood, likelihoodCode, "likelihood");
        int column = index(consequence, consequenceCode, "consequence");
        return levelAt(row, column);
    }

    /**
     * The level of a cell under its condition.
     *
     * @return the level under the condition; empty when the cell has none
     */
    public Optional<Level> conditionalLevel(String likelihoodCode, String consequenceCode) {
        return condition(likelihoodCode, consequenceCode).map(c -> level(c.level()));
    }

    /** The condition of a cell; empty when it has none. */
    public Optional<Condition> condition(String likelihoodCode, String consequenceCode) {
        return conditions.stream()
                .filter(c ->
                        c.likelihood().equals(likelihoodCode) && c.consequence().equals(consequenceCode))
                .findFirst();
    }

    /** The printed score of a cell; empty when the matrix has none. */
    public Optional<BigDecimal> score(String likelihoodCode, String consequenceCode) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        scores.get(likelihood.classes().size() - 1 - index(likelihood, likelihoodCode, "likelihood"))
                                .get(index(consequence, consequenceCode, "consequence")));
    }

    /** The same matrix with numbers on its axes. */
    public RiskMatrix with(MatrixAxis newLikelihood, MatrixAxis newConsequence) {
        return new RiskMatrix(
                id,
                version,
                edition,
                title,
                newLikelihood,
                newConsequence,
                levels,
                rows,
                conditions,
                scores,
                provenance,
                sources,
                note);
    }

    /** The level of a cell by its place, rows and columns counted from the lowest. */
    Level levelAt(int row, int column) {
        return level(rows.get(rows.size() - 1 - row).get(column));
    }

    private Level level(String levelId) {
        return levels.stream().filter(l -> l.id().equals(levelId)).findFirst().orElseThrow();
    }

    private static int index(MatrixAxis axis, String code, String name) {
        List<String> codes = axis.classes().stream().map(AxisClass::code).toList();
        int index = codes.indexOf(code);
        if (index < 0) {
            throw new IllegalArgumentException(name + " must be one of " + String.join(", ", codes) + ", was " + code);
        }
        return index;
    }
}

package org.safecommunity.risk.matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;
import org.safecommunity.risk.matrix.MatrixAxis.AxisClass;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.ScaleValue;
import org.safecommunity.risk.score.Scheme;

/** A data file of matrices, and matrices made of schemes with two factors. */
record MatrixFile(String version, List<RiskMatrix> matrices) {
    private static final DataFile<MatrixFile> FILE =
            DataFile.of(MatrixFile.class).whenBroken(MatrixFile.class, file -> file.unique("matrices", "id"));

    MatrixFile {
        Checks.text(version, "version");
        matrices = Checks.filled(matrices, "matrices");
        InvalidDataException.throwIfAny(Duplicates.in(matrices, "matrices", "id", RiskMatrix::id));
    }

    static List<RiskMatrix> bundled() {
        String name = "matrices.json";
        List<RiskMatrix> own = FILE.readBundled(RiskMatrix.class.getResourceAsStream(name), name)
                .matrices();
        return Stream.concat(ofSchemes(Scheme.bundled()).stream(), own.stream()).toList();
    }

    static List<RiskMatrix> read(InputStream stream, String name) {
        byte[] content = content(stream, name);
        if (new String(content, StandardCharsets.UTF_8).contains("\"schemes\"")) {
            return ofSchemes(Scheme.read(new ByteArrayInputStream(content), name));
        }
        return FILE.read(new ByteArrayInputStream(content), name).matrices();
    }

    private static byte[] content(InputStream stream, String name) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static List<RiskMatrix> ofSchemes(List<Scheme> schemes) {
        return schemes.stream()
                .filter(scheme -> scheme.factors().size() == 2
                        && scheme.factors().get(0).symbol().equals("L"))
                .map(MatrixFile::ofScheme)
                .toList();
    }

    /** Rows are the first factor, columns the second; a cell has the band of the product. */
    private static RiskMatrix ofScheme(Scheme scheme) {
        Factor likelihood = scheme.factors().get(0);
        Factor consequence = scheme.factors().get(1);
        List<List<String>> rows = new ArrayList<>();
        List<List<BigDecimal>> scores = new ArrayList<>();
        List<ScaleValue> falling = new ArrayList<>(rising(likelihood));
        java.util.Collections.reverse(falling);
        for (ScaleValue l : falling) {
            List<RiskScore> row = rising(consequence).stream()
                    .map(c -> scheme.score(Map.of(likelihood.name(), l.value(), consequence.name(), c.value())))
                    .toList();
            rows.add(row.stream().map(score -> score.band().id()).toList());
            scores.add(row.stream().map(RiskScore::score).toList());
        }
        return new RiskMatrix(
                scheme.id(),
                scheme.version(),
                scheme.edition(),
                scheme.title(),
                axis(likelihood),
                axis(consequence),
                scheme.bands().stream()
                        .map(band -> new RiskMatrix.Level(band.id(), band.title(), band.colour()))
                        .toList(),
                rows,
                List.of(),
                scores,
                scheme.provenance(),
                scheme.sources(),
                scheme.note());
    }

    private static MatrixAxis axis(Factor factor) {
        List<AxisClass> classes = rising(factor).stream()
                .map(value -> new AxisClass(value.value().toPlainString(), value.label(), false))
                .toList();
        LocalText title = factor.title();
        return new MatrixAxis(title, classes, List.of(), List.of());
    }

    private static List<ScaleValue> rising(Factor factor) {
        return factor.values().stream()
                .sorted(Comparator.comparing(ScaleValue::value))
                .toList();
    }
}

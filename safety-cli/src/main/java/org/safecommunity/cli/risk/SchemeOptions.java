package org.safecommunity.cli.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.matrix.RiskMatrix;
import org.safecommunity.risk.score.BoundaryPolicy;
import org.safecommunity.risk.score.Scheme;
import picocli.CommandLine.Option;

/** Which scheme or matrix rates. */
final class SchemeOptions {
    /** Scheme id of the action priority, which rates the ratings of an FMEA. */
    static final String PRIORITY = "AIAG-VDA-AP";

    static final String MATRIX = "matrix";

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "risk-method")
    @Nullable
    String method;

    @Option(names = "--scheme", paramLabel = "NAME", descriptionKey = "scheme")
    @Nullable
    String schemeName;

    @Option(names = "--scheme-file", paramLabel = "FILE", descriptionKey = "risk-scheme-file")
    @Nullable
    String schemeFile;

    @Option(
            names = "--policy",
            paramLabel = "lower-inclusive|upper-inclusive|both-inclusive",
            descriptionKey = "policy")
    @Nullable
    String policy;

    /** Whether a matrix rates. */
    boolean isMatrix() {
        return MATRIX.equals(method);
    }

    /** Whether the level is the action priority. */
    boolean isPriority() {
        return PRIORITY.equalsIgnoreCase(schemeName);
    }

    /** The matrix asked for. */
    RiskMatrix matrix() {
        List<RiskMatrix> known =
                schemeFile == null ? RiskMatrix.bundled() : UserData.read(schemeFile, RiskMatrix::read);
        List<String> ids = known.stream().map(RiskMatrix::id).toList();
        String wanted = schemeName;
        if (wanted == null && known.size() == 1) {
            return known.get(0);
        }
        if (wanted == null) {
            throw UserError.usage("error.option-missing", "--scheme", "--scheme " + ids.get(0));
        }
        return known.stream()
                .filter(matrix -> matrix.id().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> UserError.usage("error.choice", "--scheme", wanted, String.join(", ", ids)));
    }

    /** The scheme asked for, under the policy asked for. */
    Scheme scheme() {
        Scheme scheme = named();
        String wanted = method == null ? null : method.toLowerCase(Locale.ROOT);
        if (wanted != null && !scheme.method().equals(wanted)) {
            throw UserError.usage("error.scheme-method", scheme.id(), scheme.method(), wanted);
        }
        if (policy == null) {
            return scheme;
        }
        try {
            return scheme.with(boundaryPolicy(policy));
        } catch (IllegalArgumentException e) {
            throw UserError.argument(e);
        }
    }

    private Scheme named() {
        if (schemeFile != null) {
            return fromFile(schemeFile);
        }
        String name = isPriority() ? "fmea" : schemeName != null ? schemeName : method;
        if (name == null) {
            throw UserError.usage("error.option-missing", "--method", "--method lec");
        }
        List<String> known =
                new ArrayList<>(Scheme.bundled().stream().map(Scheme::id).toList());
        known.add(PRIORITY);
        return Scheme.find(name)
                .orElseThrow(() -> UserError.usage(
                        "error.choice", schemeName != null ? "--scheme" : "--method", name, String.join(", ", known)));
    }

    private Scheme fromFile(String path) {
        List<Scheme> schemes = UserData.read(path, Scheme::read);
        String wanted = schemeName != null ? schemeName : method;
        Optional<Scheme> found = wanted == null
                ? Optional.of(schemes.get(0)).filter(first -> schemes.size() == 1)
                : schemes.stream()
                        .filter(s ->
                                s.id().equalsIgnoreCase(wanted) || s.method().equalsIgnoreCase(wanted))
                        .findFirst();
        return found.orElseThrow(() -> UserError.usage(
                "error.choice",
                "--scheme",
                wanted == null ? "" : wanted,
                String.join(", ", schemes.stream().map(Scheme::id).toList())));
    }

    private static BoundaryPolicy boundaryPolicy(String label) {
        List<String> known = new ArrayList<>();
        for (BoundaryPolicy candidate : BoundaryPolicy.values()) {
            if (candidate.label().equals(label)) {
                return candidate;
            }
            known.add(candidate.label());
        }
        throw UserError.usage("error.choice", "--policy", label, String.join(", ", known));
    }

    /** The options of a run, for the provenance. */
    static Map<String, Object> options(Scheme scheme) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("method", scheme.method());
        options.put("scheme", scheme.id());
        options.put("policy", scheme.policy().label());
        return options;
    }
}

package org.safecommunity.metrics.trend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.regression.CountData;

/** The best fits of each number of joinpoints, and the number that was chosen. */
final class JoinpointChoice {
    private final JoinpointSelection selection;
    private final List<JoinpointFit> fits;
    private final Map<String, HypothesisTest> tests = new LinkedHashMap<>();
    private final JoinpointFit chosen;

    private JoinpointChoice(JoinpointSelection selection, List<JoinpointFit> fits) {
        this.selection = selection;
        this.fits = fits;
        this.chosen =
                selection instanceof JoinpointSelection.Permutation permutation ? byTests(permutation) : byCriterion();
    }

    /** Fits every number up to the most, as far as it has an estimate, and chooses one. */
    static JoinpointChoice of(
            double[] times, CountData data, Joinpoint.Model model, int most, JoinpointSelection selection) {
        List<JoinpointFit> fits = new ArrayList<>();
        fits.add(JoinpointFit.search(times, data, model, 0));
        for (int k = 1; k <= most && fits.get(0).status() == Status.OK; k++) {
            JoinpointFit next = JoinpointFit.search(times, data, model, k);
            if (next.status() != Status.OK) {
                break;
            }
            fits.add(next);
        }
        return new JoinpointChoice(selection, fits);
    }

    private JoinpointFit byCriterion() {
        JoinpointFit best = fits.get(0);
        for (JoinpointFit next : fits) {
            best = next.status() == Status.OK && criterion(next) < criterion(best) ? next : best;
        }
        return best;
    }

    private JoinpointFit byTests(JoinpointSelection.Permutation permutation) {
        int few = 0;
        int many = fits.size() - 1;
        while (few < many && fits.get(few).status() == Status.OK) {
            HypothesisTest test = JoinpointPermutation.test(fits.get(few), many, permutation, tests.size());
            tests.put(few + ":" + many, test);
            if (test.pValue() < permutation.alpha() / (fits.size() - 1 - few)) {
                few++;
            } else {
                many--;
            }
        }
        return fits.get(few);
    }

    /** The criterion that is smallest for the chosen number; BIC beside tests. */
    double criterion(JoinpointFit fit) {
        boolean weighted = selection instanceof JoinpointSelection.Information information && information.weighted();
        return weighted ? fit.weightedBic() : fit.bic();
    }

    JoinpointSelection selection() {
        return selection;
    }

    List<JoinpointFit> fits() {
        return fits;
    }

    /** The tests of a permutation, by {@code a:b} joinpoints, in their order. */
    Map<String, HypothesisTest> tests() {
        return tests;
    }

    JoinpointFit chosen() {
        return chosen;
    }
}

package org.safecommunity.metrics.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The small data set MINI of the reference files: 24 respondents in 8 primary units of 3 strata. Invented. */
final class Mini {
    private static final String ROWS = """
            1,11,10,62,3,1,A,1   1,11,10,55,2,0,A,2   1,11,12,70,5,1,B,3
            1,12,8,48,1,0,A,1    1,12,8,66,4,1,B,2    1,12,9,59,2,1,A,3
            1,13,15,80,6,1,B,3   1,13,15,73,4,0,A,2
            2,21,20,41,1,0,A,1   2,21,20,52,2,1,B,1   2,21,18,57,3,1,B,2
            2,22,25,69,4,1,A,3   2,22,25,64,3,0,B,2   2,22,22,50,2,0,A,1
            3,31,30,77,5,1,B,3   3,31,30,71,4,1,A,3   3,31,28,68,5,1,A,2
            3,32,35,60,3,0,B,1   3,32,35,58,2,1,A,2   3,32,33,63,3,1,B,3
            3,33,40,45,1,0,A,1   3,33,40,54,2,1,B,2   3,33,38,49,2,0,A,1   3,33,38,67,4,1,B,3
            """;

    private Mini() {}

    /** A respondent. */
    record Row(String h, String psu, double w, double y, double x, int yes, String dom, String ans) {
        double fpc() {
            return switch (h) {
                case "1" -> 30;
                case "2" -> 20;
                default -> 45;
            };
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String text : ROWS.strip().split("\\s+")) {
            String[] c = text.split(",");
            rows.add(new Row(
                    c[0],
                    c[1],
                    Double.parseDouble(c[2]),
                    Double.parseDouble(c[3]),
                    Double.parseDouble(c[4]),
                    Integer.parseInt(c[5]),
                    c[6],
                    c[7]));
        }
        return rows;
    }

    /** A design of rows with the leaf of each. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sample(List<Row> rows, SurveyDesign design, int[] leaf) {
        /** Sums of a variable in domain 0, over those in the domain asked for. */
        SurveySums sums(String domain, ToDoubleFunction<Row> y, ToDoubleFunction<Row> x) {
            SurveySums sums = new SurveySums();
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                if (domain.isEmpty() || row.dom().equals(domain)) {
                    sums.add(0, leaf[i], row.w(), y.applyAsDouble(row), x.applyAsDouble(row));
                }
            }
            return sums;
        }
    }

    static Sample sample(List<Row> rows, boolean strata, boolean fpc, LonelyPsu policy) {
        SurveyDesign.Builder builder = SurveyDesign.builder().lonelyPsu(policy);
        int[] leaf = new int[rows.size()];
        for (int i = 0; i < leaf.length; i++) {
            Row row = rows.get(i);
            leaf[i] = builder.unit(
                    strata ? row.h() : "", List.of(row.psu()), fpc ? new double[] {row.fpc()} : new double[0], row.w());
        }
        return new Sample(rows, builder.build(), leaf);
    }
}

package org.safecommunity.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.safecommunity.cli.assess.AssessCommand;
import org.safecommunity.cli.assess.PlanCommand;
import org.safecommunity.cli.assess.TimelineCommand;
import org.safecommunity.cli.check.CheckCommand;
import org.safecommunity.cli.convert.ConvertCommand;
import org.safecommunity.cli.explain.ExplainCommand;
import org.safecommunity.cli.priority.PrioritiseCommand;
import org.safecommunity.cli.rates.BeforeAfterCommand;
import org.safecommunity.cli.rates.BurdenCommand;
import org.safecommunity.cli.rates.CaptureCommand;
import org.safecommunity.cli.rates.ChartCommand;
import org.safecommunity.cli.rates.CompareCommand;
import org.safecommunity.cli.rates.CrudeCommand;
import org.safecommunity.cli.rates.DetectCommand;
import org.safecommunity.cli.rates.DidCommand;
import org.safecommunity.cli.rates.FunnelCommand;
import org.safecommunity.cli.rates.InterruptCommand;
import org.safecommunity.cli.rates.JoinpointCommand;
import org.safecommunity.cli.rates.PowerCommand;
import org.safecommunity.cli.rates.ProportionCommand;
import org.safecommunity.cli.rates.RatesCommand;
import org.safecommunity.cli.rates.SeasonCommand;
import org.safecommunity.cli.rates.SmrCommand;
import org.safecommunity.cli.rates.StandardiseCommand;
import org.safecommunity.cli.rates.TrendCommand;
import org.safecommunity.cli.rates.TrendTestCommand;
import org.safecommunity.cli.rates.WorkCommand;
import org.safecommunity.cli.region.RegionCommand;
import org.safecommunity.cli.register.CodesCommand;
import org.safecommunity.cli.register.ColumnsCommand;
import org.safecommunity.cli.register.MigrateCommand;
import org.safecommunity.cli.register.OverdueCommand;
import org.safecommunity.cli.register.RankCommand;
import org.safecommunity.cli.register.RatingsCommand;
import org.safecommunity.cli.register.RegisterCommand;
import org.safecommunity.cli.register.StatisticsCommand;
import org.safecommunity.cli.report.ReportCommand;
import org.safecommunity.cli.risk.AgreementCommand;
import org.safecommunity.cli.risk.DelphiCommand;
import org.safecommunity.cli.risk.MatrixCommand;
import org.safecommunity.cli.risk.RiskCommand;
import org.safecommunity.cli.risk.ScoreCommand;
import org.safecommunity.cli.risk.SimulateCommand;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.HelpOption;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.standard.DiffCommand;
import org.safecommunity.cli.standard.ExportCommand;
import org.safecommunity.cli.standard.ListCommand;
import org.safecommunity.cli.standard.ShowCommand;
import org.safecommunity.cli.standard.StandardCommand;
import org.safecommunity.cli.start.InitCommand;
import org.safecommunity.cli.start.SchemaCommand;
import org.safecommunity.cli.store.ImportCommand;
import org.safecommunity.cli.store.QueryCommand;
import org.safecommunity.cli.store.StoreCommand;
import org.safecommunity.cli.store.VerifyCommand;
import org.safecommunity.cli.survey.AllocateCommand;
import org.safecommunity.cli.survey.CalibrateCommand;
import org.safecommunity.cli.survey.ChangeCommand;
import org.safecommunity.cli.survey.CrosstabCommand;
import org.safecommunity.cli.survey.DesignCommand;
import org.safecommunity.cli.survey.LikertCommand;
import org.safecommunity.cli.survey.MeanCommand;
import org.safecommunity.cli.survey.QuantileCommand;
import org.safecommunity.cli.survey.QuestionnaireCommand;
import org.safecommunity.cli.survey.RateCommand;
import org.safecommunity.cli.survey.RatioCommand;
import org.safecommunity.cli.survey.RegressCommand;
import org.safecommunity.cli.survey.ReliabilityCommand;
import org.safecommunity.cli.survey.SampleCommand;
import org.safecommunity.cli.survey.SizeCommand;
import org.safecommunity.cli.survey.SurveyCommand;
import org.safecommunity.cli.survey.TotalCommand;
import org.safecommunity.cli.survey.WeightCommand;
import org.safecommunity.cli.tabulate.TabulateCommand;
import org.safecommunity.cli.worksheet.InspectCommand;
import org.safecommunity.cli.worksheet.WorksheetCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/**
 * The commands of the program. Only the command that is called is built in full, because building all of them costs
 * start-up time; help builds the whole tree.
 */
final class CommandTree {
    private static final Set<String> NAMES = new LinkedHashSet<>(List.of(
            "report",
            "check",
            "init",
            "convert",
            "schema",
            "region",
            "explain",
            "tabulate",
            "rates",
            "rates crude",
            "rates proportion",
            "rates standardise",
            "rates trend",
            "rates trend-test",
            "rates capture",
            "rates burden",
            "rates work",
            "rates power",
            "rates smr",
            "rates compare",
            "survey",
            "survey design",
            "survey mean",
            "survey total",
            "survey ratio",
            "survey proportion",
            "survey quantile",
            "survey crosstab",
            "survey compare",
            "survey regress",
            "survey reliability",
            "survey change",
            "survey size",
            "survey weight",
            "survey calibrate",
            "survey questionnaire",
            "survey score",
            "survey likert",
            "survey rate",
            "survey sample",
            "survey allocate",
            "rates funnel",
            "rates interrupt",
            "rates did",
            "rates before-after",
            "rates chart",
            "rates detect",
            "rates joinpoint",
            "rates season",
            "risk",
            "risk score",
            "risk matrix",
            "risk simulate",
            "risk delphi",
            "risk agreement",
            "risk prioritise",
            "risk worksheet",
            "risk inspect",
            "risk register",
            "risk register check",
            "risk register rank",
            "risk register ratings",
            "risk register migrate",
            "risk register overdue",
            "risk register statistics",
            "risk register columns",
            "risk register codes",
            "assess",
            "assess score",
            "assess plan",
            "assess timeline",
            "assess compare",
            "standard",
            "standard list",
            "standard show",
            "standard export",
            "standard diff",
            "store",
            "store import",
            "store query",
            "store export",
            "store verify",
            CompletionCommand.NAME));

    private CommandTree() {}

    /** The command line for these arguments. */
    static CommandLine build(Object root, String[] arguments, Locale locale) {
        CommandLine commandLine = new CommandLine(root);
        commandLine.addMixin("help", new HelpOption());
        String noun = arguments.length > 0 ? arguments[0] : "";
        boolean help = Arrays.asList(arguments).contains("--help")
                || Arrays.asList(arguments).contains("-h");
        boolean version = noun.equals("--version");
        boolean whole = help || (!version && !NAMES.contains(noun)) || noun.equals(CompletionCommand.NAME);
        for (String name : NAMES) {
            if (name.indexOf(' ') < 0 && (whole || name.equals(noun))) {
                CommandLine nounLine = add(commandLine, name, create(name));
                addVerbs(nounLine, name, arguments, whole);
            }
        }
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setAbbreviatedSubcommandsAllowed(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        if (help || arguments.length == 0) {
            useTexts(commandLine, locale);
        }
        return commandLine;
    }

    /** Names of the commands below one, for suggestions. */
    static List<String> names(String qualifiedName) {
        String prefix = qualifiedName.equals("safety") ? "" : qualifiedName.substring("safety ".length()) + " ";
        return NAMES.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(name -> name.indexOf(' ') < 0)
                .toList();
    }

    /** The common options of the command that was parsed. */
    static Optional<CommonOptions> common(ParseResult result) {
        ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(CommonOptions.class::isInstance)
                .map(CommonOptions.class::cast)
                .findFirst();
    }

    /** Adds the commands below one, and those below them; where the arguments name one of them, that one alone. */
    private static void addVerbs(CommandLine parent, String name, String[] arguments, boolean whole) {
        int words = name.split(" ").length;
        String verb = arguments.length > words ? name + " " + arguments[words] : "";
        boolean known = NAMES.contains(verb);
        for (String child : NAMES) {
            boolean below = child.startsWith(name + " ") && child.indexOf(' ', name.length() + 1) < 0;
            if (below && (whole || !known || child.equals(verb))) {
                addVerbs(add(parent, child.substring(name.length() + 1), create(child)), child, arguments, whole);
            }
        }
    }

    private static CommandLine add(CommandLine parent, String name, Object command) {
        CommandLine child = new CommandLine(command);
        child.addMixin("help", new HelpOption());
        parent.addSubcommand(name, child);
        return child;
    }

    /** The examples as they are, never broken to fit the width: they are there to be copied. */
    private static String examples(UsageMessageSpec usage) {
        StringBuilder text = new StringBuilder();
        for (String line : usage.footer()) {
            text.append(String.format(line)).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static void useTexts(CommandLine commandLine, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.safecommunity.cli.help", Texts.isChinese(locale) ? Locale.CHINESE : Locale.ENGLISH);
        commandLine.setResourceBundle(bundle);
        commandLine.setUsageHelpAutoWidth(true);
        commandLine
                .getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_FOOTER,
                        help -> examples(help.commandSpec().usageMessage()));
        for (CommandLine child : commandLine.getSubcommands().values()) {
            useTexts(child, locale);
        }
    }

    /** A switch and no table of constructors: with it only the classes of the command that is called are loaded. */
    private static Object create(String name) {
        return switch (name) {
            case "report" -> new ReportCommand();
            case "check" -> new CheckCommand();
            case "init" -> new InitCommand();
            case "convert" -> new ConvertCommand();
            case "schema" -> new SchemaCommand();
            case "region" -> new RegionCommand();
            case "explain" -> new ExplainCommand(SafetyCli::run);
            case "tabulate" -> new TabulateCommand();
            case "rates" -> new RatesCommand();
            case "rates crude" -> new CrudeCommand();
            case "rates proportion" -> new ProportionCommand();
            case "rates standardise" -> new StandardiseCommand();
            case "rates trend" -> new TrendCommand();
            case "rates trend-test" -> new TrendTestCommand();
            case "rates capture" -> new CaptureCommand();
            case "rates burden" -> new BurdenCommand();
            case "rates work" -> new WorkCommand();
            case "rates power" -> new PowerCommand();
            case "rates smr" -> new SmrCommand();
            case "rates compare" -> new CompareCommand();
            case "survey" -> new SurveyCommand();
            case "survey design" -> new DesignCommand();
            case "survey mean" -> new MeanCommand();
            case "survey total" -> new TotalCommand();
            case "survey ratio" -> new RatioCommand();
            case "survey proportion" -> new org.safecommunity.cli.survey.ProportionCommand();
            case "survey quantile" -> new QuantileCommand();
            case "survey crosstab" -> new CrosstabCommand();
            case "survey compare" -> new org.safecommunity.cli.survey.CompareCommand();
            case "survey regress" -> new RegressCommand();
            case "survey reliability" -> new ReliabilityCommand();
            case "survey change" -> new ChangeCommand();
            case "survey size" -> new SizeCommand();
            case "survey weight" -> new WeightCommand();
            case "survey calibrate" -> new CalibrateCommand();
            case "survey questionnaire" -> new QuestionnaireCommand();
            case "survey score" -> new org.safecommunity.cli.survey.ScoreCommand();
            case "survey likert" -> new LikertCommand();
            case "survey rate" -> new RateCommand();
            case "survey sample" -> new SampleCommand();
            case "survey allocate" -> new AllocateCommand();
            case "rates funnel" -> new FunnelCommand();
            case "rates interrupt" -> new InterruptCommand();
            case "rates did" -> new DidCommand();
            case "rates before-after" -> new BeforeAfterCommand();
            case "rates chart" -> new ChartCommand();
            case "rates detect" -> new DetectCommand();
            case "rates joinpoint" -> new JoinpointCommand();
            case "rates season" -> new SeasonCommand();
            case "risk" -> new RiskCommand();
            case "risk score" -> new ScoreCommand();
            case "risk matrix" -> new MatrixCommand();
            case "risk simulate" -> new SimulateCommand();
            case "risk delphi" -> new DelphiCommand();
            case "risk agreement" -> new AgreementCommand();
            case "risk prioritise" -> new PrioritiseCommand();
            case "risk worksheet" -> new WorksheetCommand();
            case "risk inspect" -> new InspectCommand();
            case "risk register" -> new RegisterCommand();
            case "risk register check" -> new org.safecommunity.cli.register.CheckCommand();
            case "risk register rank" -> new RankCommand();
            case "risk register ratings" -> new RatingsCommand();
            case "risk register migrate" -> new MigrateCommand();
            case "risk register overdue" -> new OverdueCommand();
            case "risk register statistics" -> new StatisticsCommand();
            case "risk register columns" -> new ColumnsCommand();
            case "risk register codes" -> new CodesCommand();
            case "assess" -> new AssessCommand();
            case "assess score" -> new org.safecommunity.cli.assess.ScoreCommand();
            case "assess plan" -> new PlanCommand();
            case "assess timeline" -> new TimelineCommand();
            case "assess compare" -> new org.safecommunity.cli.assess.CompareCommand();
            case "standard" -> new StandardCommand();
            case "standard list" -> new ListCommand();
            case "standard show" -> new ShowCommand(NAMES::contains);
            case "standard export" -> new ExportCommand();
            case "standard diff" -> new DiffCommand();
            case "store" -> new StoreCommand();
            case "store import" -> new ImportCommand();
            case "store query" -> new QueryCommand();
            case "store export" -> new org.safecommunity.cli.store.ExportCommand();
            case "store verify" -> new VerifyCommand();
            case CompletionCommand.NAME -> new CompletionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}

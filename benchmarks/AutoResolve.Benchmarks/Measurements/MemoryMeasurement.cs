using System.Globalization;
using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Compiling;
using AutoResolve.Expressions;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>The memory that loaded rules keep, of which Microsoft RulesEngine is the baseline.</summary>
internal sealed class MemoryMeasurement : IMeasurement
{
    public const string Compiled = nameof(Compiled);
    public const string Loaded = nameof(Loaded);
    public const string RulesEngine = nameof(RulesEngine);

    public Measured Run()
    {
        var engine = Kept(RuleCounts.Medium, rules => rules, Start);
        var compiled = Kept(RuleCounts.Largest, Parse, sets =>
            RuleCompiler.Compile(sets, ExpressionReader.None, [], Environment.ProcessorCount)
        );
        var loaded = Kept(RuleCounts.Largest, rules => RuleFiles.Of(rules), Load);
        var table = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | what is kept | rules | bytes a rule |
            | --- | ---: | ---: |
            | Microsoft RulesEngine, after its first issue | {RuleCounts.Medium:N0} | {engine:N0} |
            | AutoResolve: what matching needs, beside the parsed rules | {RuleCounts.Largest:N0} | {compiled:N0} |
            | AutoResolve: a whole `Rulebook` with parsed rules, positions, templates and tests | {RuleCounts.Largest:N0} | {loaded:N0} |
            """
        );
        return new Measured(
            table,
            new Dictionary<string, double>
            {
                [Compiled] = compiled,
                [Loaded] = loaded,
                [RulesEngine] = engine,
            }
        );
    }

    private static double Kept<T>(int rules, Func<IReadOnlyList<BenchmarkRule>, T> prepare, Func<T, object> make)
    {
        var prepared = prepare(RuleGenerator.Make(rules));

        // What is computed only once a process is no rule's.
        GC.KeepAlive(make(prepare(RuleGenerator.Make(1))));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var made = make(prepared);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        GC.KeepAlive(prepared);
        return (double)(after - before) / rules;
    }

    private static List<RuleSet> Parse(IReadOnlyList<BenchmarkRule> rules)
    {
        List<Diagnostic> diagnostics = [];
        return [.. RuleFiles.Of(rules).Select(file => RuleSetReader.Read(file, diagnostics)).OfType<RuleSet>()];
    }

    private static Rulebook Load(IReadOnlyList<RuleFile> files) =>
        Rulebook.TryLoad(files, new RulebookOptions(), TimeProvider.System).Rulebook!;

    private static MicrosoftRulesEngine Start(IReadOnlyList<BenchmarkRule> rules)
    {
        var engine = new MicrosoftRulesEngine(rules);
        engine.Find(new Issue { Id = "first", Text = "first" });
        return engine;
    }
}

using AutoResolve.Sources;
using AutoResolve.Testing;

namespace Snippets;

/// <summary>The tests inside rules as the guide runs them, compiled and run.</summary>
public sealed class RulesTestsSample
{
    private static readonly RuleTests Rules = RuleTests.In(RuleSource.Folder(MyRules.Folder));

    public static TheoryData<string> Tests => new(Rules.Cases.Select(test => test.Name));

    [Theory, MemberData(nameof(Tests))]
    public void Passes(string name) => Rules.Find(name).Run();

    private static class MyRules
    {
        public static string Folder => Path.Combine(AppContext.BaseDirectory, "Snippets", "rules");
    }
}

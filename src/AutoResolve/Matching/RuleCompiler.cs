using AutoResolve.Rules;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching;

/// <summary>Resolves names and compiles conditions (AR3xxx). Reports every problem; the program holds the rules that are sound.</summary>
internal static class RuleCompiler
{
    public static RuleProgram Compile(IReadOnlyList<RuleSet> sets, bool allowExpressions, ICollection<Diagnostic> diagnostics) => throw new NotImplementedException();
}

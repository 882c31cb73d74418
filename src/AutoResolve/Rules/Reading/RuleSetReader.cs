using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads one rule file: JSON and shape (AR1xxx). Reports every problem it can see and returns what is sound.</summary>
internal static class RuleSetReader
{
    /// <returns>The set without its broken parts; null where not even its name can be read.</returns>
    public static RuleSet? Read(RuleFile file, ICollection<Diagnostic> diagnostics) => throw new NotImplementedException();
}

namespace AutoResolve.Rules.Reading;

/// <summary>Reads one rule file: JSON and shape (AR1xxx). Reports every problem it can see and returns what is sound.</summary>
internal static class RuleSetReader
{
    /// <returns>The set, with stand-ins for its broken parts; null where the file is not JSON or holds no object.</returns>
    public static RuleSet? Read(RuleFile file, ICollection<Diagnostic> diagnostics)
    {
        if (RuleFileParser.Parse(file, diagnostics) is not { } tree)
            return null;
        var context = new ReadingContext(diagnostics);
        DuplicateKeys.Check(tree.Root, context.Problems);
        return new SetReader(context).Read(tree.Root);
    }
}

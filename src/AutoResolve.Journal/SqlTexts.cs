namespace AutoResolve.Journal;

/// <summary>What the stores say differently when they are read.</summary>
/// <param name="Now">The store's clock.</param>
/// <param name="IsAmong">Says that a column is one of the texts of a parameter.</param>
/// <param name="List">Those texts as the parameter's value.</param>
internal sealed record SqlTexts(string Now, Func<string, string, string> IsAmong, Func<IReadOnlyList<string>, object> List);

namespace AutoResolve.Insights.Learning;

/// <summary>A label of a classifier.</summary>
/// <param name="Name">What rules call it: small letters, digits, <c>-</c> and <c>/</c>.</param>
/// <param name="Given">What people wrote that became this name, in the order of the alphabet. More than one where only capitals, accents
/// or signs told them apart.</param>
/// <param name="Texts">How many texts have it.</param>
public sealed record LearntLabel(string Name, IReadOnlyList<string> Given, int Texts)
{
    /// <summary>The name of what is none of the kinds that were to be learnt.</summary>
    public const string Other = "other";
}

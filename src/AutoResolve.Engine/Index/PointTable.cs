using System.Collections.Frozen;

namespace AutoResolve.Index;

/// <summary>The phrases of a condition that counts points.</summary>
/// <param name="List">The list by which they are found.</param>
/// <param name="ByWording">By wording of the list, the places of the phrases that it is one of.</param>
/// <param name="Phrases">The phrases.</param>
/// <param name="Points">What each counts.</param>
internal sealed record PointTable(int List, FrozenDictionary<int, int[]> ByWording, int[] Phrases, int[] Points)
{
    /// <summary>The most that a wording may add.</summary>
    public int MostOf(int wording) => ByWording[wording].Sum(place => Math.Max(0, Points[place]));
}

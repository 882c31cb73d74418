namespace AutoResolve.Insights.Mining;

/// <summary>A node of the tree of conjunctions: phrases that occur in a text together.</summary>
internal sealed class Conjunction(int[] phrases)
{
    /// <summary>The phrases, ascending.</summary>
    public int[] Phrases { get; } = phrases;

    /// <summary>Conjunctions with one phrase more, by that phrase.</summary>
    public Dictionary<int, Conjunction>? Longer { get; set; }

    /// <summary>Whether it is proposed as a condition, not only the beginning of one.</summary>
    public bool IsCandidate { get; set; }

    /// <summary>How many texts have proposed it.</summary>
    public int Proposals { get; set; }

    /// <summary>How many texts have all the phrases.</summary>
    public int Matches { get; set; }

    /// <summary>How many of those have each label.</summary>
    public Dictionary<int, int> MatchesByLabel { get; } = [];

    /// <summary>The label it speaks for.</summary>
    public int Label { get; set; }

    /// <summary>How many texts of its label match.</summary>
    public int Hits { get; set; }

    /// <summary>The probability of the label for the phrases alone.</summary>
    public double Prior { get; set; }

    /// <summary>The logarithm of the odds that it is right.</summary>
    public double Confidence { get; set; }

    public bool IsChosen { get; set; }
}

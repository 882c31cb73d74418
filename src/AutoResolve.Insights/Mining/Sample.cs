namespace AutoResolve.Insights.Mining;

/// <summary>A text as mining sees it: its phrases, and what it is about.</summary>
internal sealed class Sample(string text, int label, int issue)
{
    /// <summary>Text of other things, which no rule may take.</summary>
    public const int Background = -1;

    public string Text { get; } = text;

    public int Label { get; set; } = label;

    /// <summary>Its place in the history.</summary>
    public int Issue { get; } = issue;

    /// <summary>The phrases of the vocabulary that occur in it, ascending.</summary>
    public int[] Phrases { get; set; } = [];
}

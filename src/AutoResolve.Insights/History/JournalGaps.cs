namespace AutoResolve.Insights.History;

/// <summary>What the cases of a journal lack, so far as they have been read.</summary>
public sealed class JournalGaps
{
    internal JournalGaps() { }

    /// <summary>Cases that were read.</summary>
    public int Cases { get; internal set; }

    /// <summary>Of them, cases that were left out, since nothing has been decided about them yet.</summary>
    public int Undecided { get; internal set; }

    /// <summary>Cases that were left out, since what they said has been erased, or pruned with what is old.</summary>
    public int Erased { get; internal set; }

    /// <summary>
    /// Cases that were left out, since their entries cannot be read: another version wrote them, or the journal is damaged.
    /// </summary>
    public int Unreadable { get; internal set; }

    /// <summary>Cases that are incomplete: an entry is erased, or cannot be read.</summary>
    public int Incomplete { get; internal set; }

    /// <summary>Cases that count though none of their words are kept: all that was said is masked.</summary>
    public int Masked { get; internal set; }

    /// <summary>Cases that were left out.</summary>
    public int LeftOut => Undecided + Erased + Unreadable;

    /// <summary>What is lacking, each as a sentence for people; empty where nothing is.</summary>
    public IReadOnlyList<string> Sentences =>
        [
            .. Sentence(Undecided, "left out: nothing has been decided yet"),
            .. Sentence(Erased, "left out: what was said has been erased"),
            .. Sentence(Unreadable, "left out: the entries cannot be read; another version wrote them, or the journal is damaged"),
            .. Sentence(Incomplete, "known in part: an entry has been erased, or cannot be read"),
            .. Sentence(Masked, "without words: all that was said is masked"),
        ];

    private string[] Sentence(int count, string what) =>
        count == 0 ? [] : [string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} of {Cases} cases {what}.")];
}

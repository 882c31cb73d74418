using AutoResolve.Seen;
using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>
/// What is read of an issue with turns: its texts, the newest first, and its fields, later ones in the place of earlier ones.
/// </summary>
internal sealed class CaseTexts
{
    private const string Between = "\n\n";

    private readonly List<(SeenText Text, string? Turn)> _texts = [];
    private readonly Dictionary<string, string> _fieldTurns = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _maxLength;
    private readonly bool _isForGuards;
    private Func<CaseTexts>? _ofGuards;
    private bool _hasAsides;

    private CaseTexts(Issue issue, int maxLength, bool isForGuards = false) =>
        (Issue, _maxLength, _isForGuards) = (issue, maxLength, isForGuards);

    /// <summary>The issue with the fields that are read, and all that was tried; its text and turns as they were.</summary>
    public Issue Issue { get; private set; }

    /// <summary>How many texts there are; at least one.</summary>
    public int Count => _texts.Count;

    /// <summary>
    /// What is seen of a text, cut to what was left of the limit, and the id of its turn; null for what the issue itself says.
    /// </summary>
    public (SeenText Text, string? Turn) this[int place] => _texts[place];

    /// <summary>The length of all texts, with what is between them.</summary>
    public int Length { get; private set; }

    /// <summary>Whether texts were longer in sum than may be read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What texts were not decoded from on their way, which is repaired.</summary>
    public UndecodedRemains Remains { get; private set; }

    /// <summary>Whether guards read turns or words that others do not.</summary>
    public bool HasMoreForGuards => _hasAsides || _texts.Exists(text => SeenTextReader.HasMoreForGuards(text.Text));

    /// <summary>What guards read.</summary>
    public CaseTexts ForGuards() => _ofGuards?.Invoke() ?? this;

    /// <summary>What is seen of all texts as one, with a blank line between any two.</summary>
    public string Joined => field ??= string.Join(Between, _texts.Select(text => text.Text.ToString()));

    /// <summary>What all rules read.</summary>
    public static CaseTexts Of(Issue issue, int maxLength)
    {
        var hasMore = issue.Turns.Any(turn => Authorship.IsAside(turn, issue));
        var texts = new CaseTexts(issue, maxLength);
        texts.AddAll(hasMore ? [.. issue.Turns.Where(turn => !Authorship.IsAside(turn, issue))] : issue.Turns, []);
        (texts._hasAsides, texts._ofGuards) = (hasMore, () => OfGuards(issue, maxLength));
        return texts;
    }

    /// <summary>What guards read: the same, and then the turns that only they read.</summary>
    /// <remarks>In this order, so that no machine that talks much keeps from them what a person has said.</remarks>
    private static CaseTexts OfGuards(Issue issue, int maxLength)
    {
        var texts = new CaseTexts(issue, maxLength, isForGuards: true);
        texts.AddAll(
            [.. issue.Turns.Where(turn => !Authorship.IsAside(turn, issue))],
            [.. issue.Turns.Where(turn => Authorship.IsAside(turn, issue))]
        );
        return texts;
    }

    /// <summary>One turn alone, whoever wrote it: its text, fields and what it says was tried.</summary>
    public static CaseTexts OfTurn(Issue issue, int place, int maxLength)
    {
        var texts = OfTurn(issue, place, maxLength, isForGuards: false);
        texts._ofGuards = () => OfTurn(issue, place, maxLength, isForGuards: true);
        return texts;
    }

    private static CaseTexts OfTurn(Issue issue, int place, int maxLength, bool isForGuards)
    {
        var turn = issue.Turns[place];
        var alone = issue with
        {
            Title = null,
            Text = turn.Text,
            Format = turn.Format,
            Fields = turn.Fields,
            Tried = turn.Tried,
            Turns = [],
            Replies = [],
        };
        var texts = new CaseTexts(alone, maxLength, isForGuards);
        texts.Add(turn.Text, turn.Format, turn.Id, isLast: true);
        foreach (var name in turn.Fields.Keys)
            texts._fieldTurns[name] = turn.Id;
        return texts;
    }

    /// <summary>The id of the turn that brought a field; null where the issue itself did.</summary>
    public string? TurnOf(string field) => _fieldTurns.GetValueOrDefault(field);

    private void AddAll(IReadOnlyList<Turn> turns, IReadOnlyList<Turn> forGuards)
    {
        AddTexts(turns);
        Add(Issue.Text, Issue.Format, turn: null, isLast: true);
        AddTexts(forGuards);
        AddFields(forGuards.Count == 0 ? turns : Issue.Turns);
        AddTried();
    }

    private void AddTexts(IReadOnlyList<Turn> turns)
    {
        for (var at = turns.Count - 1; at >= 0; at--)
            Add(turns[at].Text, turns[at].Format, turns[at].Id, isLast: false);
    }

    // A turn without words, as where fields were filled in, is no text: else conditions on what is missing would hold for it.
    private void Add(string text, TextFormat format, string? turn, bool isLast)
    {
        var start = _texts.Count == 0 ? 0 : Length + Between.Length;
        var seen = new SeenText();
        var left = Math.Max(0, _maxLength - start);
        if (_isForGuards)
            SeenTextReader.ReadForGuards(seen, text, format, left);
        else
            SeenTextReader.Read(seen, text, format, left);
        IsCut |= seen.IsCut;
        Remains |= seen.Remains;
        if (seen.Length == 0 && (!isLast || (seen.IsCut && _texts.Count > 0)))
            return;
        Length = start + seen.Length;
        _texts.Add((seen, turn));
    }

    private void AddFields(IReadOnlyList<Turn> turns)
    {
        if (turns.All(turn => turn.Fields.Count == 0))
            return;
        var fields = new Dictionary<string, string>(Issue.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var turn in turns)
        {
            foreach (var (name, value) in turn.Fields)
                (fields[name], _fieldTurns[name]) = (value, turn.Id);
        }

        Issue = Issue with { Fields = fields };
    }

    // Whoever says it: what was tried need not be tried again.
    private void AddTried()
    {
        if (Issue.Turns.Any(turn => turn.Tried.Count > 0))
            Issue = Issue with
            {
                Tried = [.. Issue.Tried.Concat(Issue.Turns.SelectMany(turn => turn.Tried)).Distinct(StringComparer.OrdinalIgnoreCase)],
            };
    }
}

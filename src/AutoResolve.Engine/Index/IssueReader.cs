using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Reads the texts and fields of an issue as terms, and says where each part of it stands among the words.</summary>
internal sealed class IssueReader(RuleIndex index, TokenizedIssue text, WordPlaces places, ConditionRunner runner)
{
    private readonly List<IndexedField> _fields = [];
    private readonly ClassifierReader _classifiers = new(index, text, runner);

    /// <summary>What classifiers make of it.</summary>
    public ClassifierReader Classifiers => _classifiers;

    /// <summary>The fields of the issue that rules compare.</summary>
    public List<IndexedField> Fields => _fields;

    /// <returns>The words of title and text, and how many terms they satisfy.</returns>
    public (Range Words, int Terms) Read(MatchInput issue)
    {
        text.Clear();
        places.Clear();
        _fields.Clear();
        var found = ReadTexts(issue);
        ReadFields(issue);
        return found;
    }

    // Own words, title, whole texts: in this order the words of every part stand side by side.
    private (Range Words, int Terms) ReadTexts(MatchInput issue)
    {
        var own = Read(issue.Views(TextPart.Text));
        var title = Read(issue.Views(TextPart.Title));
        var whole = index.ReadsEverything && !issue.IsAllOwn ? Read(issue.Views(TextPart.Everything)[^issue.TextCount..]) : own;
        if (issue.TextCount > 1 || issue.Views(TextPart.Text)[0].Turn is not null)
            AddUnits(issue.Views(TextPart.Text), own, title, whole);
        var end = text.Count;
        runner.SetPart((int)TextPart.Text, own);
        runner.SetPart((int)TextPart.Title, title);
        runner.SetPart((int)TextPart.OwnWords, own.Start..title.End);
        runner.SetPart((int)TextPart.Everything, whole.Equals(own) ? own.Start..title.End : title.Start..whole.End);
        _classifiers.Read(issue.IsForGuards);
        return (0..end, text.PresentCount);
    }

    // The turns, and what the issue itself says.
    private void AddUnits(ReadOnlySpan<TokenizedText> views, Range own, Range title, Range whole)
    {
        var (ownText, wholeText) = (default(Range), default(Range));
        for (var at = 0; at < views.Length; at++)
        {
            var (ownWords, wholeWords) = (places.WordsOf(own, at), places.WordsOf(whole, at));
            if (views[at].Turn is null)
                (ownText, wholeText) = (ownWords, wholeWords);
            else
                AddUnit(default, ownWords, wholeWords);
        }

        AddUnit(title, ownText, wholeText);
    }

    private void AddUnit(Range title, Range ownWords, Range wholeWords)
    {
        runner.AddUnit((int)TextPart.Text, ownWords, default);
        runner.AddUnit((int)TextPart.OwnWords, title, ownWords);
        runner.AddUnit((int)TextPart.Everything, title, wholeWords);
    }

    private Range Read(ReadOnlySpan<TokenizedText> views)
    {
        var start = text.Count;
        foreach (var view in views)
        {
            var first = text.Count;
            text.Read(view);
            places.Add(view, first..text.Count);
        }

        return start..text.Count;
    }

    private void ReadFields(MatchInput issue)
    {
        foreach (var field in index.Fields.BuiltIn)
            ReadField(issue, field);
        if (!index.Fields.HasOthers)
            return;
        foreach (var (name, _) in issue.Issue.FieldsAsSpan())
        {
            if (index.Fields.Find(name) is { IsBuiltIn: false } field)
                ReadField(issue, field);
        }
    }

    private void ReadField(MatchInput issue, IndexedField field)
    {
        if (issue.Field(field.Name) is not { } value)
            return;
        _fields.Add(field);
        if (field.HasWords)
            runner.SetPart(field.Part, Read([value]));
    }
}

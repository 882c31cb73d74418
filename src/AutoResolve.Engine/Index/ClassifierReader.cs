using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>Asks classifiers about the text of one issue after the other, each once for all conditions.</summary>
/// <param name="asked">The classifiers.</param>
/// <param name="text">The words of the issue; takes a term for each question whose answer holds.</param>
/// <param name="runner">Says which of them stand together.</param>
internal sealed class ClassifierReader(AskedClassifier[] asked, TokenizedIssue text, ConditionRunner runner)
{
    private readonly ClassifiedText[] _classified = Array.ConvertAll(asked, one => new ClassifiedText(one.Classifier));

    /// <summary>Asks all of them about the words that were read.</summary>
    /// <param name="isForGuards">Whether only guards read these words.</param>
    public void Read(bool isForGuards)
    {
        if (asked.Length > 0)
            runner.Work.BeginRule(isForGuards);
        for (var number = 0; number < asked.Length; number++)
        {
            var part = (int)asked[number].Part;
            for (var unit = 0; unit < runner.UnitCountOf(part); unit++)
            {
                var (first, second) = runner.UnitOf(part, unit);
                Read(_classified[number], first, second);
                Answer(asked[number].Questions, _classified[number]);
            }
        }
    }

    // What it costs is paid for and not refused: it is no more than to find the words, and guards need the answers that rules have.
    private void Read(ClassifiedText classified, Range first, Range second)
    {
        var words = text.Features;
        classified.Begin();
        foreach (var word in words[first])
            classified.Add(word);
        classified.Add(0);
        foreach (var word in words[second])
            classified.Add(word);
        classified.Judge();
        runner.Work.Take(words[first].Length + words[second].Length);
    }

    private void Answer(ClassifierQuestion[] questions, ClassifiedText classified)
    {
        foreach (ref readonly var question in questions.AsSpan())
        {
            if (classified.ShareOf(question.Labels, question.IsUnlike) >= question.LeastShare)
                text.Add(question.Term);
        }
    }
}

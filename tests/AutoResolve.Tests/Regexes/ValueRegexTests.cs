using System.Text.RegularExpressions;
using AutoResolve.Budgets;
using AutoResolve.Regexes;
using CsCheck;

namespace AutoResolve.Tests.Regexes;

/// <summary>What the group called value takes is what the library says; that engine is slow on some texts, and is asked here only.</summary>
public sealed class ValueRegexTests
{
    private static readonly CharacterSets Sets = new();

    private static readonly Gen<string> Part = Gen.OneOf("a", "b", "\\d+", "[ab]+?", "x?", "(?:a|ab)", "\\b", "\\w*", "-", "");

    // Where the group is repeated it takes something: how often it may take nothing the engines see differently.
    private static readonly Gen<string> Pattern = Gen.Select(Part, Part, Part, Part, Gen.OneOf("", "?", "+", "{1,2}"), Gen.Bool)
        .Select(parts =>
        {
            var group = $"(?<value>{parts.Item2}{parts.Item3}{(parts.Item5.Length > 0 ? "[ab1]" : "")}){parts.Item5}";
            return parts.Item6 ? $"{parts.Item1}(?:{group}|{parts.Item4})b?" : $"{parts.Item1}{group}{parts.Item4}";
        });

    private static readonly Gen<string> Text = Gen.OneOf("a", "b", "ab", "x", "1", "22", "-", " ").Array[0, 8].Select(string.Concat);

    [Fact]
    public void ValueOf_AnyPatternAndText_IsWhatTheLibraryTakes()
    {
        var taken = 0;
        Gen.Select(Pattern, Text.Array[6])
            .Sample(
                (pattern, texts) =>
                {
                    var compiled = CompiledRegex.Of(pattern, RegexReader.Read(pattern, Sets)!, Sets)!;
                    var library = new Regex(pattern, CompiledRegex.Options & ~RegexOptions.NonBacktracking, TimeSpan.FromSeconds(5));
                    foreach (var text in texts)
                    {
                        if (compiled.Find(text, onlyWhether: false) is not { } match)
                        {
                            Assert.False(library.IsMatch(text), $"/{pattern}/ in '{text}'");
                            continue;
                        }

                        var group = library.Match(text).Groups["value"];
                        var expected = group.Success ? new TextMatch(group.Index, group.Length) : (TextMatch?)null;
                        Assert.True(expected == compiled.ValueOf(text, match), $"/{pattern}/ in '{text}': {expected}");
                        Interlocked.Increment(ref taken);
                    }
                },
                iter: 3_000
            );

        Assert.InRange(taken, 3_000, 18_000);
    }

    [Fact]
    public void ValueOf_LongMatchWithManyWays_EndsInBoundedSteps()
    {
        var compiled = CompiledRegex.Of("(?:a|aa)*(?<value>b?)a*", RegexReader.Read("(?:a|aa)*(?<value>b?)a*", Sets)!, Sets)!;
        var text = new string('a', 100_000);
        var work = new WorkBudget();

        compiled.ValueOf(text, compiled.Find(text, onlyWhether: false)!.Value, work);

        Assert.InRange(work.Taken, 1, 2_000_000);
    }

    [Fact]
    public void ValueOf_PatternWithoutTheGroup_IsAllOfTheMatch() =>
        Assert.Equal(new TextMatch(1, 2), CompiledRegex.Of("b+", RegexReader.Read("b+", Sets)!, Sets)!.ValueOf("abb", new TextMatch(1, 2)));
}

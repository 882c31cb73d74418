using AutoResolve.Journaling;
using AutoResolve.Privacy;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests;

public sealed class IssueResolverTests
{
    private static readonly Func<string, string> Mask = new Redaction(new PersonalDataRedactor()).Text;

    private const string Facts = """ "facts": { "incident": "Open incident", "locked": "Locked?" }, """;

    private static readonly string[] FactRules =
    [
        SomeRules.Rule(
            "down",
            when: """{ "all": [ { "anyOf": ["alpha"] }, { "fact": "incident", "exists": true } ] }""",
            more: "\"priority\": 5,"
        ),
        SomeRules.Rule(
            "locked",
            when: """{ "all": [ { "anyOf": ["alpha"] }, { "fact": "incident", "equals": "7" }, { "fact": "locked", "equals": "yes" } ] }"""
        ),
        SomeRules.Rule("plain", """{ "outcome": "answer", "answer": { "en": "Plain & simple" } }""", """{ "anyOf": ["beta"] }"""),
    ];

    private readonly FakeTimeProvider _time = new(SomeRules.Now);
    private readonly FakeLogger<IssueResolver> _logger = new();

    [Fact]
    public async Task Resolve_NoFactsNeeded_CompletesAtOnce()
    {
        var provider = new SomeFacts((_, _) => throw new InvalidOperationException());

        var task = Resolver(provider).ResolveAsync(SomeRules.Issue("beta")).AsTask();

        Assert.True(task.IsCompletedSuccessfully);
        Assert.Equal("plain", (await task).Rule?.Id);
        Assert.Empty(provider.Asked);
    }

    [Fact]
    public async Task Resolve_FactsNeeded_AsksEachOnceAndDecides()
    {
        var provider = new SomeFacts((name, _) => Task.FromResult<string?>(name == "incident" ? "7" : null));

        var resolution = await Resolver(provider).ResolveAsync(SomeRules.Issue("alpha"));

        Assert.Equal("down", resolution.Rule?.Id);
        Assert.Equal(["incident", "locked"], provider.Asked.Order());
        Assert.Equal(
            [("incident", "7", null), ("locked", null, null)],
            resolution.Facts.Select(fact => (fact.Name, fact.Value, fact.Problem))
        );
        Assert.Contains(resolution.Handover!.Considered[0].Evidence, evidence => evidence.Source == "fact:incident");
        Assert.Empty(resolution.Remarks);
    }

    [Fact]
    public async Task Resolve_LookUpsOfAnyLength_GiveEqualValues()
    {
        var seconds = 0;
        var resolver = Resolver(
            new SomeFacts(
                (name, _) =>
                {
                    _time.Advance(TimeSpan.FromMilliseconds(Interlocked.Increment(ref seconds)));
                    return Task.FromResult<string?>(name == "incident" ? "7" : null);
                }
            )
        );

        Assert.Equal(await resolver.ResolveAsync(SomeRules.Issue("alpha")), await resolver.ResolveAsync(SomeRules.Issue("alpha")));
        Assert.Equal(await resolver.ExplainAsync(SomeRules.Issue("alpha")), await resolver.ExplainAsync(SomeRules.Issue("alpha")));
        Assert.Equal(await resolver.ResolveAsync(SomeRules.Issue("no rule")), await resolver.ResolveAsync(SomeRules.Issue("no rule")));
    }

    [Theory]
    [InlineData("alpha")]
    [InlineData("beta")]
    [InlineData("no rule, call 555-0100-200")]
    public async Task Explain_WithoutAHost_SaysTheSame(string text)
    {
        var resolver = Resolver(new SomeFacts((_, _) => Task.FromResult<string?>("7")));
        var facts = text == "alpha" ? new Dictionary<string, string?> { ["incident"] = "7", ["locked"] = "7" } : null;

        var expected = await resolver.ExplainAsync(SomeRules.Issue(text));
        var explanation = Rulebook().Explain(SomeRules.Issue(text), facts);

        Assert.Equal(
            expected.Resolution.Handover,
            explanation.Resolution.Handover is { } handover ? handover with { Facts = expected.Resolution.Facts } : null
        );
        Assert.Equal(expected.Resolution.Outcome is Outcome.Escalated or Outcome.Routed, explanation.Resolution.Handover is not null);
    }

    [Fact]
    public async Task Resolve_ProviderFails_IsUnknownAndRemarked()
    {
        var provider = new SomeFacts(
            (name, _) =>
                name == "incident"
                    ? throw new TimeoutException("db-17 at 10.0.0.1")
                    : Task.FromException<string?>(new InvalidOperationException())
        );

        var resolution = await Resolver(provider).ResolveAsync(SomeRules.Issue("alpha"));

        Assert.Equal(ResolutionReason.NoRuleMatched, resolution.Reason);
        Assert.Equal(
            [
                "The fact incident is unknown: its provider failed with TimeoutException.",
                "The fact locked is unknown: its provider failed with InvalidOperationException.",
            ],
            resolution.Remarks
        );
    }

    [Fact]
    public async Task Resolve_NoProvider_IsUnknownAndRemarked() =>
        Assert.Contains(
            "The fact incident is unknown: no provider knows it.",
            (await Resolver().ResolveAsync(SomeRules.Issue("alpha"))).Remarks
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resolve_SlowProvider_IsGivenUpAtTheLimit(bool blocks)
    {
        using var release = new ManualResetEventSlim();
        var provider = new SomeFacts(
            (_, _) =>
            {
                if (blocks)
                    release.Wait(Patience.Long, CancellationToken.None);
                return new TaskCompletionSource<string?>().Task;
            }
        );
        var task = Resolver(provider).ResolveAsync(SomeRules.Issue("alpha")).AsTask();
        while (provider.Asked.Count < 2)
            await Task.Yield();
        Assert.False(task.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(2));

        var resolution = await task.WaitAsync(Patience.Long);
        release.Set();
        Assert.Equal(
            ["The fact incident is unknown: it took too long.", "The fact locked is unknown: it took too long."],
            resolution.Remarks
        );
    }

    [Fact]
    public async Task Resolve_CallerGivesUp_Throws()
    {
        using var caller = new CancellationTokenSource();
        var provider = new SomeFacts(
            async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return "7";
            }
        );
        var task = Resolver(provider).ResolveAsync(SomeRules.Issue("alpha"), caller.Token).AsTask();

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Resolver().ResolveAsync(SomeRules.Issue("beta"), caller.Token)
        );
    }

    [Fact]
    public async Task Resolve_Null_IsTheCallersMistake()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Resolver().ResolveAsync(null!));
    }

    [Fact]
    public async Task Resolve_SomethingUnexpected_EscalatesAndIsLoggedWithoutTheText()
    {
        var issue = SomeRules.Issue("alpha, my secret is 12345");
        var resolver = new IssueResolver(
            new FixedRulebook(Rulebook()),
            null!,
            new FixedOptions<AutoResolveOptions>(new()),
            _time,
            _logger,
            Mask
        );

        var resolution = await resolver.ResolveAsync(issue);

        Assert.Equal(
            (Outcome.Escalated, ResolutionReason.Unexpected, "issue-1"),
            (resolution.Outcome, resolution.Reason, resolution.IssueId)
        );
        Assert.Equal(["NullReferenceException while deciding."], resolution.Remarks);
        Assert.NotEmpty(resolution.RulebookRevision);
        Assert.Equal(resolution.Summary, resolution.Handover?.Summary);
        Assert.Equal(5, _logger.LatestRecord.Id.Id);
        Assert.Null(_logger.LatestRecord.Exception);
        Assert.DoesNotContain("12345", _logger.LatestRecord.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web", AnswerFormat.Html, "Plain &amp; simple")]
    [InlineData(" Portal ", AnswerFormat.Html, "Plain &amp; simple")]
    [InlineData("chat", AnswerFormat.Markdown, "Plain \\& simple")]
    [InlineData("phone", AnswerFormat.PlainText, "Plain & simple")]
    [InlineData(null, AnswerFormat.PlainText, "Plain & simple")]
    public async Task Resolve_Channel_DecidesTheEncoding(string? channel, AnswerFormat format, string text)
    {
        var answer = (await Resolver().ResolveAsync(SomeRules.Issue("beta", channel: channel))).Answer;

        Assert.Equal((format, text), (answer!.Format, answer.Text));
    }

    [Theory]
    [InlineData("2026-11-24T23:59:59Z", "a")]
    [InlineData("2026-11-24T20:00:00-05:00", null)]
    public async Task Resolve_Dates_AreDaysInUtc(string now, string? expected)
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("a", more: "\"from\": \"2026-11-24\", \"until\": \"2026-11-24\","));
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var facts = SomeFacts.Finder(null, new AutoResolveOptions(), time);
        var resolver = new IssueResolver(
            new FixedRulebook(rulebook),
            facts,
            new FixedOptions<AutoResolveOptions>(new()),
            time,
            _logger,
            Mask
        );

        Assert.Equal(expected, (await resolver.ResolveAsync(SomeRules.Issue("alpha"))).Rule?.Id);
    }

    [Fact]
    public async Task ResolveAll_Stream_KeepsTheOrder()
    {
        var provider = new SomeFacts((_, _) => Task.FromResult<string?>("7"));
        var issues = Enumerable.Range(0, 50).Select(i => new Issue { Id = $"{i}", Text = i % 3 == 0 ? "alpha" : "beta" });

        var resolutions = await Resolver(provider)
            .ResolveAllAsync(issues.ToAsyncEnumerable(), new ResolveAllOptions { KeepOrder = true })
            .ToListAsync();

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), resolutions.Select(resolution => resolution.IssueId));
        Assert.Equal("down", resolutions[3].Rule?.Id);
        Assert.Equal("plain", resolutions[4].Rule?.Id);
    }

    public static TheoryData<string, string?> HostileTexts =>
        new()
        {
            { "null", null },
            { "empty", "" },
            { "at the limit", Long("alpha ", 100_000) },
            { "over the limit", Long("alpha ", 200_000) },
            { "one word", new string('a', 200_000) },
            { "marks", new string('\u0301', 100_000) },
            { "bidirectional", "\u202Ealpha\u202C \u2066alpha\u2069 \u200Falpha" },
            { "zero width", "al\u200Bpha \u200D\uFEFFalpha\u2060" },
            { "nothing but punctuation", Long("!?.,;-", 100_000) },
            { "quotes", Long("> alpha\n", 100_000) },
            { "control", "\0\u0001\u001b[31malpha\u007f" },
        };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Resolve_HostileText_GivesAResolution(string name, string? text)
    {
        var resolution = await Resolver()
            .ResolveAsync(
                new Issue
                {
                    Id = name,
                    Text = text!,
                    Title = text,
                    Fields = new Dictionary<string, string> { ["nobody knows"] = text ?? "" },
                }
            );

        AssertSound(resolution);
        Assert.Equal(
            text?.Length > 100_000,
            resolution.Remarks.Any(remark => remark.Contains("longer than is read", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Resolve_OnlyAFieldIsTooLong_IsRemarked() =>
        Assert.Single((await Resolver().ResolveAsync(SomeRules.Issue("beta", fields: [("log", new string('a', 100_001))]))).Remarks);

    [Fact]
    public async Task Resolve_HalfSurrogatePairs_GiveAResolution()
    {
        foreach (
            var text in new[]
            {
                "\uD83D",
                "\uDE00 alpha",
                "alpha \uD83D",
                Long("\uDC00\uD800", 100_000),
                new string('a', 99_999) + "\uD83D\uDE00",
            }
        )
            AssertSound(
                await Resolver()
                    .ResolveAsync(
                        SomeRules.Issue(text, channel: text, locale: text, requester: text, tried: [text], fields: [(text, text)])
                    )
            );
    }

    [Fact]
    public async Task Resolve_NullsWhereNoneBelong_GiveAResolution()
    {
        var issue = new Issue
        {
            Id = null!,
            Text = null!,
            Fields = new Dictionary<string, string> { ["a"] = null! },
            Tried = [null!],
        };

        AssertSound(await Resolver().ResolveAsync(issue));
        AssertSound(await Resolver().ResolveAsync(issue with { Fields = null!, Tried = null!, Text = "beta" }));
    }

    private static void AssertSound(Resolution resolution)
    {
        Assert.NotEqual(ResolutionReason.Unexpected, resolution.Reason);
        Assert.NotEmpty(resolution.Summary);
        Assert.Equal(resolution.Outcome is Outcome.Escalated or Outcome.Routed, resolution.Handover is not null);
    }

    private static string Long(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];

    private static Rulebook Rulebook() => SomeRules.Load(SomeRules.Set("one", Facts, FactRules));

    private IssueResolver Resolver(SomeFacts? provider = null)
    {
        var options = new AutoResolveOptions();
        options.ChannelFormats["CHAT"] = AnswerFormat.Markdown;
        var facts = SomeFacts.Finder(provider, options, _time);
        return new IssueResolver(new FixedRulebook(Rulebook()), facts, new FixedOptions<AutoResolveOptions>(options), _time, _logger, Mask);
    }

    private sealed class FixedRulebook(Rulebook rulebook) : IRulebookMonitor
    {
        public Rulebook Current => rulebook;

        public IDisposable OnReload(Action<RulebookReload> listener) => throw new NotSupportedException();
    }
}

using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Facts;

public sealed class IncidentTests : IDisposable
{
    private const string Rule = """{ "all": [ { "anyOf": ["alpha"] } ], "none": [ { "fact": "incident", "equals": "none" } ] }""";
    private const string Said =
        "{{ facts.incidentTitle }}. {{ facts.incidentStatus }}"
        + "{% unless facts.incidentWorkaround == 'none' %} {{ facts.incidentWorkaround }}{% endunless %}";

    private const string Answer = "{ \"outcome\": \"answer\", \"answer\": { \"en\": \"" + Said + "\" } }";

    private readonly IncidentsOnDisk _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Open_IsAnsweredWithItsWorkaround()
    {
        _file.Write(IncidentsOnDisk.Open);
        await using var host = Host();

        var disposition = await ProcessAsync(host);

        Assert.Equal(Outcome.Answered, disposition.Outcome);
        Assert.Equal(["Signing in fails. The team works on it. Use the other button."], host.Mail.Sent);
        Assert.Contains(disposition.Resolution.Facts, fact => fact is { Name: "incident", Value: "INC-1" });
    }

    [Theory]
    [InlineData("2026-11-23T11:59:59Z", "", Outcome.Answered)]
    [InlineData("2026-11-23T12:00:00Z", "", Outcome.Answered)]
    [InlineData("2026-11-23T12:00:01Z", "", Outcome.Escalated)]
    [InlineData("2026-11-23", "", Outcome.Answered)]
    [InlineData("2026-11-01", "2026-11-23T12:00:00Z", Outcome.Escalated)]
    [InlineData("2026-11-01", "2026-11-23T12:00:01Z", Outcome.Answered)]
    [InlineData("2026-11-01", "2026-11-23", Outcome.Answered)]
    [InlineData("2026-11-01", "2026-11-22", Outcome.Escalated)]
    [InlineData("2026-11-23T08:00-05:00", "", Outcome.Escalated)]
    public async Task Open_AtNoon_IsFromItsBeginningUntilBeforeItsEnd(string from, string until, Outcome expected)
    {
        _file.Write(
            $$"""
            { "id": "INC-1", "product": "va.gov", "title": "t", "status": "s",
              "from": "{{from}}" {{(until.Length > 0 ? $", \"until\": \"{until}\"" : "")}} }
            """
        );
        await using var host = Host();

        Assert.Equal(expected, (await ProcessAsync(host)).Outcome);
    }

    [Fact]
    public async Task Closed_WhileRunning_IsNoMoreAnswered()
    {
        _file.Write(IncidentsOnDisk.Open);
        await using var host = Host(reloadOnChange: true);
        Assert.Equal(Outcome.Answered, (await ProcessAsync(host)).Outcome);
        _file.Write();

        using var deadline = new CancellationTokenSource(Patience.Long);
        for (var number = 0; (await ProcessAsync(host, id: $"later-{number}")).Outcome == Outcome.Answered; number++)
        {
            Assert.False(deadline.IsCancellationRequested, "The change is not seen.");
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(Outcome.Escalated, (await ProcessAsync(host, id: "last")).Outcome);
    }

    [Theory]
    [InlineData("VA.gov ", Outcome.Answered)]
    [InlineData("another", Outcome.Escalated)]
    [InlineData(null, Outcome.Escalated)]
    public async Task Open_IsOfItsProduct(string? product, Outcome expected)
    {
        _file.Write(IncidentsOnDisk.Open);
        await using var host = Host();

        Assert.Equal(expected, (await ProcessAsync(host, product)).Outcome);
    }

    [Fact]
    public async Task Open_Several_TheOneThatBeganLastCounts()
    {
        _file.Write(
            IncidentsOnDisk.Open,
            """{ "id": "INC-2", "product": "va.gov", "title": "Later", "status": "New.", "from": "2026-11-23T11:00Z" }""",
            """{ "id": "INC-3", "product": "va.gov", "title": "Not yet", "status": "Planned.", "from": "2026-11-23T13:00Z" }"""
        );
        await using var host = Host();

        await ProcessAsync(host);

        Assert.Equal(["Later. New."], host.Mail.Sent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ \"incidents\": [ {} ] }")]
    public async Task File_MissingOrBroken_IsUnknownAndNeverTrue(string? content)
    {
        if (content is not null)
            _file.WriteText(content);
        await using var host = Host();

        var disposition = await ProcessAsync(host);

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Contains(disposition.Resolution.Facts, fact => fact is { Name: "incident", Value: null });
        Assert.Empty(host.Mail.Sent);
    }

    private static ValueTask<Disposition> ProcessAsync(ActingHost host, string? product = "va.gov", string id = "issue-1") =>
        host.Processor.ProcessAsync(
            new Issue
            {
                Id = id,
                Text = "alpha",
                Product = product,
            }
        );

    private ActingHost Host(bool reloadOnChange = false) =>
        new(
            new FaultyJournal(),
            new FakeTimeProvider(SomeRules.Now),
            [
                SomeRules.Rule("other", when: """{ "anyOf": ["omega"] }"""),
                $$"""
                { "set": "two", "title": "Two", "owner": "support",
                  "facts": { "incident": "a", "incidentTitle": "b", "incidentStatus": "c", "incidentWorkaround": "d" },
                  "rules": [ {{SomeRules.Rule("alpha", Answer, Rule)}} ] }
                """,
            ],
            configure: builder =>
            {
                builder.Services.Configure<AutoResolveOptions>(options => options.ReloadOnChange = reloadOnChange);
                builder.AddIncidents(_file.Path);
            }
        );
}

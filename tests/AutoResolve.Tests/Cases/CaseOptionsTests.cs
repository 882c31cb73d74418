using AutoResolve.Cases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Cases;

public sealed class CaseOptionsTests
{
    [Fact]
    public void Options_ByDefault_AreValid() => Assert.Empty(Problems(_ => { }));

    [Fact]
    public void Options_AllWrong_AreToldTogether() =>
        Snapshot.Match(
            string.Join(
                '\n',
                Problems(options =>
                {
                    options.AnswerDeadline = TimeSpan.Zero;
                    options.MaxMessagesPerDay = -1;
                    options.BusinessHours.TimeZone = "Mars/Olympus";
                    options.BusinessHours.Monday = "9 to 5";
                    options.BusinessHours.Tuesday = "17:00-09:00";
                    options.BusinessHours.Wednesday = "09:00-25:00";
                })
            )
        );

    [Fact]
    public void Hours_OfNoDay_AreWrong() =>
        Snapshot.Match(
            string.Join(
                '\n',
                Problems(options =>
                {
                    var hours = options.BusinessHours;
                    hours.Monday = hours.Tuesday = hours.Wednesday = hours.Thursday = hours.Friday = "";
                })
            )
        );

    [Theory]
    [InlineData("00:00-24:00", true)]
    [InlineData("23:59-24:00", true)]
    [InlineData(null, true)]
    [InlineData("  ", true)]
    [InlineData("09:00-09:00", false)]
    [InlineData("24:00-24:00", false)]
    [InlineData("9:00-17:00", false)]
    [InlineData("09:00-12:00-17:00", false)]
    [InlineData("-", false)]
    public void Hours_OfADay_AreJudged(string? hours, bool isValid) =>
        Assert.Equal(isValid, Problems(options => options.BusinessHours.Monday = hours!).Count == 0);

    [Fact]
    public void Options_FromConfiguration_AreBound()
    {
        var options = Bound(
            new()
            {
                ["Cases:AnswerDeadline"] = "08:00:00",
                ["Cases:AnswerAfterPerson"] = "true",
                ["Cases:MaxMessagesPerDay"] = "",
                ["Cases:BusinessHours:TimeZone"] = "America/New_York",
                ["Cases:BusinessHours:Friday"] = "",
                ["Cases:BusinessHours:Saturday"] = "10:00-14:00",
                ["Cases:BusinessHours:Holidays:0"] = "2026-12-25",
            }
        );

        Assert.Equal((TimeSpan.FromHours(8), true, null), (options.AnswerDeadline, options.AnswerAfterPerson, options.MaxMessagesPerDay));
        var hours = options.BusinessHours;
        Assert.Equal(("America/New_York", "09:00-17:00", "", "10:00-14:00"), (hours.TimeZone, hours.Monday, hours.Friday, hours.Saturday));
        Assert.Equal([new DateOnly(2026, 12, 25)], hours.Holidays);
    }

    [Fact]
    public void Options_ThatAreWrongInConfiguration_AreToldWithTheirKeys() =>
        Snapshot.Match(
            string.Join(
                '\n',
                Assert
                    .Throws<OptionsValidationException>(() =>
                        Bound(new() { ["Cases:BusinessHours:Tuesday"] = "noon", ["Cases:BusinessHours:Holidays:0"] = "Christmas" })
                    )
                    .Failures
            )
        );

    private static CaseOptions Bound(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<CaseOptions>>().CurrentValue;
    }

    private static IReadOnlyCollection<string> Problems(Action<CaseOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve();
        using var provider = services.Configure(configure).BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptionsMonitor<CaseOptions>>().CurrentValue;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }
}

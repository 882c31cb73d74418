using AutoResolve.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Actions;

public sealed class ActionOptionsTests
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
                    options.Mode = (OperatingMode)3;
                    options.SafetyCeiling = (ActionSafety)(-1);
                    options.Lease = TimeSpan.Zero;
                    options.MaxWait = TimeSpan.FromSeconds(-1);
                    options.MaxConcurrentCases = 0;
                    options.RefreshInterval = TimeSpan.Zero;
                })
            )
        );

    [Theory]
    [InlineData("-00:00:00.001", false)]
    [InlineData("00:00:00.099", false)]
    [InlineData("00:00:00.100", true)]
    [InlineData("1.00:00:00", true)]
    [InlineData("1.00:00:00.001", false)]
    public void RefreshInterval_OfALength_IsJudged(string interval, bool isValid) =>
        Assert.Equal(isValid, Problems(options => options.RefreshInterval = TimeSpan.Parse(interval, null)).Count == 0);

    [Theory]
    [InlineData("00:00:00.999", false)]
    [InlineData("00:00:01", true)]
    [InlineData("01:00:00", true)]
    [InlineData("01:00:00.001", false)]
    public void Lease_OfALength_IsJudged(string lease, bool isValid) =>
        Assert.Equal(isValid, Problems(options => options.Lease = TimeSpan.Parse(lease, null)).Count == 0);

    [Fact]
    public void ModesAndClasses_ThatThereAre_AreValid()
    {
        Assert.All(Enum.GetValues<OperatingMode>(), mode => Assert.Empty(Problems(options => options.Mode = mode)));
        Assert.All(Enum.GetValues<ActionSafety>(), safety => Assert.Empty(Problems(options => options.SafetyCeiling = safety)));
    }

    [Fact]
    public async Task Host_WithAWrongOption_DoesNotStart()
    {
        using var rules = new RulesOnDisk(SomeRules.Rule("alpha"));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = rules.Root });
        builder.Services.AddAutoResolve(options => options.ReloadOnChange = false).UseInMemoryJournal();
        builder.Services.Configure<ActionOptions>(options => options.RefreshInterval = TimeSpan.Zero);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("RefreshInterval is 00:00:00", exception.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyCollection<string> Problems(Action<ActionOptions> configure)
    {
        using var services = Services(configure);
        try
        {
            _ = services.GetRequiredService<IOptionsMonitor<ActionOptions>>().CurrentValue;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }

    private static ServiceProvider Services(Action<ActionOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddAutoResolve();
        return services.Configure(configure).BuildServiceProvider();
    }
}

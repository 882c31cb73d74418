using AutoResolve.Actions.BuiltIn;
using Microsoft.Extensions.Options;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Actions.BuiltIn;

public sealed class WebhookOptionsTests
{
    [Fact]
    public async Task Options_AllWrong_AreToldTogether()
    {
        await using var host = new HostUnderTest(builder =>
            builder.AddWebhook(options =>
            {
                options.Secret = "short";
                foreach (var entry in (string[])["http://hooks.example.org", "hooks.example.org/path", "*.example.org", ""])
                    options.AllowedHosts.Add(entry);
            })
        );

        Snapshot.Match(
            string.Join('\n', Assert.Throws<OptionsValidationException>(() => host.Get<IOptions<WebhookOptions>>().Value).Failures)
        );
    }

    [Fact]
    public async Task Options_NotSet_AreToldTogether()
    {
        await using var host = new HostUnderTest(builder => builder.AddWebhook(_ => { }));

        Snapshot.Match(
            string.Join('\n', Assert.Throws<OptionsValidationException>(() => host.Get<IOptions<WebhookOptions>>().Value).Failures)
        );
    }

    [Theory]
    [InlineData("0123456789012345678901234567890", false)]
    [InlineData("01234567890123456789012345678901", true)]
    [InlineData("éééééééééééééééé", true)]
    [InlineData(null, false)]
    public void Secret_OfALength_IsMeasuredInBytes(string? secret, bool isLongEnough) =>
        Assert.Equal(
            isLongEnough,
            new WebhookOptionsValidator()
                .Validate(null, new WebhookOptions { Secret = secret!, AllowedHosts = { "hooks.example.org" } })
                .Succeeded
        );
}

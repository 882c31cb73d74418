using AutoResolve.Actions.BuiltIn;
using CsCheck;

namespace AutoResolve.Tests.Actions.BuiltIn;

public sealed class AllowedHostsTests
{
    private static readonly AllowedHosts Hosts = new([
        "hooks.example.org",
        "api.example.org:8443",
        "http://localhost:5000",
        "https://[2001:db8::1]",
        "müller.example",
        "10.0.0.7",
    ]);

    [Theory]
    [InlineData("https://hooks.example.org")]
    [InlineData("https://hooks.example.org:443/a?b#c")]
    [InlineData("HTTPS://HOOKS.Example.ORG/a")]
    [InlineData("https://hooks.example.org/@evil.test")]
    [InlineData("https://hooks.example.org/..//evil.test")]
    [InlineData("https://hooks.example.org?https://evil.test")]
    [InlineData("https://api.example.org:8443/a")]
    [InlineData("http://localhost:5000/a")]
    [InlineData("https://[2001:db8::1]/a")]
    [InlineData("https://[2001:DB8:0:0::1]/a")]
    [InlineData("https://müller.example/a")]
    [InlineData("https://MÜLLER.example/a")]
    [InlineData("https://xn--mller-kva.example/a")]
    [InlineData("https://10.0.0.7/a")]
    [InlineData("https://10.7/a")]
    [InlineData("https://0x0a.0.0.7/a")]
    public void Address_OfAListedHost_IsAllowed(string address) => Assert.True(Hosts.Allow(new Uri(address)));

    [Theory]
    [InlineData("http://hooks.example.org")]
    [InlineData("http://hooks.example.org:443")]
    [InlineData("https://hooks.example.org:8443")]
    [InlineData("https://hooks.example.org:80")]
    [InlineData("https://hooks.example.org.evil.test")]
    [InlineData("https://hooks.example.org.")]
    [InlineData("https://evil.test/hooks.example.org")]
    [InlineData("https://evil.test?hooks.example.org")]
    [InlineData("https://evil.test#@hooks.example.org")]
    [InlineData("https://hooks.example.org:443@evil.test")]
    [InlineData("https://hooks.example.org%2f@evil.test")]
    [InlineData("https://xn--é.example")]
    [InlineData("https://hooks.example.orgevil.test")]
    [InlineData("https://xhooks.example.org")]
    [InlineData("https://www.hooks.example.org")]
    [InlineData("https://example.org")]
    [InlineData("https://hooks_example.org")]
    [InlineData("https://hooks.examp1e.org")]
    [InlineData("https://hooks.exаmple.org")]
    [InlineData("https://api.example.org")]
    [InlineData("https://localhost:5000")]
    [InlineData("http://localhost")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    [InlineData("https://[2001:db8::2]/a")]
    [InlineData("https://[::ffff:10.0.0.7]/a")]
    [InlineData("https://muller.example/a")]
    [InlineData("https://10.0.0.8/a")]
    [InlineData("ftp://hooks.example.org")]
    [InlineData("wss://hooks.example.org")]
    [InlineData("file://hooks.example.org/etc/passwd")]
    [InlineData("mailto:a@hooks.example.org")]
    public void Address_OfAnotherHost_IsNotAllowed(string address) => Assert.False(Hosts.Allow(new Uri(address)));

    [Theory]
    [InlineData("hooks.example.org", "https://hooks.example.org:443")]
    [InlineData("hooks.example.org:8443", "https://hooks.example.org:8443")]
    [InlineData("https://Hooks.Example.org/", "https://hooks.example.org:443")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000", "http://::1:5000")]
    [InlineData("müller.example", "https://xn--mller-kva.example:443")]
    [InlineData("http://hooks.example.org", null)]
    [InlineData("http://10.0.0.7", null)]
    [InlineData("hooks.example.org/path", null)]
    [InlineData("hooks.example.org?query", null)]
    [InlineData("hooks.example.org#part", null)]
    [InlineData("user@hooks.example.org", null)]
    [InlineData("*.example.org", null)]
    [InlineData("*", null)]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("https://", null)]
    [InlineData("ftp://hooks.example.org", null)]
    [InlineData("hooks.example.org:99999", null)]
    [InlineData("hooks example.org", null)]
    [InlineData("xn--é.example", null)]
    public void Entry_OfTheList_IsOneOriginOrNone(string entry, string? origin) => Assert.Equal(origin, AllowedHosts.Origin(entry));

    [Fact]
    public void Entry_Null_IsNone() => Assert.Null(AllowedHosts.Origin(null!));

    [Fact]
    public void Address_Any_IsJudgedWithoutAnException() =>
        Gen.Select(
                Gen.OneOf("http", "https", "HTTPS", "ftp", "xn--a"),
                Gen.String[Gen.OneOf(Gen.Char["a-.:@[]%/\\#?_*1x"], Gen.Char), 0, 30]
            )
            .Sample(
                (scheme, rest) =>
                {
                    if (
                        Uri.TryCreate($"{scheme}://{rest}", UriKind.Absolute, out var address)
                        && address is not null
                        && Hosts.Allow(address)
                    )
                        Assert.Contains(
                            address.IdnHost,
                            (string[])
                                ["hooks.example.org", "api.example.org", "localhost", "2001:db8::1", "xn--mller-kva.example", "10.0.0.7"]
                        );
                }
            );
}

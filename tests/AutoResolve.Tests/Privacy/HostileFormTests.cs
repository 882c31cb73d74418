using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AutoResolve.Privacy;
using AutoResolve.Tests.Conversations;
using AutoResolve.Tests.Decisions;
using CsCheck;

namespace AutoResolve.Tests.Privacy;

/// <summary>None of what is promised to be masked stays, however it is grouped, encoded or written around.</summary>
public sealed class HostileFormTests
{
    // So many texts are made; AUTORESOLVE_REDACTION_VALUES=10000000 for more.
    private static readonly long Values = long.Parse(
        Environment.GetEnvironmentVariable("AUTORESOLVE_REDACTION_VALUES") ?? "100000",
        CultureInfo.InvariantCulture
    );

    private static readonly string[] Fragments =
    [
        .. HostileValue.Signs,
        "ssn ",
        "last four ",
        "born ",
        "phone ",
        "account ",
        "claim ",
        "error ",
        "[PII_SSN]",
        "[PII_PHONE]",
        "[PII_NAME]",
        "123",
        "45",
        "6789",
        "4",
        "1961",
        "5550123",
        "12345678901234567890123456789012345678901234567890",
        "@",
        " at ",
        "example",
        " dot ",
        "com",
        "Mr. ",
        "Jane ",
        "Doe ",
        "my name is ",
        " speaking",
        " is my name",
        ", my wife",
        "user ",
        "jane.doe",
        "https://example.org/",
        "12 Oak Street",
        ", ",
        ". ",
        "#",
    ];

    [Fact]
    public void Redact_WhatIsPromised_LeavesNothingOfItAndIsDoneAtOnce()
    {
        PersonalDataRedactor[] redactors = [Profiles.Shipped.Redactor, WithoutProfile()];
        var leaks = new ConcurrentBag<string>();
        const int Each = 10_000;
        Parallel.For(0L, (Values + Each - 1) / Each, (part, state) =>
        {
            var random = new Random((int)part);
            for (var count = 0; count < Each; count++)
            {
                var value = HostileValue.Make(random);
                var redactor = redactors[count % 2];
                var redacted = redactor.Redact(value.Text);
                if (Leaks(value, redacted) || redactor.Redact(redacted) != redacted)
                    leaks.Add($"{value.Text} => {redacted} => {redactor.Redact(redacted)}");
            }

            if (leaks.Count > 100)
                state.Stop();
        });

        Assert.True(leaks.IsEmpty, string.Join('\n', leaks.Order(StringComparer.Ordinal).Take(100)));
    }

    [Fact]
    public void Redact_Redacted_ChangesNothing() =>
        Gen.Int[0, Fragments.Length - 1]
            .Select(place => Fragments[place])
            .Array[1, 14]
            .Sample(
                parts =>
                {
                    var redacted = Profiles.Shipped.Redactor.Redact(string.Concat(parts));
                    return Profiles.Shipped.Redactor.Redact(redacted) == redacted;
                },
                iter: 50_000
            );

    [Theory]
    [InlineData("ssn 1234-56789", "ssn [PII_SSN]")]
    [InlineData("my ssn is 123\t45\t6789", "my ssn is [PII_SSN]")]
    [InlineData("my ssn is 123\n45\n6789", "my ssn is [PII_SSN]")]
    [InlineData("SSN 123•45•6789", "SSN [PII_SSN]")]
    [InlineData("257\r\n60\r\n2844", "[PII_SSN]")]
    [InlineData("call 415⁃555⁃0123", "call [PII_PHONE]")]
    [InlineData("1234-56789", "[PII_OTHER]")]
    [InlineData("jane.doe @ gmail.com, please", "[PII_EMAIL], please")]
    [InlineData("jane.doe@\ngmail.com", "[PII_EMAIL]")]
    [InlineData("write to jane dot doe at gmail dot com or", "write to [PII_EMAIL] or")]
    [InlineData("it is Zebedee Quux speaking", "it is [PII_NAME] speaking")]
    [InlineData("user zebedee.quux cannot log in", "user [PII_NAME] cannot log in")]
    [InlineData("https://example.org/?ssn=123%2D45%2D6789&name=jane", "https://example.org/[PII_OTHER]")]
    [InlineData("jane.doe at example .com12 Oak Street", "[PII_EMAIL][PII_ADDR]")]
    [InlineData("user jane.doe_12345678901234567890123456789012345678901234567890123456", "user [PII_NAME]_[PII_OTHER]")]
    [InlineData("see https://example.org/4 please", "see https://example.org/[PII_OTHER] please")]
    public void Redact_WhatIsWrittenAround_IsMaskedWhole(string text, string expected)
    {
        Assert.Equal(expected, Profiles.Shipped.Redactor.Redact(text));
        Assert.Equal(expected, WithoutProfile().Redact(text));
    }

    [Theory]
    [InlineData("I got 100, 20, 3000 of them")]
    [InlineData("call me 12:30 - 3:30 or on 11/5/26 10:30")]
    [InlineData("sign in with ID.me at va.gov, or look at va.gov, or login at va.gov")]
    [InlineData("form 21-526EZ at va.gov and user login.gov or user guide.pdf")]
    [InlineData("I put my SSN on the 10-10EZ")]
    [InlineData("my SSN was asked for on 03/14/2019")]
    [InlineData("English speaking people here, and Native English speaking agents; Still calling")]
    [InlineData("[PII_SSN] 1234 and [PII_PHONE] 555 1234")]
    [InlineData("R&D; AT&T &c. 50% of 100 %")]
    public void Redact_WhatOnlyLooksLikeIt_Stays(string text) => Assert.Same(text, Profiles.Shipped.Redactor.Redact(text));

    // As a host has it whose rules come from memory and have no profile.
    private static PersonalDataRedactor WithoutProfile() => SomeRules.Load(SomeRules.Rule("alpha")).Redactor;

    private static bool Leaks(HostileValue value, string redacted)
    {
        var seen = WebUtility.HtmlDecode(redacted);
        return value.Secrets.Length > 0
            ? value.Secrets.Any(secret => seen.Contains(secret, StringComparison.OrdinalIgnoreCase))
            : seen.Any(unit => char.IsDigit(unit) && unit != '7');
    }
}

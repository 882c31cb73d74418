using AutoResolve.Privacy;
using AutoResolve.Tests.Conversations;

namespace AutoResolve.Tests.Privacy;

/// <summary>What an organisation adds to what is personal everywhere.</summary>
public sealed class PrivacyProfileTests
{
    private static readonly PersonalDataRedactor General = new();

    private static readonly PersonalDataRedactor Library = Profiles
        .RulebookOf(
            """
            {
              "privacy": {
                "sites": ["library.example"],
                "publicNumbers": ["(555) 555-0100", "+44 20 7946 0958"],
                "identifiers": {
                  "card": { "words": ["reader card", "tarjeta de lector"], "regex": ["\\bL-?\\d{3,6}", "\\d{4}/\\d{2}"] },
                  "shelf": { "words": ["shelf mark"] }
                },
                "records": ["REQ-\\d{8}", "\\d{9}-[a-z]"],
                "people": ["reader", "lectora"],
                "notNames": ["library"]
              }
            }
            """
        )
        .Redactor;

    [Theory]
    [InlineData("my card L-12345, and l123456", "my card [PII_OTHER], and [PII_OTHER]")]
    [InlineData("number 1234/56 it is", "number [PII_OTHER] it is")]
    [InlineData("Tarjeta de lector 12345", "Tarjeta de lector [PII_OTHER]")]
    [InlineData("shelf marks: 99 888", "shelf marks: [PII_OTHER]")]
    [InlineData("L\u200B-1\u200B23", "[PII_OTHER]")]
    [InlineData("L-１２３", "[PII_OTHER]")]
    [InlineData("Reader Jane Doe and Lectora María Paz", "Reader [PII_NAME] and Lectora [PII_NAME]")]
    [InlineData("https://www.library.example/loans/1234567?u=1", "https://www.library.example/loans/[PII_OTHER]")]
    [InlineData("https://mylibrary.example/loans", "https://mylibrary.example/[PII_OTHER]")]
    [InlineData("call 555-555-0101", "call [PII_PHONE]")]
    [InlineData("card 5555-5501-0012-3456", "card [PII_OTHER]")]
    public void Redact_WhatTheProfileNames_IsMasked(string text, string expected) => Assert.Equal(expected, Library.Redact(text));

    [Theory]
    [InlineData("call 555-555-0100, (555) 555 0100 or +44 20 7946 0958 at 10")]
    [InlineData("REQ-12345678 and 600123456-x")]
    [InlineData("Reader Library, the reader is here")]
    [InlineData("https://library.example/loans/how-to")]
    [InlineData("XL-123 is a size, L-12 is a row")]
    public void Redact_WhatTheProfileLetsStay_Stays(string text) => Assert.Equal(text, Library.Redact(text));

    // All of them in one pattern would be larger than what runs in linear time may be.
    [Fact]
    public void Redact_ManyRecords_AllStay()
    {
        var records = Enumerable
            .Range(0, 200)
            .Select(number => $@"REQ{number}-\\d{{6,10}}")
            .Concat(Enumerable.Range(0, 5).Select(number => $@"(?:[a-z]{{0,60}}\\d){{0,7}}R{number}-\\d{{6}}"));
        var redactor = Profiles
            .RulebookOf($$"""{ "privacy": { "records": [{{string.Join(", ", records.Select(record => $"\"{record}\""))}}] } }""")
            .Redactor;

        Assert.Equal("REQ0-12345678 and REQ199-12345678", redactor.Redact("REQ0-12345678 and REQ199-12345678"));
        Assert.Equal("REQ-[PII_OTHER]", redactor.Redact("REQ-12345678"));
    }

    // A part of a number is another number: this one is long enough to be somebody's, and no reader's.
    [Fact]
    public void Redact_FormInsideALongerNumber_IsAnotherNumber() => Assert.Equal("L-[PII_OTHER]", Library.Redact("L-1234567"));

    [Theory]
    [InlineData("https://library.example/loans/how-to", "https://library.example/[PII_OTHER]")]
    [InlineData("shelf mark 12345, account 12345", "shelf mark 12345, account [PII_OTHER]")]
    [InlineData("REQ-12345678", "REQ-[PII_OTHER]")]
    public void Redact_WithoutTheProfile_KnowsNothingOfIt(string text, string expected) => Assert.Equal(expected, General.Redact(text));

    // A history without rules: nearly all that the rules of this repository name is long enough to be somebody's. What stays is told in
    // rules/docs/privacy.md.
    [Theory]
    [InlineData("C12345678 and C-123456789", "C[PII_OTHER] and C-[PII_SSN]")]
    [InlineData("1234567890V123456", "[PII_PHONE]V123456")]
    [InlineData("edipi 1234567890", "edipi [PII_PHONE]")]
    [InlineData("participant id 60012345", "participant id [PII_OTHER]")]
    [InlineData("va file number 20123456", "va file number [PII_OTHER]")]
    [InlineData("C 12 345 678", "C 12 345 678")]
    [InlineData("edipi 12345", "edipi 12345")]
    [InlineData("Veteran Jane Doe", "Veteran Jane Doe")]
    public void Redact_NumbersOfTheShippedProfileWithoutIt_AreMaskedAsLongOnes(string text, string expected) =>
        Assert.Equal(expected, General.Redact(text));
}

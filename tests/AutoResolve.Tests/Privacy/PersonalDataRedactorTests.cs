using System.Diagnostics;
using AutoResolve.Privacy;
using AutoResolve.Tests.Conversations;
using CsCheck;

namespace AutoResolve.Tests.Privacy;

public sealed class PersonalDataRedactorTests
{
    // What holds with the rules of this repository.
    private static readonly PersonalDataRedactor Redactor = Profiles.Shipped.Redactor;

    private static readonly Gen<string> Digit = Gen.Char['0', '9'].Select(digit => digit.ToString());

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly string[] Neighbours =
    [
        "",
        ". ",
        "\n",
        "! I tried it: ",
        " (please help) ",
        "; it signs me out; ",
        ". No puedo entrar. ",
        "，",
    ];

    // '#' is any digit.
    private static readonly string[] Forms =
    [
        "1##-##-####",
        "1## ## ####",
        "2##.##.####",
        "SSN 3########",
        "ssn: 3########",
        "my social is 4########",
        "last four 67##",
        "last 4 of my social 12##",
        "C2#######",
        "C-3########",
        "file number 2# ### ###",
        "va file number 2########",
        "DOB 03/1#/196#",
        "born 3/1#/6#",
        "date of birth: 196#-03-1#",
        "03/1#/197#",
        "7-2#-195#",
        "March 1#, 196#",
        "Mar. 3rd, 195#",
        "1# March 196#",
        "born March 1#, 201#",
        "nací el 3 de marzo de 196#",
        "dob 0315196#",
        "birthday is June 2#",
        "some.one##@example.org",
        "o'brien+##@mail.example.co.uk",
        "(5##) 555-01##",
        "5##-555-01##",
        "5##.555.01##",
        "+1 5## 555 01##",
        "1-5##-555-01##",
        "55501#-####",
        "phone 55501##",
        "call me at 5##55501##",
        "+44 20 7946 09##",
        "5##-555-01## ext. 4#",
        "1#4 Maple Street",
        "1#4 N Oak Grove Ave. Apt 4B",
        "2## W 5th St",
        "I live at 1#4 maple lane",
        "PO Box 1##4",
        "P.O. Box 1##",
        "Springfield, IL 627##",
        "Springfield IL 627##-12##",
        "edipi 1#########",
        "1#########V12####",
        "10########v######",
        "participant id 6#######",
        "routing number 0########",
        "account number 12###",
        "bank account 00##-12##-7",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "378282246310005",
        "41#1 88## ##88 11#1",
        "192.168.1.1##",
        "https://example.org/reset?token=ab##cd",
        "www.example.org/u/jane##",
        "https://user:pw##@example.org/",
        "https://www.va.gov/my-va?id=8##7",
        "123e4567-e89b-12d3-a456-4266141740##",
        "88#88#88#",
        "88 88 8# 88 88",
    ];

    [Theory]
    [InlineData("I am locked out. SSN 123-45-6789, thanks", "I am locked out. SSN [PII_SSN], thanks")]
    [InlineData("last four 6789", "last four [PII_SSN]")]
    [InlineData("call me at (555) 555-0100 x12 or a.b@example.org.", "call me at [PII_PHONE] or [PII_EMAIL].")]
    [InlineData("born March 3, 1961 in Ohio", "born [PII_OTHER] in Ohio")]
    [InlineData("DOB: 7/29/25", "DOB: [PII_OTHER]")]
    [InlineData("My name is jane doe and I cannot sign in", "My name is [PII_NAME] and I cannot sign in")]
    [InlineData("This is John Smith, I need help", "This is [PII_NAME], I need help")]
    [InlineData("Mr. O'Brien-Smith called", "Mr. [PII_NAME] called")]
    [InlineData("Veteran Robert J. Miller cannot upload", "Veteran [PII_NAME] cannot upload")]
    [InlineData("my wife Ann Lee is listed", "my wife [PII_NAME] is listed")]
    [InlineData("It fails.\nSincerely,\nMaria Lopez", "It fails.\nSincerely,\n[PII_NAME]")]
    [InlineData("Me llamo José Núñez y no puedo entrar", "Me llamo [PII_NAME] y no puedo entrar")]
    [InlineData("I live at 12 maple lane, Springfield, IL 62704-1234", "I live at [PII_ADDR], [PII_ADDR]")]
    [InlineData("mail it to 1234 Elm Grove St. Apt 5B please", "mail it to [PII_ADDR] please")]
    [InlineData("It was error 110 since Monday, 600123456", "It was error 110 since Monday, [PII_SSN]")]
    [InlineData("I have an issue. No 600123456", "I have an issue. No [PII_SSN]")]
    [InlineData("see https://www.va.gov/claims/600123456/status?x=1#y", "see https://www.va.gov/claims/[PII_OTHER]")]
    [InlineData("see https://www.va.gov/claim-or-appeal-status?token=1", "see https://www.va.gov/claim-or-appeal-status[PII_OTHER]")]
    [InlineData("see https://example.org/a/b, ok", "see https://example.org/[PII_OTHER], ok")]
    [InlineData("SSN １２３－４５－６７８９", "SSN [PII_SSN]")]
    [InlineData("SSN 1\u200B2\u200B3-45-6\u200D789", "SSN [PII_SSN]")]
    [InlineData("SSN 123\u00A045\u20136789", "SSN [PII_SSN]")]
    [InlineData("رقم ١٢٣-٤٥-٦٧٨٩", "رقم [PII_SSN]")]
    [InlineData(
        "error 110 (again) 4131 8855 2888 1181 alpha form 21-526EZ4131 8855 2888 1181",
        "error 110 (again) [PII_OTHER] alpha form 21-526EZ[PII_OTHER]"
    )]
    public void Redact_PersonalData_IsMaskedAndTheRestStays(string text, string expected) => Assert.Equal(expected, Redactor.Redact(text));

    [Theory]
    [InlineData("")]
    [InlineData("I cannot sign in since 7/29/2025, error 110, on form 21-526EZ and 10-10EZ, DD-214, 21P-527EZ, 22-1990")]
    [InlineData("Call 800-827-1000, (800) 698-2411, 1-877-827-3702, 988 then press 1, 711 or 911")]
    [InlineData("ticket 25-HRC-HD-55-00000492 and HRC-HD-M0-0000416105, see #126691")]
    [InlineData("Salesforce case 06000690")]
    [InlineData("inquiry A-20240105-123456 was closed on 2026-11-20 at 10:30")]
    [InlineData("my claim 600123456 is stuck, claim id: 600987654")]
    [InlineData("confirmation number 1234567890, claim no. 600123456")]
    [InlineData("HTTP 500, 404, error code 009, status 1001, code 400003")]
    [InlineData("iOS 17.5.1, Chrome 120.0.6099.129, Windows 11 build 22631.4460, version 10.1.2.3")]
    [InlineData("I paid $1,234.56 and then $12000000 in 2019")]
    [InlineData("I submitted it on November 3, 2026 and again on 11/5/26")]
    [InlineData("rated 70% in 2014, 3 dependents, 12 months, 2 of 10")]
    [InlineData("This is Not working. This is VA business. THIS IS NOT WORKING AT ALL")]
    [InlineData("Veteran ID card, Veteran Benefits, the Veteran cannot log in, Veteran states that")]
    [InlineData("It does not load for the Veteran. Everything else does. Sent by the caller. Nice page!")]
    [InlineData("the page for Beneficiary Travel (BTSSS)")]
    [InlineData("Thanks, VA. Thank you for your help! Regards")]
    [InlineData("I am Not able to see it. I'm Still waiting. I am a Veteran.")]
    [InlineData("My name is misspelled on the letter. My name is wrong. The name is not right")]
    [InlineData(
        "the link on va.gov/disability does not work, see https://www.va.gov/disability/file-disability-claim-form-21-526ez/introduction"
    )]
    [InlineData("I drive 5 miles to the clinic, waited 45 days in a row, on 2 way street signs")]
    [InlineData("@home I see 100 results; 1000 times; 123456 steps")]
    [InlineData("son of a gun, mother board, sister site")]
    public void Redact_WhatHelpersNeed_Stays(string text) => Assert.Same(text, Redactor.Redact(text));

    [Fact]
    public void Redact_EveryForm_AnywhereInAnyText_IsMasked() =>
        Gen.Select(Around, PersonalData, Around)
            .Sample(
                (before, personal, after) =>
                {
                    var redacted = Redactor.Redact($"{before}{personal}{after}");

                    // No more of the value than its first word, which says what it is.
                    var digits = string.Concat(personal.Where(char.IsDigit));
                    var value = digits.Length >= 4 ? digits[^4..] : personal;
                    return !string.Concat(redacted.Where(char.IsDigit)).Contains(value, StringComparison.Ordinal)
                        && redacted.Contains("[PII_", StringComparison.Ordinal)
                        && Redactor.Redact(redacted) == redacted;
                },
                iter: 20_000
            );

    [Fact]
    public void Redact_AnyText_NeverFails() =>
        Gen.OneOf(
                Gen.String,
                Gen.Char["0123456789-. ()/@:+xXvVcC#$,\n\u200B\uD835\uDFCF\uFF11"].Array[0, 60].Select(characters => new string(characters))
            )
            .Sample(text => Redactor.Redact(text).Count(char.IsDigit) <= text.Count(char.IsDigit), iter: 20_000);

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("my name is ")]
    [InlineData("Mr. Mr. ")]
    [InlineData("://")]
    [InlineData("www.")]
    [InlineData("ssn dob claim ")]
    [InlineData("123-45-6789 ")]
    [InlineData("12 Oak ")]
    [InlineData("\u200B")]
    [InlineData("1\u200B")]
    [InlineData("%21")]
    [InlineData("1%2D%2D")]
    [InlineData("&amp;")]
    [InlineData("&#64;")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Redact_HostileText_TakesTimeInProportionToItsLength(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        Redactor.Redact(text[..20_000]);

        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Redactor.Redact(text);

        // A quadratic scan of it takes minutes. While it runs others may have the processor, or use it in this process.
        var (elapsed, used) = (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
        Assert.True(elapsed < Limit || used < Limit, $"It took {elapsed}, and {used} of the processor.");
    }

    private static Gen<string> PersonalData => Gen.OneOf(Forms.Select(Form).ToArray());

    // What ends a sentence, so that no word of it belongs to the value.
    private static Gen<string> Around => Gen.OneOf(Neighbours.Select(text => Gen.Const(text)).ToArray());

    private static Gen<string> Form(string form) =>
        Digit
            .Array[form.Count(letter => letter == '#')]
            .Select(digits =>
            {
                var next = 0;
                return string.Concat(form.Select(letter => letter == '#' ? digits[next++] : letter.ToString()));
            });
}

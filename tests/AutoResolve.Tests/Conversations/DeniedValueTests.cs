using AutoResolve.Conversations;
using CsCheck;

namespace AutoResolve.Tests.Conversations;

/// <summary>What is denied, somebody else's, or cannot be is no value: the one that is affirmed is.</summary>
public sealed class DeniedValueTests
{
    private static readonly string[] Denials =
    [
        "not",
        "It is not",
        "it isn't",
        "No,  not",
        "Not on",
        "I do not mean",
        "instead of",
        "not with",
        "without",
    ];
    private static readonly string[] Affirmations = [" but ", ", ", ". It is ", ", it's ", " but on ", "; "];
    private static readonly string[] Devices = ["iPhone", "iPad", "laptop", "Chromebook", "desktop computer", "Android phone"];

    [Theory]
    [InlineData("dateTime", "99:99", null)]
    [InlineData("dateTime", "at 25:10", null)]
    [InlineData("dateTime", "13/13/2026", null)]
    [InlineData("dateTime", "45/12/2026", null)]
    [InlineData("dateTime", "at 24:61", null)]
    [InlineData("dateTime", "00/10/2026", null)]
    [InlineData("dateTime", "2026-13-01", null)]
    [InlineData("dateTime", "2026-02-41", null)]
    [InlineData("dateTime", "14.13.2026", null)]
    [InlineData("dateTime", "at 17pm", null)]
    [InlineData("dateTime", "at 33 pm", null)]
    [InlineData("dateTime", "13/10/2026", "13/10/2026")]
    [InlineData("dateTime", "10/13/2026", "10/13/2026")]
    [InlineData("dateTime", "2026-10-13", "2026-10-13")]
    [InlineData("dateTime", "23:59", "23:59")]
    [InlineData("dateTime", "not yesterday but on Monday", "on Monday")]
    [InlineData("dateTime", "it was not yesterday, it was today", "today")]
    [InlineData("dateTime", "not on Tuesday, Friday", "Friday")]
    [InlineData("dateTime", "it didn't start today, it started last week", "last week")]
    [InlineData("dateTime", "it did not work yesterday", "yesterday")]
    [InlineData("dateTime", "it has not worked since yesterday", "yesterday")]
    [InlineData("dateTime", "I could not log in Monday", "Monday")]
    [InlineData("dateTime", "no funcionó ayer", "ayer")]
    [InlineData("dateTime", "not Oct. 3, Oct. 5", "Oct. 5")]
    [InlineData("dateTime", "Oct. 45", null)]
    [InlineData("dateTime", "June 99", null)]
    [InlineData("dateTime", "55 June", null)]
    [InlineData("dateTime", "3/4/2026 at 3pm", "3/4/2026 at 3pm")]
    [InlineData("dateTime", "28:00", null)]
    [InlineData("dateTime", "not today, yesterday", "yesterday")]
    [InlineData("dateTime", "12/31/2025", "12/31/2025")]
    [InlineData("dateTime", "31/31/2025", null)]
    [InlineData("dateTime", "at 24:00", null)]
    [InlineData("dateTime", "13/45/2026 at 99:99", null)]
    [InlineData("device", "I don't have an iphone", null)]
    [InlineData("device", "I have no laptop", null)]
    [InlineData("device", "we do not own a computer", null)]
    [InlineData("device", "there is no chromebook in this house", null)]
    [InlineData("device", "I never use my phone", null)]
    [InlineData("device", "without a computer I am lost", null)]
    [InlineData("device", "Please call me on my phone", null)]
    [InlineData("device", "you can reach me on my cell phone", null)]
    [InlineData("device", "my cell phone number changed", null)]
    [InlineData("device", "text me on my phone", null)]
    [InlineData("device", "I lost my iphone", null)]
    [InlineData("device", "I sold my laptop", null)]
    [InlineData("device", "not on an iphone, on an ipad", "ipad")]
    [InlineData("device", "I don't use a phone, I use a laptop", "laptop")]
    [InlineData("device", "It is not my laptop but my desktop", "desktop")]
    [InlineData("device", "not the phone, my tablet.", "tablet")]
    [InlineData("device", "I threw my laptop away and use an ipad", "ipad")]
    [InlineData("device", "it fails on my iphone", "iphone")]
    [InlineData("device", "no, a chromebook", "chromebook")]
    [InlineData("device", "It does not work on my laptop", "laptop")]
    [InlineData("device", "It won't load on my iphone", "iphone")]
    [InlineData("device", "I can't sign in with my iphone", "iphone")]
    [InlineData("device", "I'm not able to log in on my computer", "computer")]
    [InlineData("device", "Not a pc, a macbook", "macbook")]
    [InlineData("device", "call me on my phone, the trouble is on the laptop", "laptop")]
    [InlineData("device", "instead of my iphone I use an android phone", "android phone")]
    [InlineData("device", "no iphone here, android", "android")]
    [InlineData("device", "it's not the computer, it's my phone.", "phone")]
    [InlineData("device", "No tengo computadora", null)]
    [InlineData("device", "no en la computadora, en el celular", "celular")]
    [InlineData("device", "no uso teléfono, uso laptop", "laptop")]
    [InlineData("device", "no funciona en mi computadora", "computadora")]
    [InlineData("device", "on my phone", "phone")]
    [InlineData("device", "it isn't working on my phone", "phone")]
    [InlineData("device", "not an iphone, a galaxy phone", "galaxy phone")]
    [InlineData("device", "I have neither laptop", null)]
    [InlineData("device", "neither on the phone nor the tablet, only on the laptop", "laptop")]
    [InlineData("device", "ipad, not iphone", "ipad")]
    [InlineData("device", "I do not have an iphone", null)]
    [InlineData("device", "not on my phone, on the laptop", "laptop")]
    [InlineData("device", "call me on my phone", null)]
    [InlineData("device", "I threw my computer away and use a tablet", "tablet")]
    [InlineData("errorCode", "not error 500 but error 502", "502")]
    [InlineData("errorCode", "It isn't error 403, it is error 404", "404")]
    [InlineData("errorCode", "no error 500 any more, now error 504", "504")]
    [InlineData("errorCode", "I don't get error 500", null)]
    [InlineData("errorCode", "my pin code is 456", null)]
    [InlineData("errorCode", "the door code 123 does not work", null)]
    [InlineData("errorCode", "passcode 777", null)]
    [InlineData("errorCode", "my discount code is 555", null)]
    [InlineData("errorCode", "my country code 001", null)]
    [InlineData("errorCode", "the code 345 came by text message", null)]
    [InlineData("errorCode", "area code 202", null)]
    [InlineData("errorCode", "My friend gets error 500", null)]
    [InlineData("errorCode", "error 404", "404")]
    [InlineData("errorCode", "I do not know why I get error 500", "500")]
    [InlineData("errorCode", "It does not load, error 502", "502")]
    [InlineData("errorCode", "Can't sign in. Error code: 503", "503")]
    [InlineData("errorCode", "not 500 but error 403", "403")]
    [InlineData("errorCode", "It isn't working: error 500", "500")]
    [InlineData("errorCode", "no es error 404, es error 500", "500")]
    [InlineData("errorCode", "No puedo entrar, error 404", "404")]
    [InlineData("errorCode", "it was not a 404 error, it was a 503 error", "503")]
    [InlineData("errorCode", "I never saw it before: error 500", "500")]
    [InlineData("errorCode", "not a code 500, a code 404", "404")]
    [InlineData("errorCode", "no, not 403. error 401", "401")]
    [InlineData("errorCode", "the error isn't 404, it's error 500", "500")]
    [InlineData("errorCode", "zip code 123", null)]
    [InlineData("errorCode", "it is not error 500 but error 502", "502")]
    [InlineData("errorCode", "pin code 123", null)]
    [InlineData("errorCode", "code 999 is what my friend gets", null)]
    [InlineData("formNumber", "in form 2024 I was sick", null)]
    [InlineData("formNumber", "I am in good form 2023 was bad", null)]
    [InlineData("formNumber", "not form 21-526EZ but form 10-10EZ", "10-10EZ")]
    [InlineData("formNumber", "I don't mean 10-10EZ, I mean 21-526EZ", "21-526EZ")]
    [InlineData("formNumber", "I can't submit form 10-10EZ", "10-10EZ")]
    [InlineData("formNumber", "I could not open form 686c", "686c")]
    [InlineData("formNumber", "the form 5655 does not load", "5655")]
    [InlineData("formNumber", "instead of form 686c I need SF-180", "SF-180")]
    [InlineData("formNumber", "it is not the 10-10EZ, it is 21-4138", "21-4138")]
    [InlineData("formNumber", "form 40-10007", "40-10007")]
    [InlineData("quotedMessage", "it says nothing", null)]
    [InlineData("quotedMessage", "the page says nothing at all", null)]
    [InlineData("quotedMessage", "it doesn't say anything", null)]
    [InlineData("quotedMessage", "the message says nothing", null)]
    [InlineData("quotedMessage", "no message, it says nothing", null)]
    [InlineData("quotedMessage", "it says access denied", "access denied")]
    [InlineData("quotedMessage", "I don't know what it says", null)]
    [InlineData("quotedMessage", "It says: nothing found for this user", "nothing found for this user")]
    [InlineData("quotedMessage", "it says so", null)]
    [InlineData("quotedMessage", "it just says something", null)]
    [InlineData("quotedMessage", "it says a lot of things", null)]
    [InlineData("quotedMessage", "not \"Access denied\" but \"Try again later\"", "Try again later")]
    [InlineData("quotedMessage", "la página no dice nada", null)]
    [InlineData("quotedMessage", "no dice nada", null)]
    [InlineData("quotedMessage", "me dice sesión caducada", "sesión caducada")]
    [InlineData("quotedMessage", "the app says whatever", null)]
    public void Find_Text_IsWhatIsAffirmed(string extractor, string text, string? value) =>
        Assert.Equal(value, DefaultProfile.Profile.Find(extractor, text), ignoreCase: true);

    [Fact]
    public void Find_OneDeniedOneNot_IsTheOther() =>
        Gen.Select(OneOf(Denials), OneOf(Affirmations), Gen.Shuffle(Devices))
            .Sample(
                (denial, affirmation, devices) =>
                    Assert.Equal(devices[1], DefaultProfile.Profile.Find("device", $"{denial} my {devices[0]}{affirmation}my {devices[1]}"))
            );

    [Fact]
    public void Find_OneCodeDeniedOneNot_IsTheOther() =>
        Gen.Select(OneOf(Denials), OneOf(Affirmations), Gen.Int[400, 599], Gen.Int[400, 599])
            .Sample(
                (denial, affirmation, denied, affirmed) =>
                    Assert.Equal(
                        $"{affirmed}",
                        DefaultProfile.Profile.Find("errorCode", $"{denial} error {denied}{affirmation}error {affirmed}")
                    )
            );

    [Fact]
    public void Find_Time_IsOneThatCanBe() =>
        Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99])
            .Sample(
                (hour, minute) =>
                {
                    var time = $"{hour:00}:{minute:00}";
                    Assert.Equal(
                        hour < 24 && minute < 60 ? time : null,
                        DefaultProfile.Profile.Find("dateTime", $"It was {time}, I think")
                    );
                }
            );

    [Fact]
    public void Find_Date_IsOneThatCanBe() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], OneOf("/", "-", "."))
            .Sample(
                (first, second, sign) =>
                {
                    var date = $"{first:00}{sign}{second:00}{sign}2026";
                    var canBe = first is > 0 and <= 31 && second is > 0 and <= 31 && (first <= 12 || second <= 12);
                    Assert.Equal(canBe ? date : null, DefaultProfile.Profile.Find("dateTime", $"It was {date}, I think"));
                }
            );

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);
}

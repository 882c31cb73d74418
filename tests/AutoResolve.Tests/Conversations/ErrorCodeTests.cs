using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile finds, and what it passes over.</summary>
public sealed class ErrorCodeTests
{
    [Theory]
    [InlineData("error 110", "110")]
    [InlineData("Code is 007 I think", "007")]
    [InlineData("code=007", "007")]
    [InlineData("the code is: 007", "007")]
    [InlineData("it gives me code \"007\"", "007")]
    [InlineData("I get ERR_CONNECTION_RESET in Chrome", "ERR_CONNECTION_RESET")]
    [InlineData("says EVSS_15004", "EVSS_15004")]
    [InlineData("a 500 error", "500")]
    [InlineData("503 Service Unavailable", "503")]
    [InlineData("error code 400.", "400")]
    [InlineData("Error: 110", "110")]
    [InlineData("error number 110", "110")]
    [InlineData("error message 001", "001")]
    [InlineData("I keep getting error code of 003", "003")]
    [InlineData("sign in error(110)", "110")]
    [InlineData("error 0x80070005", "0x80070005")]
    [InlineData("page shows DNS_PROBE_FINISHED_NXDOMAIN", "DNS_PROBE_FINISHED_NXDOMAIN")]
    [InlineData("error #110", "110")]
    [InlineData("my area code is 202, the error code is 110", "110")]
    [InlineData("código 500", "500")]
    [InlineData("código de error 110", "110")]
    [InlineData("me sale el error 110", "110")]
    [InlineData("007", "007")]
    [InlineData("It says 007.", "007")]
    [InlineData("dice 110", "110")]
    [InlineData("error 404", "404")]
    [InlineData("el código es el 500", "500")]
    public void Find_Value_GivesIt(string text, string value) => Assert.Equal(value, Profiles.Shipped.Profile.Find("errorCode", text));

    [Theory]
    [InlineData("call me at 202-555-0143")]
    [InlineData("my area code is 202")]
    [InlineData("zip code 20500")]
    [InlineData("my zip code is 902")]
    [InlineData("error 2024")]
    [InlineData("code is 555-123-4567")]
    [InlineData("since 2019 I have an error")]
    [InlineData("IMG_2045.jpg")]
    [InlineData("the error happened 3 times")]
    [InlineData("I got 500 dollars")]
    [InlineData("My claim from 2020")]
    [InlineData("código postal 009")]
    [InlineData("I make 500 a month")]
    [InlineData("I called 411")]
    [InlineData("room 104")]
    public void Find_Other_GivesNothing(string text) => Assert.Null(Profiles.Shipped.Profile.Find("errorCode", text));
}

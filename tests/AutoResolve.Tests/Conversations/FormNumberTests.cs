using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile finds, and what it passes over.</summary>
public sealed class FormNumberTests
{
    [Theory]
    [InlineData("I filled the 10-10EZ", "10-10EZ")]
    [InlineData("VA Form 21-526EZ", "21-526EZ")]
    [InlineData("form 22-1990", "22-1990")]
    [InlineData("the 686c", "686c")]
    [InlineData("1010CG application", "1010CG")]
    [InlineData("I sent an SF-180", "SF-180")]
    [InlineData("an SF 180", "SF 180")]
    [InlineData("my DD214", "DD214")]
    [InlineData("My DD-214 is lost", "DD-214")]
    [InlineData("21P-530EZ", "21P-530EZ")]
    [InlineData("form 0995", "0995")]
    [InlineData("VA form 20-0995", "20-0995")]
    [InlineData("21-686c please", "21-686c")]
    [InlineData("10-7959c", "10-7959c")]
    [InlineData("form 526", "526")]
    [InlineData("526EZ", "526EZ")]
    [InlineData("the 526 form", "526")]
    [InlineData("VA Form 21-22a", "21-22a")]
    [InlineData("10-10d", "10-10d")]
    [InlineData("28-1900", "28-1900")]
    [InlineData("10-10EZR", "10-10EZR")]
    [InlineData("Form 5655", "5655")]
    [InlineData("21-4142", "21-4142")]
    [InlineData("26-1880 for COE", "26-1880")]
    [InlineData("formulario 1990e", "1990e")]
    [InlineData("el formulario 10-10EZ", "10-10EZ")]
    public void Find_Value_GivesIt(string text, string value) => Assert.Equal(value, DefaultProfile.Profile.Find("formNumber", text));

    [Theory]
    [InlineData("555-21-0966")]
    [InlineData("202-555-0143")]
    [InlineData("10-10-2024")]
    [InlineData("since 10-2023")]
    [InlineData("20500-1990")]
    [InlineData("123-22-1990")]
    [InlineData("I filled 2 forms")]
    [InlineData("form is missing")]
    [InlineData("For the last month of 2025")]
    public void Find_Other_GivesNothing(string text) => Assert.Null(DefaultProfile.Profile.Find("formNumber", text));
}

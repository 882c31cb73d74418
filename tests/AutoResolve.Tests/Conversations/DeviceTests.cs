using AutoResolve.Conversations;

namespace AutoResolve.Tests.Conversations;

/// <summary>What the default profile finds, and what it passes over.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("My iPhone fails", "iPhone")]
    [InlineData("on my iPad", "iPad")]
    [InlineData("An Android phone", "Android phone")]
    [InlineData("my laptop", "laptop")]
    [InlineData("a Chromebook", "Chromebook")]
    [InlineData("I only have a flip phone", "flip phone")]
    [InlineData("landline", "landline")]
    [InlineData("on a Mac", "Mac")]
    [InlineData("my PC", "PC")]
    [InlineData("computer", "computer")]
    [InlineData("mi teléfono", "teléfono")]
    [InlineData("la computadora", "computadora")]
    [InlineData("on my tablet", "tablet")]
    [InlineData("Phone", "Phone")]
    [InlineData("a phone", "phone")]
    [InlineData("I do it on my phone.", "phone")]
    [InlineData("my phone won't load it", "phone")]
    [InlineData("MacBook Pro", "MacBook Pro")]
    [InlineData("a desktop computer", "desktop computer")]
    [InlineData("my Samsung Galaxy", "Samsung Galaxy")]
    [InlineData("en mi tableta", "tableta")]
    [InlineData("mi celular", "celular")]
    public void Find_Value_GivesIt(string text, string value) => Assert.Equal(value, DefaultProfile.Profile.Find("device", text));

    [Theory]
    [InlineData("my phone number changed")]
    [InlineData("I talked to them over the phone")]
    [InlineData("take one tablet daily")]
    [InlineData("I cannot log in")]
    public void Find_Other_GivesNothing(string text) => Assert.Null(DefaultProfile.Profile.Find("device", text));
}

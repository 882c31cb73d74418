using AutoResolve.Seen.Disguises;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Seen.Disguises;

/// <summary>Words that somebody wrote so that no filter sees them.</summary>
public sealed class DisguisedTextTests
{
    private static readonly string[] Pieces = "k1ll my self s u i die killmyself sui cide 5pm ki.ll".Split(' ');

    [Theory]
    [InlineData("k1ll", "kill")]
    [InlineData("K1LL", "kill")]
    [InlineData("k!ll,", "kill,")]
    [InlineData("k*ll", "kill")]
    [InlineData("kiII", "kill")]
    [InlineData("k|ll", "kill")]
    [InlineData("sh00t", "shoot")]
    [InlineData("di3", "die")]
    [InlineData("$uicide", "suicide")]
    [InlineData("5u1c1d3", "suicide")]
    [InlineData("su1c1de.", "suicide.")]
    [InlineData("w@nt", "want")]
    [InlineData("s u i c i d e", "suicide")]
    [InlineData("k i l l me", "kill me")]
    [InlineData("k.i.l.l", "kill")]
    [InlineData("s-u-i-c-i-d-e", "suicide")]
    [InlineData("su-icide", "suicide")]
    [InlineData("sui cide", "suicide")]
    [InlineData("ki ll", "kill")]
    [InlineData("killmyself", "kill myself")]
    [InlineData("iwanttodie", "i want to die")]
    [InlineData("dieeee", "die")]
    [InlineData("killlll", "kill")]
    [InlineData("SUICIDEEEE", "suicide")]
    [InlineData("kіll", "kill")]
    [InlineData("suісіdе", "suicide")]
    [InlineData("κill", "kill")]
    public void Undo_ADisguise_GivesTheWord(string disguised, string meant)
    {
        var text = $"Login fails and I think of {disguised} today";

        Assert.Equal($"Login fails and I think of {meant} today", Read(text));
        Assert.Equal(meant, Read(disguised));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Meet me at 5pm or 10am on the 3rd, the 21st or the 4th.")]
    [InlineData("My form 10-10EZ and DD214 and the 21-526EZ from VA.gov")]
    [InlineData("I sign in with ID.me and Login.gov, e-mail me at joe.b@example.com")]
    [InlineData("https://va.gov/s1gn-in?k=1ll and www.example.com/k1ll")]
    [InlineData("Error 500, code=104, build v1.2.3b4, 1,000 dollars")]
    [InlineData("I can't log-in; it's the co-pay I don't owe")]
    [InlineData("U.S. Navy, p.m., e.g. the A.M. one")]
    [InlineData("Plan A or B c d")]
    [InlineData("Я хочу войти на сайт и не могу")]
    [InlineData("Θέλω να συνδεθώ")]
    [InlineData("iPhone, WiFi, PowerPoint and eBenefits")]
    public void Undo_WhatPeopleWrite_StaysAsItIs(string text)
    {
        Assert.False(DisguisedText.IsIn(text));
        Assert.Equal(text, Read(text));
    }

    [Fact]
    public void Undo_SeveralInOneText_PointsToEachInTheSource()
    {
        const string Text = "Hi,\nI will k1ll  my self , s u i c i d e, and sui cide!";
        var seen = Seen(Text);

        Assert.True(DisguisedText.Undo(seen));
        Assert.Equal("Hi,\nI will kill  my self , suicide, and suicide!", seen.Text.ToString());
        var place = seen.Text.IndexOf("suicide");
        var source = seen.ToSource(new TextRange(place, "suicide".Length));
        Assert.Equal("s u i c i d e", Text.Substring(source.Start, source.Length));
        source = seen.ToSource(new TextRange(0, seen.Length));
        Assert.Equal(Text, Text.Substring(source.Start, source.Length));
    }

    [Fact]
    public void Undo_AnyText_SaysWhetherThereIsOneAndIsDoneAtOnce() =>
        Gen.OneOf(
                Gen.String[Gen.Char["abcdeiklmnostuy0135!*$@.-_ \n\tІаεK"], 0, 200],
                Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(pieces => string.Join(' ', pieces.Select(piece => Pieces[piece])))
            )
            .Sample(text =>
            {
                var seen = Seen(text);
                var undone = DisguisedText.Undo(seen);
                Assert.Equal(undone, DisguisedText.IsIn(text));
                if (!undone)
                    Assert.Equal(text, seen.Text.ToString());
                var whole = seen.ToSource(new TextRange(0, seen.Length));
                Assert.Equal((0, text.Length), (whole.Start, whole.Length));
            });

    [Fact]
    public void Undo_ALongTextOfDisguises_StopsTrying()
    {
        var text = string.Join(' ', Enumerable.Repeat("zq**x", 20_000));
        var late = text + " k1ll";

        Assert.False(DisguisedText.IsIn(late));
        Assert.True(DisguisedText.IsIn("k1ll " + text));
    }

    private static string Read(string text)
    {
        var seen = Seen(text);
        DisguisedText.Undo(seen);
        return seen.Text.ToString();
    }

    private static SeenText Seen(string text)
    {
        var seen = new SeenText();
        seen.Begin(text, isCut: false);
        return seen;
    }
}
